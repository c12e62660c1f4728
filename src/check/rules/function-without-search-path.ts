import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const functionWithoutSearchPath: Rule = {
  code: 'function-without-search-path',
  severity: 'error',
  problem:
    'Whoever calls the function decides by the search_path which tables and functions it finds; with definer rights that is an attack.',
  instead: "Leave `settings` alone, which sets search_path to '', and qualify every name in the body.",
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) => {
      if (object.kind !== 'function' || Object.hasOwn(object.settings, 'search_path')) return [];
      return [
        finding(context, object, {
          place: 'settings',
          message: `The function ${displayName(object.name)} does not set search_path.`,
          help: "write `settings: { search_path: '' }` and qualify the names in its body.",
        }),
      ];
    }),
};

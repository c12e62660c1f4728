import type { View } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** What API layers serve; helper functions and partitions have schemas of their own. */
const EXPOSED = 'public';

export const definerInExposedSchema: Rule = {
  code: 'definer-in-exposed-schema',
  severity: 'error',
  problem: "A view or function with its owner's rights in a schema that an API serves reads past every policy.",
  instead:
    'Let a view be `security_invoker: true` over tables whose policies say who reads what, and put such a function into the schema boyfanz.',
  check: (context) => {
    const service = context.target.roles?.service;
    // A continuous aggregate has no other rights, and does no harm while nobody but the service reads it.
    const isOpen = ({ continuous, grants }: View) => continuous === null || grants.some(({ role }) => role !== service);
    return [...context.model.objects.values()].flatMap((object) => {
      if (object.kind === 'view' && !object.securityInvoker && object.name.schema === EXPOSED && isOpen(object)) {
        return [
          finding(context, object, {
            place: 'security_invoker',
            message: `The view ${displayName(object.name)} reads with the rights of its owner, past the policies of its tables.`,
            help: 'leave `security_invoker` true, and open the rows and columns in the tables themselves.',
          }),
        ];
      }
      if (object.kind === 'function' && object.security === 'definer' && object.name.schema === EXPOSED) {
        return [
          finding(context, object, {
            place: 'security',
            message: `The function ${displayName(object.name)} runs with the rights of its owner and can be called through an API.`,
            help: 'put it into the schema boyfanz, which no API serves.',
          }),
        ];
      }
      return [];
    });
  },
};

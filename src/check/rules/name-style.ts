import type { Ident } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { namedParts, objectText } from '../named-part.ts';
import type { Rule } from '../rule.ts';

function snakeCase(name: Ident): Ident {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Names that the tool derived follow from the table's and the columns' names. */
function isWrittenByHand(what: string): boolean {
  return what !== 'index' && what !== 'constraint';
}

export const nameStyle: Rule = {
  code: 'name-style',
  severity: 'error',
  problem:
    'A name with capitals, spaces or accents must be quoted in every query, by every person and library, for ever.',
  instead: 'Write snake_case: small letters, digits and single underscores.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) =>
      namedParts(object).flatMap(({ what, name, place }) => {
        const pattern = isWrittenByHand(what) ? /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/ : /^[a-z_][a-z0-9_]*$/;
        if (pattern.test(name) || object.kind === 'extension') return [];
        return [
          finding(context, object, {
            place,
            message: `The ${what} name "${name}"${what === object.kind ? '' : ` in ${objectText(object)}`} is not snake_case.`,
            help: `write \`${snakeCase(name)}\`.`,
          }),
        ];
      }),
    ),
};

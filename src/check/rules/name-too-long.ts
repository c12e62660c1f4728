import { MAX_IDENT_BYTES } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { namedParts, objectText } from '../named-part.ts';
import type { Rule } from '../rule.ts';

export const nameTooLong: Rule = {
  code: 'name-too-long',
  severity: 'error',
  problem:
    'PostgreSQL cuts names after 63 bytes without a word, so two names become one and no statement finds the rest.',
  instead: 'Write a shorter name; derived names are shortened with a hash.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) =>
      namedParts(object).flatMap(({ what, name, place }) => {
        // No UTF-16 unit takes more than three bytes, so most names need no counting.
        if (name.length * 3 <= MAX_IDENT_BYTES) return [];
        const bytes = Buffer.byteLength(name, 'utf8');
        if (bytes <= MAX_IDENT_BYTES) return [];
        return [
          finding(context, object, {
            place,
            message: `The ${what} name "${name}"${what === object.kind ? '' : ` in ${objectText(object)}`} has ${bytes} bytes; PostgreSQL keeps ${MAX_IDENT_BYTES}.`,
            help: `shorten it by ${bytes - MAX_IDENT_BYTES} bytes.`,
          }),
        ];
      }),
    ),
};

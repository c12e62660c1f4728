import { isPersonWord } from '../../model/access-words.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** `_enc`: encrypted with a key of the service; `_bidx`: a keyed hash to look up by. */
const FOR_THE_SERVICE = /_(enc|bidx)$/;

export const encryptedColumnOpen: Rule = {
  code: 'encrypted-column-open',
  severity: 'error',
  problem:
    'What only the service can decrypt or compare is of no use to people, and of much to whoever gets hold of a key.',
  instead: 'Put the column under `hidden`; the service hands out what is in it.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    const access = info?.access ?? null;
    if (info === undefined || access === null || !access.words.select.some(isPersonWord)) return [];
    return table.columns
      .filter(({ name }) => FOR_THE_SERVICE.test(name) && !access.hidden.has(name) && info.pii.get(name) !== 'secret')
      .map(({ name }) =>
        finding(context, table, {
          place: `columns.${name}`,
          message: `${displayName(table.name)} lets people read ${name}, which the service alone can use.`,
          help: `add \`hidden: [${name}]\` to its access.`,
        }),
      );
  }),
};

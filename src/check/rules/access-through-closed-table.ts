import type { Access, AccessWord } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

interface Step {
  readonly word: AccessWord;
  readonly parent: string;
}

/** The parents that policies of this table look at. */
function stepsOf(access: Access): readonly Step[] {
  const through = (word: AccessWord, path: Access['owner']): readonly Step[] =>
    path?.kind === 'through' ? [{ word, parent: path.parent }] : [];
  const all: readonly Step[] = [
    ...through('owner', access.owner),
    ...through('creator', access.creator),
    ...through('subscribers', access.creator),
    ...(access.seenWith === null ? [] : [{ word: 'viewers' as const, parent: access.seenWith.parent }]),
  ];
  const words = new Set(Object.values(access.words).flat());
  return all.filter(({ word }) => words.has(word));
}

export const accessThroughClosedTable: Rule = {
  code: 'access-through-closed-table',
  severity: 'error',
  problem:
    'A policy looks at the parent row with the rights of the reader, who may not read the parent: every query fails.',
  instead: 'Let the parent be read by the same people, or give this table the column itself.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    if (access === null) return [];
    return stepsOf(access).map(({ word, parent }) => {
      const found = lookupOf(context.model).tablesByText.get(parent);
      const theirs = found === undefined ? null : (context.info.get(keyOf(found))?.access ?? null);
      const readers = theirs?.words.select.filter((one) => one !== 'staff' && one !== 'service') ?? [];
      if (
        theirs === null ||
        (word === 'owner' || word === 'creator'
          ? readers.includes(word) ||
            readers.includes('anyone') ||
            readers.includes('members') ||
            readers.includes('owner')
          : readers.length > 0)
      )
        return null;
      return finding(context, table, {
        place: 'access',
        message: `${displayName(table.name)} lets ${word} in by way of ${parent}, which they may not read.`,
        help: `let ${word === 'viewers' || word === 'subscribers' ? 'people' : `the ${word}`} read ${parent}, or take \`${word}\` out of read and write.`,
      });
    });
  }),
};

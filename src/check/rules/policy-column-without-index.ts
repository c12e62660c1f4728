import type { Access, AccessWord } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { leadsWith, servesEquality } from '../index-lead.ts';
import { indexShapesOf } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** A policy that lets everybody in, or asks another table row by row, uses no index for the rest of its words either. */
const WITHOUT_INDEX: readonly AccessWord[] = ['viewers', 'members', 'anyone'];

/** Columns that the policy of a word compares with what the session's user is, or takes part in. */
function comparedBy(word: AccessWord, { owner, creator, parties, participants }: Access): readonly Ident[] {
  switch (word) {
    case 'owner':
      return owner?.kind === 'column' ? [owner.column] : [];
    case 'creator':
    case 'subscribers': {
      const path = creator ?? owner;
      return path?.kind === 'column' ? [path.column] : [];
    }
    case 'parties':
      return parties;
    case 'participants':
      return participants === null ? [] : [participants.own];
    case 'viewers':
    case 'members':
    case 'anyone':
    case 'staff':
    case 'service':
      return [];
  }
}

export const policyColumnWithoutIndex: Rule = {
  code: 'policy-column-without-index',
  severity: 'error',
  problem: 'Row security compares the column in every query of a person: without an index each reads the whole table.',
  instead: 'Give an index that starts with the column.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    if (access === null || table.rowSecurity === 'off') return [];
    const indexed = Object.values(access.words).filter((words) => !words.some((word) => WITHOUT_INDEX.includes(word)));
    const columns = new Set(indexed.flatMap((words) => words.flatMap((word) => comparedBy(word, access))));
    return [...columns].flatMap((column) => {
      const isServed = indexShapesOf(table).some((shape) => servesEquality(shape) && leadsWith(shape, [column]));
      if (isServed) return [];
      return [
        finding(context, table, {
          place: 'access',
          message: `No index of ${displayName(table.name)} starts with ${column}, which decides who sees a row.`,
          help: `add \`- { columns: [${column}] }\` to indexes.`,
        }),
      ];
    });
  }),
};

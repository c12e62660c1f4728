import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

const SUBQUERY = /\bexists\s*\(\s*select\b/gi;
const FENCE = /\boffset\s+0\s*\)/gi;

function isUnfenced(sql: string): boolean {
  return (sql.match(SUBQUERY)?.length ?? 0) > (sql.match(FENCE)?.length ?? 0);
}

export const policyReadsParentWhole: Rule = {
  code: 'policy-reads-parent-whole',
  severity: 'error',
  problem:
    'The planner may answer EXISTS from a hash of the whole other table, each of its rows put through its own policy first.',
  instead: 'End the subquery with `offset 0`: it is then asked by its key, row by row.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    const conditions = [
      ...[...(access?.when ?? [])].map(([word, sql]) => ({ place: `access.when.${word}`, sql })),
      ...[...(access?.writeWhen ?? [])].map(([word, sql]) => ({ place: `access.write_when.${word}`, sql })),
    ];
    return conditions
      .filter(({ sql }) => isUnfenced(sql))
      .map(({ place }) =>
        finding(context, table, {
          place,
          message: `${displayName(table.name)} has a condition whose subquery may read all of another table.`,
          help: 'write `exists (select from … where … offset 0)`.',
        }),
      );
  }),
};

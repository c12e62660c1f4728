import { displayName, type Ident } from '../../model/name.ts';
import { quoteIdent } from '../../text/quote.ts';
import { finding } from '../finding.ts';
import { type IndexShape, indexShapesOf, keyColumns, spacesFolded } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

/** `where user_id is not null` does not matter: the lookup compares the column, so the planner knows. */
function servesEveryValue(shape: IndexShape, columns: readonly Ident[]): boolean {
  if (shape.where === null) return true;
  const conjuncts = spacesFolded(shape.where.toLowerCase()).split(' and ');
  return conjuncts.every((conjunct) =>
    columns.some((column) => conjunct.replace(/[()]/g, '') === `${quoteIdent(column).toLowerCase()} is not null`),
  );
}

function leadsWith(shape: IndexShape, columns: readonly Ident[]): boolean {
  const leading = keyColumns(shape).slice(0, columns.length);
  return columns.every((column) => leading.includes(column)) && servesEveryValue(shape, columns);
}

export const foreignKeyWithoutIndex: Rule = {
  code: 'foreign-key-without-index',
  severity: 'error',
  problem: 'Deleting or re-keying one row of the referenced table reads the whole referring table, under a lock.',
  instead: 'Keep an index that starts with the columns of the foreign key; it is derived when none covers them.',
  check: overForeignKeys((key, table, context) => {
    const served = indexShapesOf(table).some(
      (shape) =>
        shape.method !== 'brin' && shape.method !== 'gin' && shape.method !== 'hnsw' && leadsWith(shape, key.columns),
    );
    if (served) return null;
    const columns = key.columns.join(', ');
    return finding(context, table, {
      place: { named: key.name },
      message: `No index of ${displayName(table.name)} starts with the columns of the foreign key "${key.name}" (${columns}).`,
      help: `add \`- { columns: [${columns}] }\` to indexes.`,
    });
  }),
};

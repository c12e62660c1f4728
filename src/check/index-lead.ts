/** Whether an index finds the rows with given values of some columns. */
import type { Ident } from '../model/name.ts';
import { quoteIdent } from '../text/quote.ts';
import { type IndexShape, keyColumns, spacesFolded } from './index-shape.ts';

/** `where user_id is not null` does not matter: the lookup compares the column, so the planner knows. */
function servesEveryValue(shape: IndexShape, columns: readonly Ident[]): boolean {
  if (shape.where === null) return true;
  const conjuncts = spacesFolded(shape.where.toLowerCase()).split(' and ');
  return conjuncts.every((conjunct) =>
    columns.some((column) => conjunct.replace(/[()]/g, '') === `${quoteIdent(column).toLowerCase()} is not null`),
  );
}

/** @param columns in any order */
export function leadsWith(shape: IndexShape, columns: readonly Ident[]): boolean {
  const leading = keyColumns(shape).slice(0, columns.length);
  return columns.every((column) => leading.includes(column)) && servesEveryValue(shape, columns);
}

/** Not those that summarise pages, look into values or find neighbours. */
export function servesEquality({ method }: IndexShape): boolean {
  return method !== 'brin' && method !== 'gin' && method !== 'hnsw';
}

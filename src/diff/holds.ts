/** Whether an object holds on to what a plan touches, asked by name and, in SQL text, by word. */
import type { ForeignKey, Policy, Trigger, View } from '../model/model.ts';
import { type Ident, type QName, sameName } from '../model/name.ts';
import { sqlWords } from '../text/sql-words.ts';
import type { Touched } from './touched.ts';

function sameColumns(a: readonly Ident[], b: readonly Ident[]): boolean {
  return a.length === b.length && a.every((column) => b.includes(column));
}

export function mentionsFunction(words: ReadonlySet<string>, touched: Touched): boolean {
  return touched.functions.some((name) => words.has(name.name));
}

/** `*` and whole-row references mention every column, so a view counts as soon as it mentions the table. */
export function viewHolds(view: View, touched: Touched): boolean {
  const words = sqlWords(view.query);
  return (
    mentionsFunction(words, touched) ||
    [...touched.columns, ...touched.renamed].some(({ table }) => words.has(table.name)) ||
    touched.views.some((name) => !sameName(name, view.name) && words.has(name.name))
  );
}

export function policyHolds(owner: QName, policy: Policy, touched: Touched): boolean {
  const words = new Set([...sqlWords(policy.using ?? ''), ...sqlWords(policy.check ?? '')]);
  return (
    mentionsFunction(words, touched) ||
    touched.columns.some(
      ({ table, column }) => words.has(column) && (sameName(table, owner) || words.has(table.name)),
    ) ||
    touched.views.some((name) => words.has(name.name)) ||
    (words.has('select') && touched.renamed.some(({ table, column }) => words.has(column ?? table.name)))
  );
}

export function triggerHolds(owner: QName, trigger: Trigger, touched: Touched): boolean {
  const words = sqlWords(trigger.when ?? '');
  return (
    touched.functions.some((name) => sameName(name, trigger.function)) ||
    mentionsFunction(words, touched) ||
    touched.columns.some(
      ({ table, column }) => sameName(table, owner) && (words.has(column) || trigger.updateOf.includes(column)),
    )
  );
}

export function foreignKeyHolds(owner: QName, key: ForeignKey, touched: Touched): boolean {
  const ends = (columns: readonly Ident[], table: QName) =>
    touched.columns.some((touch) => touch.stays && sameName(touch.table, table) && columns.includes(touch.column));
  const changesPersistence = (table: QName) => touched.persistence.some((name) => sameName(name, table));
  return (
    (!sameName(owner, key.target) && (changesPersistence(owner) || changesPersistence(key.target))) ||
    ends(key.columns, owner) ||
    ends(key.targetColumns, key.target) ||
    touched.keys.some(({ table, columns }) => sameName(table, key.target) && sameColumns(columns, key.targetColumns))
  );
}

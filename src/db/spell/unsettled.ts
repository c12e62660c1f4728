/**
 * Queries that the server cannot be asked about, because the plan changes what they read: with the tables as they are now
 * a query may come out the same, and differ after. Such a query counts as changed, and is made anew from the words of the
 * spec. Expressions of one table are not among them: they are spelled with the columns as they will be.
 */
import type { Change } from '../../diff/change.ts';
import { findTable, keyOf, modelOf, tablesOf } from '../../model/keys.ts';
import type { Model, SchemaObject, Table, View } from '../../model/model.ts';
import type { Ident } from '../../model/name.ts';
import { sameType } from '../../model/type.ts';
import { sqlWords } from '../../text/sql-words.ts';

export interface Unsettled {
  readonly view: (query: string) => boolean;
  /** A policy's condition; only one with a subquery reads other tables. */
  readonly condition: (text: string) => boolean;
}

/** `select *`, `t.*`, `a, *`: not a product, and not `count(*)`. */
const STAR = /(?:\b(?:select|all|distinct)\s+|[.,]\s*)\*/i;

function retyped(from: Table, to: Table): readonly Ident[] {
  return to.columns
    .filter((column) => from.columns.some((one) => one.name === column.name && !sameType(one.type, column.type)))
    .map((column) => column.name);
}

function hasOtherColumns(from: Table, to: Table): boolean {
  const names = new Set(from.columns.map((column) => column.name));
  return names.size !== to.columns.length || to.columns.some((column) => !names.has(column.name));
}

/** @param live under the new names, which `renames` gave it */
export function unsettled(desired: Model, live: Model, renames: readonly Change[]): Unsettled {
  const columns = new Set<Ident>();
  const relations = new Set<Ident>();
  const widened = new Set<Ident>();
  const renamedTables = new Set<Ident>();
  for (const change of renames) {
    if (change.kind === 'renameTable') renamedTables.add(change.to.name);
    if (change.kind !== 'renameColumn') continue;
    columns.add(change.to);
    relations.add(change.table.name);
  }
  for (const table of tablesOf(desired)) {
    const before = findTable(live, table.name);
    if (before === null) continue;
    const names = retyped(before, table);
    for (const name of names) columns.add(name);
    if (names.length > 0) relations.add(table.name.name);
    if (hasOtherColumns(before, table)) widened.add(table.name.name);
  }
  for (const name of renamedTables) relations.add(name);
  const view = (query: string) => {
    const words = sqlWords(query);
    const hasStar = STAR.test(query);
    return [...words].some((word) => relations.has(word) || (hasStar && widened.has(word)));
  };
  // A view on such a view is one too.
  const views = [...desired.objects.values()].filter((object) => object.kind === 'view');
  for (let size = -1; size !== relations.size; ) {
    size = relations.size;
    for (const { name, query } of views) if (view(query)) relations.add(name.name);
  }
  return {
    view,
    condition: (text) => {
      const words = sqlWords(text);
      return words.has('select') && [...words].some((word) => columns.has(word) || renamedTables.has(word));
    },
  };
}

/** A view that reads all of a view which changes will change as well, though it comes out the same before that. */
export function withWidenedViews(spelled: Model, desired: Model, live: Model): Model {
  const queryIn = (model: Model, view: View) => {
    const found = model.objects.get(keyOf(view));
    return found?.kind === 'view' ? found.query : null;
  };
  const views = [...desired.objects.values()].filter((object) => object.kind === 'view');
  const changed = new Set(views.filter((view) => queryIn(spelled, view) !== queryIn(live, view)));
  for (let size = -1; size !== changed.size; ) {
    size = changed.size;
    for (const view of views.filter(({ query }) => STAR.test(query))) {
      const words = sqlWords(view.query);
      if ([...changed].some(({ name }) => words.has(name.name))) changed.add(view);
    }
  }
  return modelOf(
    [...spelled.objects.values()].map((object): SchemaObject => {
      const own = object.kind === 'view' ? [...changed].find((view) => keyOf(view) === keyOf(object)) : undefined;
      return own ?? object;
    }),
  );
}

/**
 * What is done to which rows when a person is erased: what specs say, and where they say nothing, what the delete rule of
 * a foreign key to the person says. Cascade deletes the row, set null unlinks it, and everything else keeps it.
 */
import type { ErasureAction, Info, TableInfo } from '../model/info.ts';
import { findTable, keyOf, tablesOf } from '../model/keys.ts';
import type { ForeignKey, Model, ObjectKey, Table } from '../model/model.ts';
import { displayName, type Ident, type QName, sameName } from '../model/name.ts';

/** Columns of one row and of the row that it points to. */
export interface Hop {
  readonly columns: readonly Ident[];
  readonly parent: QName;
  readonly parentColumns: readonly Ident[];
}

export interface ErasureStep {
  readonly table: QName;
  readonly domain: string;
  /** As the spec writes it: `sender_id`, `messages.sender_id`. */
  readonly path: string;
  /** From the table to the one whose column holds the person's id. */
  readonly hops: readonly Hop[];
  readonly column: Ident;
  /** The column holds the id as text. */
  readonly isText: boolean;
  readonly action: ErasureAction;
}

/** A way to a person that cannot be followed. */
export interface BrokenPath {
  readonly table: ObjectKey;
  readonly path: string;
  readonly message: string;
}

/** A column with a person's id. */
export interface PersonLink {
  readonly column: Ident;
  readonly via: ForeignKey | 'key' | 'soft reference';
}

function foreignKeysOf(table: Table): readonly ForeignKey[] {
  return table.constraints.filter((constraint) => constraint.kind === 'foreignKey');
}

function singleKey(table: Table): Ident | null {
  const key = table.constraints.find((constraint) => constraint.kind === 'primaryKey');
  return key?.columns.length === 1 ? (key.columns[0] ?? null) : null;
}

/**
 * The table of people and those that have its key for their own, such as profiles: an id in them is a person's.
 *
 * @returns table to key column
 */
export function peopleTables(model: Model, people: QName): ReadonlyMap<ObjectKey, Ident> {
  const found = new Map<ObjectKey, Ident>();
  const first = findTable(model, people);
  const key = first === null ? null : singleKey(first);
  if (first === null || key === null) return found;
  found.set(keyOf(first), key);
  const tables = tablesOf(model);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const table of tables) {
      const own = singleKey(table);
      if (own === null || found.has(keyOf(table))) continue;
      const isPerson = foreignKeysOf(table).some(
        ({ columns, target }) =>
          columns.length === 1 && columns[0] === own && found.has(`table ${target.schema}.${target.name}`),
      );
      if (isPerson) found.set(keyOf(table), own);
    }
  }
  return found;
}

/** The columns of a table that hold ids of people; the same column is named once. */
export function personLinks(
  table: Table,
  info: TableInfo | undefined,
  people: ReadonlyMap<ObjectKey, Ident>,
): readonly PersonLink[] {
  const links = new Map<Ident, PersonLink>();
  for (const key of foreignKeysOf(table)) {
    const id = people.get(`table ${key.target.schema}.${key.target.name}`);
    const column = id === undefined ? undefined : key.columns[key.targetColumns.indexOf(id)];
    if (column !== undefined && !links.has(column)) links.set(column, { column, via: key });
  }
  for (const [column, target] of info?.softReferences ?? []) {
    // An array holds ids of several people, among whom one is not cut out by a column's action.
    if (table.columns.find(({ name }) => name === column)?.type.dimensions === 1) continue;
    const isPerson = people.has(`table ${target.includes('.') ? target : `public.${target}`}`);
    if (isPerson && !links.has(column)) links.set(column, { column, via: 'soft reference' });
  }
  const own = people.get(keyOf(table));
  if (own !== undefined && !links.has(own)) links.set(own, { column: own, via: 'key' });
  return [...links.values()];
}

function defaultAction({ column, via }: PersonLink): ErasureAction | null {
  if (via === 'key' || via === 'soft reference') return null;
  switch (via.onDelete.kind) {
    case 'cascade':
      return { kind: 'delete', where: null };
    case 'set null': {
      const { columns } = via.onDelete;
      const cleared = columns.length === 0 ? via.columns : columns;
      return {
        kind: 'change',
        set: new Map((cleared.length === 0 ? [column] : cleared).map((one) => [one, 'null'])),
        where: null,
      };
    }
    default:
      return null;
  }
}

/** What is done by column or path: the spec's word, then that of foreign keys. */
export function erasureActions(
  table: Table,
  info: TableInfo | undefined,
  people: ReadonlyMap<ObjectKey, Ident>,
): ReadonlyMap<string, ErasureAction> {
  const stated = info?.erasure.people ?? new Map<string, ErasureAction>();
  const derived = personLinks(table, info, people).flatMap((link) => {
    const action = stated.has(link.column) ? null : defaultAction(link);
    return action === null ? [] : [[link.column, action] as const];
  });
  return new Map([...stated, ...derived]);
}

/** The one reference from a table to another. */
function hopTo(table: Table, info: TableInfo | undefined, parent: Table): Hop | string {
  const hard = foreignKeysOf(table)
    .filter(({ target }) => sameName(target, parent.name))
    .map((key) => ({ columns: key.columns, parent: parent.name, parentColumns: key.targetColumns }));
  const id = singleKey(parent);
  const soft = [...(info?.softReferences ?? [])].flatMap(([column, target]) =>
    target === displayName(parent.name) && id !== null
      ? [{ columns: [column], parent: parent.name, parentColumns: [id] }]
      : [],
  );
  const [first, second] = [...hard, ...soft];
  if (first === undefined) return `${displayName(table.name)} does not refer to ${displayName(parent.name)}.`;
  if (second === undefined) return first;
  return `${displayName(table.name)} refers to ${displayName(parent.name)} more than once.`;
}

function resolvePath(model: Model, info: Info, table: Table, path: string): readonly Hop[] | string {
  const hops: Hop[] = [];
  let from = table;
  for (const name of path.split('.').slice(0, -1)) {
    const parent = findTable(model, { schema: table.name.schema, name });
    if (parent === null) return `There is no table ${name}.`;
    const hop = hopTo(from, info.get(keyOf(from)), parent);
    if (typeof hop === 'string') return hop;
    hops.push(hop);
    from = parent;
  }
  return hops;
}

/** Rows go before the rows they point to, and are looked for before the rows on the way to the person change. */
function childrenFirst(tables: readonly Table[], hopsOf: ReadonlyMap<ObjectKey, readonly QName[]>): readonly Table[] {
  const children = new Map<ObjectKey, Table[]>();
  const add = (parent: QName, child: Table): void => {
    const key = `table ${parent.schema}.${parent.name}` as const;
    children.set(key, [...(children.get(key) ?? []), child]);
  };
  for (const table of tables) {
    for (const { target } of foreignKeysOf(table)) add(target, table);
    for (const parent of hopsOf.get(keyOf(table)) ?? []) add(parent, table);
  }
  const byKey = new Map(tables.map((table) => [keyOf(table), table]));
  const cascadeParents = (table: Table): readonly Table[] =>
    foreignKeysOf(table).flatMap(({ target, onDelete }) => {
      const parent = onDelete.kind === 'cascade' ? byKey.get(`table ${target.schema}.${target.name}`) : undefined;
      return parent === undefined ? [] : [parent];
    });
  const ordered: Table[] = [];
  const seen = new Set<ObjectKey>();
  const visit = (table: Table): void => {
    const key = keyOf(table);
    if (seen.has(key)) return;
    seen.add(key);
    for (const child of children.get(key) ?? []) {
      visit(child);
      // What takes the child along goes before what the child would hold back.
      for (const parent of cascadeParents(child)) visit(parent);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

/**
 * Every step of an erasure, in an order in which no row is looked for by one that has already gone.
 *
 * @param people the table with a row for each person
 */
export function planErasure(
  model: Model,
  info: Info,
  people: QName,
): { readonly steps: readonly ErasureStep[]; readonly broken: readonly BrokenPath[] } {
  const tables = tablesOf(model);
  const ids = peopleTables(model, people);
  const broken: BrokenPath[] = [];
  const stepsOf = new Map<ObjectKey, readonly ErasureStep[]>();
  for (const table of tables) {
    const known = info.get(keyOf(table));
    const steps: ErasureStep[] = [];
    for (const [path, action] of erasureActions(table, known, ids)) {
      const hops = resolvePath(model, info, table, path);
      if (typeof hops === 'string') broken.push({ table: keyOf(table), path, message: hops });
      else if (action.kind !== 'keep') {
        const column = path.slice(path.lastIndexOf('.') + 1);
        const last = hops.length === 0 ? table : findTable(model, hops[hops.length - 1]?.parent ?? table.name);
        const isText = last?.columns.find(({ name }) => name === column)?.type.name === 'text';
        steps.push({ table: table.name, domain: known?.erasure.domain ?? 'other', path, hops, column, isText, action });
      }
    }
    if (steps.length > 0) stepsOf.set(keyOf(table), steps);
  }
  const hopsOf = new Map(
    [...stepsOf].map(([key, steps]) => [key, steps.flatMap(({ hops }) => hops.map(({ parent }) => parent))] as const),
  );
  return { steps: childrenFirst(tables, hopsOf).flatMap((table) => stepsOf.get(keyOf(table)) ?? []), broken };
}

/**
 * The keys of the plan's graph, and what the parts of a table hold on to: the vocabulary in which `effects.ts` says what a
 * change needs and does.
 */
import type { ChangeOf } from '../diff/change.ts';
import { functionKey, objectKey, schemaKey } from '../model/keys.ts';
import type {
  Column,
  ColumnValue,
  Constraint,
  DomainDef,
  Expr,
  ForeignKey,
  FunctionDef,
  Index,
  Policy,
  SequenceDef,
  Table,
  Trigger,
  View,
} from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { sqlNames } from '../text/sql-words.ts';

export const tableKey = (name: QName) => objectKey('table', name);
export const columnKey = (table: QName, column: Ident) => `column ${table.schema}.${table.name}.${column}`;
export const hypertableKey = (table: QName) => `hypertable ${table.schema}.${table.name}`;
/** TimescaleDB takes row security or what sums up and compresses, never both: the one goes before the other comes. */
export const openKey = (table: QName) => `no row security on ${table.schema}.${table.name}`;
export const uncompressedKey = (table: QName) => `no columnstore on ${table.schema}.${table.name}`;
export const columnsKey = (table: QName) => `columns of ${table.schema}.${table.name}`;
/** Everything speaks of a table and its columns by the names that the plan gives them first. */
export const namesKey = (table: QName) => `names of ${table.schema}.${table.name}`;
/** No foreign key stands between tables that become logged or unlogged: it goes before, and comes after. */
export const persistenceKeys = (table: QName) =>
  [`persistence of ${table.schema}.${table.name}`, `new persistence of ${table.schema}.${table.name}`] as const;
export const constraintKey = (table: QName, name: Ident) => `constraint ${table.schema}.${table.name}.${name}`;
/** Tables, indexes, views and sequences share one name space in a schema. */
export const relationKey = (name: QName) => `relation ${name.schema}.${name.name}`;
export const typeKey = (type: { readonly schema: Ident | null; readonly name: Ident }) =>
  `type ${type.schema ?? 'pg_catalog'}.${type.name}`;
const uniqueKey = (table: QName, columns: readonly Ident[]) =>
  `unique ${table.schema}.${table.name}(${[...columns].sort().join(',')})`;
/** Functions are found by name alone: an overload too many orders a little more, never wrongly. */
export const callKey = (name: QName) => `call ${name.schema}.${name.name}`;
export const partKey = (kind: 'policy' | 'trigger', table: QName, name: Ident) =>
  `${kind} ${table.schema}.${table.name}.${name}`;

/**
 * What views see of a table and policies of columns in other tables can only be found by word. These keys keep the drops
 * before and the makings after whatever touches a table or column of that word; nothing else needs them, so they close no
 * circle.
 */
export const shapeKey = (table: Ident) => `shape ${table}`;
export const touchedKey = (column: Ident) => `touched ${column}`;
export const calledKey = (name: Ident) => `called ${name}`;
export const newColumnKey = (column: Ident) => `new column ${column}`;

export function mentionsOf(...texts: readonly (Expr | null)[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    if (text === null) continue;
    for (const word of sqlNames(text)) words.add(word);
    // The one name that stands between quotes of a string.
    for (const [, name = ''] of text.matchAll(/nextval\(\s*'((?:[^']|'')*)'/gi)) {
      for (const word of sqlNames(name)) words.add(word);
    }
  }
  return words;
}

export function typeNeeds(type: DataType): readonly string[] {
  return type.schema === null ? [] : [typeKey(type), schemaKey(type.schema)];
}

export function columnTexts(column: Column): readonly Expr[] {
  return 'expr' in column.value ? [column.value.expr] : [];
}

export function valueWords(value: ColumnValue): readonly string[] {
  return 'expr' in value ? [...mentionsOf(value.expr)] : [];
}

function indexColumns(index: Index): readonly Ident[] {
  return [...index.keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : [])), ...index.include];
}

export function indexTexts(index: Index): readonly (Expr | null)[] {
  return [index.where, ...index.keys.map(({ key }) => (key.kind === 'expression' ? key.expr : null))];
}

function constraintColumns(constraint: Constraint): readonly Ident[] {
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique':
      return [...constraint.columns, ...constraint.include];
    case 'foreignKey':
      return constraint.columns;
    case 'exclusion':
      return constraint.elements.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
    case 'check':
      return [];
  }
}

export function constraintTexts(constraint: Constraint): readonly (Expr | null)[] {
  switch (constraint.kind) {
    case 'check':
      return [constraint.expr];
    case 'exclusion':
      return [constraint.where, ...constraint.elements.map(({ key }) => (key.kind === 'expression' ? key.expr : null))];
    default:
      return [];
  }
}

/** Key constraints bring an index of their own name. */
export function constraintProvides(table: QName, constraint: Constraint): readonly string[] {
  const own = constraintKey(table, constraint.name);
  const index = relationKey({ schema: table.schema, name: constraint.name });
  switch (constraint.kind) {
    case 'primaryKey':
      return [own, index, uniqueKey(table, constraint.columns), `primary key of ${tableKey(table)}`];
    case 'unique':
      return [own, index, uniqueKey(table, constraint.columns)];
    case 'exclusion':
      return [own, index];
    default:
      return [own];
  }
}

export function mentionedColumns(table: QName, texts: readonly (Expr | null)[]): readonly string[] {
  return [...mentionsOf(...texts)].map((word) => columnKey(table, word));
}

/** Primary keys and identity forbid NULL: that is allowed again only when they are gone, and had better be forbidden before. */
export const notNullKey = (table: QName, column: Ident) => `not null ${columnKey(table, column)}`;

/** So does an index that is the replica identity, whichever its columns are. */
export const forbidsNullKey = (table: QName) => `forbids null ${tableKey(table)}`;
export const allowsNullKey = (table: QName) => `allows null ${tableKey(table)}`;

export function keyColumns(table: QName, constraint: Constraint): readonly string[] {
  return constraint.kind === 'primaryKey' ? constraint.columns.map((column) => notNullKey(table, column)) : [];
}

export function constraintHolds(table: QName, constraint: Constraint): readonly string[] {
  return [
    tableKey(table),
    ...constraintColumns(constraint).map((column) => columnKey(table, column)),
    ...mentionedColumns(table, constraintTexts(constraint)),
    ...(constraint.kind === 'foreignKey' ? [...targetHolds(constraint), ...persistenceKeys(table)] : []),
  ];
}

export function targetHolds(key: ForeignKey): readonly string[] {
  return [
    tableKey(key.target),
    namesKey(key.target),
    ...persistenceKeys(key.target),
    uniqueKey(key.target, key.targetColumns),
    ...key.targetColumns.map((column) => columnKey(key.target, column)),
  ];
}

export function indexHolds(table: QName, index: Index): readonly string[] {
  return [
    tableKey(table),
    ...indexColumns(index).map((column) => columnKey(table, column)),
    ...mentionedColumns(table, indexTexts(index)),
  ];
}

export function indexProvides(table: QName, index: Index): readonly string[] {
  const columns = index.keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
  const plain = index.unique && index.where === null && columns.length === index.keys.length;
  return [relationKey({ schema: table.schema, name: index.name }), ...(plain ? [uniqueKey(table, columns)] : [])];
}

export function triggerHolds(table: QName, trigger: Trigger): readonly string[] {
  return [
    tableKey(table),
    callKey(trigger.function),
    ...trigger.updateOf.map((column) => columnKey(table, column)),
    ...mentionedColumns(table, [trigger.when]),
  ];
}

export function policyHolds(table: QName, policy: Policy): readonly string[] {
  return [tableKey(table), ...mentionedColumns(table, [policy.using, policy.check])];
}

export function tableTexts(table: Table): readonly (Expr | null)[] {
  return [...table.columns.flatMap(columnTexts), ...table.constraints.flatMap(constraintTexts)];
}

export function tableProvides(table: Table): readonly string[] {
  const keys = table.constraints.filter((constraint) => constraint.kind !== 'foreignKey');
  const partitions =
    table.storage.kind === 'partitioned' && table.storage.parts.kind === 'fixed' ? table.storage.parts.partitions : [];
  return [
    tableKey(table.name),
    relationKey(table.name),
    typeKey(table.name),
    ...table.columns.map((column) => columnKey(table.name, column.name)),
    ...keys.flatMap((constraint) => constraintProvides(table.name, constraint)),
    ...partitions.map((partition) => relationKey(partition.name)),
  ];
}

export function tableNeeds(table: Table): readonly string[] {
  const rolling = table.storage.kind === 'partitioned' && table.storage.parts.kind === 'rolling';
  const partitions =
    table.storage.kind === 'partitioned' && table.storage.parts.kind === 'fixed' ? table.storage.parts.partitions : [];
  return [
    schemaKey(table.name.schema),
    ...table.columns.flatMap((column) => typeNeeds(column.type)),
    ...partitions.map((partition) => schemaKey(partition.name.schema)),
    ...(rolling ? ROLLING_NEEDS : []),
  ];
}

const ROLLING_TABLE: QName = { schema: 'boyfanz', name: 'rolling_partitions' };

/** What a call of `boyfanz.make_partitions` runs, which no text of a statement shows. */
const ROLLING_FUNCTIONS = [
  'partition_start',
  'partition_name',
  'partition_bounds',
  'due_partitions',
  'lock_partitioned',
  'new_partition',
  'move_overflow',
  'run_maintenance',
  'make_partitions',
] as const;

/** A hypertable whose chunks our own function drops is registered like a table with rolling partitions. */
export const REGISTRY_NEEDS: readonly string[] = [tableKey(ROLLING_TABLE), columnKey(ROLLING_TABLE, 'overflow')];

export const ROLLING_NEEDS: readonly string[] = [
  ...REGISTRY_NEEDS,
  ...ROLLING_FUNCTIONS.map((name) => callKey({ schema: 'boyfanz', name })),
  schemaKey('boyfanz_parts'),
];

export function functionNeeds(fn: FunctionDef): readonly string[] {
  return [schemaKey(fn.name.schema), ...fn.args.flatMap((arg) => typeNeeds(arg.type))];
}

/** SQL bodies are not looked at: `check_function_bodies` is off while we create, so they may name what comes later. */
export function functionMentions(fn: FunctionDef): ReadonlySet<string> {
  return mentionsOf(fn.returns, ...fn.args.map((arg) => arg.default));
}

export function ownerHolds(owner: SequenceDef['ownedBy']): readonly string[] {
  return owner === null ? [] : [tableKey(owner.table), namesKey(owner.table), columnKey(owner.table, owner.column)];
}

export function domainTexts(domain: DomainDef): readonly (Expr | null)[] {
  return [domain.default, ...domain.checks.map((check) => check.expr)];
}

export function viewShapes(view: View): readonly string[] {
  return [...mentionsOf(view.query)].map(shapeKey);
}

export function policyWords(policy: Policy): readonly string[] {
  return [...mentionsOf(policy.using, policy.check)];
}

/** What hangs on an object needs the object, and has to happen before that is dropped. */
export function onObject(on: ChangeOf<'grant'>['on'] | ChangeOf<'setComment'>['on']): readonly string[] {
  switch (on.kind) {
    case 'schema':
      return [schemaKey(on.name)];
    case 'function':
      return [functionKey(on.function)];
    case 'enum':
    case 'domain':
      return [typeKey(on.name)];
    case 'table':
      return [tableKey(on.name), namesKey(on.name)];
    case 'view':
    case 'sequence':
      return [objectKey(on.kind, on.name)];
    case 'column':
      return [namesKey(on.table), columnKey(on.table, on.name)];
    case 'constraint':
      return [namesKey(on.table), constraintKey(on.table, on.name)];
    case 'policy':
    case 'trigger':
      return [namesKey(on.table), partKey(on.kind, on.table, on.name)];
    case 'index':
      return [namesKey(on.table), relationKey({ schema: on.table.schema, name: on.name })];
  }
}

/**
 * What a change needs and does, as keys: the only input of the ordering.
 *
 * `needs` must be provided before, when the plan provides it at all; `releases` names what an object that is dropped held
 * on to, which may only be removed after. Words are names found in SQL text: they order like needs, but give way where
 * they would make a circle, since a word may mean something else.
 */
import type { Change, ChangeKind, ChangeOf } from '../diff/change.ts';
import { extensionKey, functionKey, objectKey, schemaKey } from '../model/keys.ts';
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
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { sqlNames } from '../text/sql-words.ts';

export interface Effects {
  readonly provides: readonly string[];
  readonly needs: readonly string[];
  readonly removes: readonly string[];
  readonly releases: readonly string[];
  /** Words that this change makes meaningful, or takes the meaning from. */
  readonly names: readonly string[];
  /** Words in the SQL text of what is made or dropped. */
  readonly mentions: ReadonlySet<string>;
}

const tableKey = (name: QName) => objectKey('table', name);
const columnKey = (table: QName, column: Ident) => `column ${table.schema}.${table.name}.${column}`;
const columnsKey = (table: QName) => `columns of ${table.schema}.${table.name}`;
/** Everything speaks of a table and its columns by the names that the plan gives them first. */
const namesKey = (table: QName) => `names of ${table.schema}.${table.name}`;
/** No foreign key stands between tables that become logged or unlogged: it goes before, and comes after. */
const persistenceKeys = (table: QName) =>
  [`persistence of ${table.schema}.${table.name}`, `new persistence of ${table.schema}.${table.name}`] as const;
const constraintKey = (table: QName, name: Ident) => `constraint ${table.schema}.${table.name}.${name}`;
/** Tables, indexes, views and sequences share one name space in a schema. */
const relationKey = (name: QName) => `relation ${name.schema}.${name.name}`;
const typeKey = (type: { readonly schema: Ident | null; readonly name: Ident }) =>
  `type ${type.schema ?? 'pg_catalog'}.${type.name}`;
const uniqueKey = (table: QName, columns: readonly Ident[]) =>
  `unique ${table.schema}.${table.name}(${[...columns].sort().join(',')})`;
/** Functions are found by name alone: an overload too many orders a little more, never wrongly. */
const callKey = (name: QName) => `call ${name.schema}.${name.name}`;
const partKey = (kind: 'policy' | 'trigger', table: QName, name: Ident) =>
  `${kind} ${table.schema}.${table.name}.${name}`;

/**
 * What views see of a table and policies of columns in other tables can only be found by word. These keys keep the drops
 * before and the makings after whatever touches a table or column of that word; nothing else needs them, so they close no
 * circle.
 */
const shapeKey = (table: Ident) => `shape ${table}`;
const touchedKey = (column: Ident) => `touched ${column}`;
const calledKey = (name: Ident) => `called ${name}`;
const newColumnKey = (column: Ident) => `new column ${column}`;

function mentionsOf(...texts: readonly (Expr | null)[]): ReadonlySet<string> {
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

function effects(fields: Partial<Effects>): Effects {
  return { provides: [], needs: [], removes: [], releases: [], names: [], mentions: new Set(), ...fields };
}

function typeNeeds(type: DataType): readonly string[] {
  return type.schema === null ? [] : [typeKey(type), schemaKey(type.schema)];
}

function columnTexts(column: Column): readonly Expr[] {
  return 'expr' in column.value ? [column.value.expr] : [];
}

function valueWords(value: ColumnValue): readonly string[] {
  return 'expr' in value ? [...mentionsOf(value.expr)] : [];
}

function indexColumns(index: Index): readonly Ident[] {
  return [...index.keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : [])), ...index.include];
}

function indexTexts(index: Index): readonly (Expr | null)[] {
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

function constraintTexts(constraint: Constraint): readonly (Expr | null)[] {
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
function constraintProvides(table: QName, constraint: Constraint): readonly string[] {
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

function mentionedColumns(table: QName, texts: readonly (Expr | null)[]): readonly string[] {
  return [...mentionsOf(...texts)].map((word) => columnKey(table, word));
}

/** Primary keys and identity forbid NULL: that is allowed again only when they are gone, and had better be forbidden before. */
const notNullKey = (table: QName, column: Ident) => `not null ${columnKey(table, column)}`;

/** So does an index that is the replica identity, whichever its columns are. */
const forbidsNullKey = (table: QName) => `forbids null ${tableKey(table)}`;
const allowsNullKey = (table: QName) => `allows null ${tableKey(table)}`;

function keyColumns(table: QName, constraint: Constraint): readonly string[] {
  return constraint.kind === 'primaryKey' ? constraint.columns.map((column) => notNullKey(table, column)) : [];
}

function constraintHolds(table: QName, constraint: Constraint): readonly string[] {
  return [
    tableKey(table),
    ...constraintColumns(constraint).map((column) => columnKey(table, column)),
    ...mentionedColumns(table, constraintTexts(constraint)),
    ...(constraint.kind === 'foreignKey' ? [...targetHolds(constraint), ...persistenceKeys(table)] : []),
  ];
}

function targetHolds(key: ForeignKey): readonly string[] {
  return [
    tableKey(key.target),
    namesKey(key.target),
    ...persistenceKeys(key.target),
    uniqueKey(key.target, key.targetColumns),
    ...key.targetColumns.map((column) => columnKey(key.target, column)),
  ];
}

function indexHolds(table: QName, index: Index): readonly string[] {
  return [
    tableKey(table),
    ...indexColumns(index).map((column) => columnKey(table, column)),
    ...mentionedColumns(table, indexTexts(index)),
  ];
}

function indexProvides(table: QName, index: Index): readonly string[] {
  const columns = index.keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
  const plain = index.unique && index.where === null && columns.length === index.keys.length;
  return [relationKey({ schema: table.schema, name: index.name }), ...(plain ? [uniqueKey(table, columns)] : [])];
}

function triggerHolds(table: QName, trigger: Trigger): readonly string[] {
  return [
    tableKey(table),
    callKey(trigger.function),
    ...trigger.updateOf.map((column) => columnKey(table, column)),
    ...mentionedColumns(table, [trigger.when]),
  ];
}

function policyHolds(table: QName, policy: Policy): readonly string[] {
  return [tableKey(table), ...mentionedColumns(table, [policy.using, policy.check])];
}

function tableTexts(table: Table): readonly (Expr | null)[] {
  return [...table.columns.flatMap(columnTexts), ...table.constraints.flatMap(constraintTexts)];
}

function tableProvides(table: Table): readonly string[] {
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

function tableNeeds(table: Table): readonly string[] {
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

const ROLLING_NEEDS: readonly string[] = [
  tableKey({ schema: 'boyfanz', name: 'rolling_partitions' }),
  callKey({ schema: 'boyfanz', name: 'make_partitions' }),
  schemaKey('boyfanz_parts'),
];

function droppedTable(table: Table): Effects {
  return effects({
    removes: [
      ...tableProvides(table),
      ...table.constraints.map((constraint) => constraintKey(table.name, constraint.name)),
      ...table.indexes.map((index) => relationKey({ schema: table.name.schema, name: index.name })),
    ],
    releases: [
      ...table.columns.flatMap((column) => typeNeeds(column.type)),
      ...table.constraints.flatMap((constraint) => (constraint.kind === 'foreignKey' ? targetHolds(constraint) : [])),
      ...table.triggers.map((trigger) => callKey(trigger.function)),
      ...table.policies.flatMap(policyWords).map(touchedKey),
    ],
    names: [table.name.name],
    mentions: mentionsOf(
      ...tableTexts(table),
      ...table.indexes.flatMap(indexTexts),
      ...table.policies.flatMap((policy) => [policy.using, policy.check]),
      ...table.triggers.map((trigger) => trigger.when),
    ),
  });
}

function functionNeeds(fn: FunctionDef): readonly string[] {
  return [schemaKey(fn.name.schema), ...fn.args.flatMap((arg) => typeNeeds(arg.type))];
}

/** SQL bodies are not looked at: `check_function_bodies` is off while we create, so they may name what comes later. */
function functionMentions(fn: FunctionDef): ReadonlySet<string> {
  return mentionsOf(fn.returns, ...fn.args.map((arg) => arg.default));
}

function ownerHolds(owner: SequenceDef['ownedBy']): readonly string[] {
  return owner === null ? [] : [tableKey(owner.table), namesKey(owner.table), columnKey(owner.table, owner.column)];
}

function domainTexts(domain: DomainDef): readonly (Expr | null)[] {
  return [domain.default, ...domain.checks.map((check) => check.expr)];
}

function viewEffects(view: View): Partial<Effects> {
  return { names: [view.name.name], mentions: mentionsOf(view.query) };
}

function viewShapes(view: View): readonly string[] {
  return [...mentionsOf(view.query)].map(shapeKey);
}

function policyWords(policy: Policy): readonly string[] {
  return [...mentionsOf(policy.using, policy.check)];
}

function onTable(table: QName, more: Partial<Effects> = {}): Effects {
  return effects({ ...more, needs: [tableKey(table), namesKey(table), ...(more.needs ?? [])] });
}

/** What hangs on an object needs the object, and has to happen before that is dropped. */
function onObject(on: ChangeOf<'grant'>['on'] | ChangeOf<'setComment'>['on']): readonly string[] {
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

type EffectsOf = { readonly [K in ChangeKind]: (change: ChangeOf<K>) => Effects };

const EFFECTS: EffectsOf = {
  createSchema: ({ schema }) => effects({ provides: [schemaKey(schema.name)] }),
  createExtension: ({ extension }) =>
    effects({
      provides: [
        extensionKey(extension.name),
        ...(EXTENSION_CONTENTS.get(extension.name)?.types ?? []).map((name) =>
          typeKey({ schema: extension.schema, name }),
        ),
      ],
      needs: extension.schema === null ? [] : [schemaKey(extension.schema)],
      names: [extension.name],
    }),
  createEnum: (change) =>
    effects({
      provides: [typeKey(change.enum.name)],
      needs: [schemaKey(change.enum.name.schema)],
      names: [change.enum.name.name],
    }),
  dropEnum: (change) => effects({ removes: [typeKey(change.enum.name)], names: [change.enum.name.name] }),
  addEnumValue: () => effects({}),
  renameEnumValue: () => effects({}),
  createDomain: ({ domain }) =>
    effects({
      provides: [typeKey(domain.name)],
      needs: [schemaKey(domain.name.schema), ...typeNeeds(domain.type)],
      names: [domain.name.name],
      mentions: mentionsOf(...domainTexts(domain)),
    }),
  dropDomain: ({ domain }) =>
    effects({
      removes: [typeKey(domain.name)],
      releases: typeNeeds(domain.type),
      names: [domain.name.name],
      mentions: mentionsOf(...domainTexts(domain)),
    }),
  setDomainDefault: (change) => effects({ mentions: mentionsOf(change.default) }),
  setDomainNullable: () => effects({}),
  addDomainCheck: ({ domain, check }) =>
    effects({ provides: [`${typeKey(domain)} ${check.name}`], mentions: mentionsOf(check.expr) }),
  dropDomainCheck: ({ domain, check }) =>
    effects({ removes: [`${typeKey(domain)} ${check.name}`], mentions: mentionsOf(check.expr) }),
  createSequence: ({ sequence }) =>
    effects({
      provides: [objectKey('sequence', sequence.name), relationKey(sequence.name)],
      needs: [schemaKey(sequence.name.schema)],
      names: [sequence.name.name],
    }),
  dropSequence: ({ sequence }) =>
    effects({
      removes: [objectKey('sequence', sequence.name), relationKey(sequence.name)],
      names: [sequence.name.name],
    }),
  alterSequence: ({ to }) => effects({ needs: [objectKey('sequence', to.name)] }),
  setSequenceOwner: ({ sequence, from, ownedBy }) =>
    effects({
      needs: [objectKey('sequence', sequence), ...ownerHolds(ownedBy)],
      releases: [objectKey('sequence', sequence), ...ownerHolds(from)],
    }),
  createFunction: (change) =>
    effects({
      provides: [functionKey(change.function), callKey(change.function.name), calledKey(change.function.name.name)],
      needs: functionNeeds(change.function),
      names: [change.function.name.name],
      mentions: functionMentions(change.function),
    }),
  replaceFunction: ({ to }) => effects({ needs: functionNeeds(to), mentions: functionMentions(to) }),
  dropFunction: (change) =>
    effects({
      removes: [functionKey(change.function), callKey(change.function.name), calledKey(change.function.name.name)],
      releases: functionNeeds(change.function),
      names: [change.function.name.name],
      mentions: functionMentions(change.function),
    }),
  createView: ({ view }) =>
    effects({
      ...viewEffects(view),
      provides: [objectKey('view', view.name), relationKey(view.name), ...viewShapes(view)],
      needs: [schemaKey(view.name.schema)],
    }),
  dropView: ({ view }) =>
    effects({
      ...viewEffects(view),
      removes: [objectKey('view', view.name), relationKey(view.name)],
      releases: viewShapes(view),
    }),
  setViewOptions: ({ to }) => effects({ needs: [objectKey('view', to.name)] }),
  createTable: ({ table }) =>
    effects({
      provides: tableProvides(table),
      needs: tableNeeds(table),
      names: [table.name.name],
      mentions: mentionsOf(...tableTexts(table)),
    }),
  dropTable: ({ table }) => droppedTable(table),
  renameTable: ({ from, to }) =>
    effects({
      provides: [relationKey(to), tableKey(to), namesKey(to)],
      needs: [schemaKey(to.schema)],
      removes: [relationKey(from)],
      names: [to.name],
    }),
  // A TOAST table, which takes parameters of its own, comes with the first column that needs one.
  setTableParameters: ({ table }) => onTable(table.name, { needs: [columnsKey(table.name)] }),
  setLogged: ({ table }) => {
    const [before, after] = persistenceKeys(table);
    return onTable(table, { provides: [after], removes: [before] });
  },
  setReplicaIdentity: ({ table, identity }) =>
    onTable(table, {
      needs: [
        forbidsNullKey(table),
        ...(identity.kind === 'index' ? [relationKey({ schema: table.schema, name: identity.name })] : []),
      ],
      releases: [allowsNullKey(table)],
    }),
  addPartition: ({ table, partition }) =>
    onTable(table, { provides: [relationKey(partition.name)], needs: [schemaKey(partition.name.schema)] }),
  dropPartition: ({ table, partition }) => onTable(table, { removes: [relationKey(partition.name)] }),
  setRolling: ({ table }) => onTable(table, { needs: ROLLING_NEEDS }),
  dropRolling: ({ table }) => effects({ releases: [tableKey(table), ...ROLLING_NEEDS] }),
  createHypertable: ({ table }) =>
    onTable(table, { needs: [extensionKey('timescaledb')], provides: [`hypertable ${tableKey(table)}`] }),
  setChunkInterval: ({ table }) => onTable(table),
  setHypertableRetention: ({ table }) => onTable(table),
  setColumnstore: ({ table }) => onTable(table),
  addColumn: ({ table, column }) =>
    onTable(table, {
      provides: [columnKey(table, column.name), newColumnKey(column.name), columnsKey(table)],
      removes: [shapeKey(table.name)],
      needs: [
        ...typeNeeds(column.type),
        ...(column.value.kind === 'generated' ? mentionedColumns(table, columnTexts(column)) : []),
      ],
      mentions: mentionsOf(...columnTexts(column)),
    }),
  dropColumn: ({ table, column }) =>
    onTable(table, {
      removes: [columnKey(table, column.name), shapeKey(table.name), touchedKey(column.name)],
      releases: [
        ...typeNeeds(column.type),
        ...(column.value.kind === 'generated' ? mentionedColumns(table, columnTexts(column)) : []),
      ],
      mentions: mentionsOf(...columnTexts(column)),
    }),
  renameColumn: ({ table }) =>
    effects({ provides: [namesKey(table)], needs: [tableKey(table)], removes: [shapeKey(table.name)] }),
  // The column goes with its old type and comes with the new one: dependents are dropped before and made after.
  alterColumnType: ({ table, from, to }) =>
    onTable(table, {
      provides: [columnKey(table, to.name), columnsKey(table)],
      removes: [columnKey(table, to.name), shapeKey(table.name), touchedKey(to.name)],
      needs: typeNeeds(to.type),
      releases: typeNeeds(from.type),
      mentions: mentionsOf(...columnTexts(to)),
    }),
  setColumnNullable: ({ table, column, nullable }) =>
    onTable(table, {
      provides: [notNullKey(table, column), ...(nullable ? [] : [forbidsNullKey(table)])],
      needs: [columnKey(table, column)],
      removes: nullable ? [allowsNullKey(table)] : [],
    }),
  // Where a function or a type goes and comes back, one change lets go of it and another takes it: see diff/dependents.
  setColumnValue: ({ table, column, from, to }) =>
    onTable(table, {
      provides: [`value of ${columnKey(table, column)}`],
      needs: [
        ...(to.kind === 'none' ? [] : [columnKey(table, column)]),
        ...valueWords(to).map(calledKey),
        ...(to.kind === 'identity' ? [notNullKey(table, column)] : []),
      ],
      removes: from.kind === 'identity' && to.kind !== 'identity' ? [notNullKey(table, column)] : [],
      releases: [
        ...(to.kind === 'none' ? [columnKey(table, column)] : []),
        ...valueWords(from).map(calledKey),
        ...(from.kind === 'generated' ? mentionedColumns(table, [from.expr]) : []),
      ],
      mentions: new Set([...valueWords(to), ...valueWords(from)]),
    }),
  addConstraint: ({ table, constraint }) =>
    onTable(table, {
      provides: constraintProvides(table, constraint),
      needs: [...constraintHolds(table, constraint), ...keyColumns(table, constraint)],
      mentions: mentionsOf(...constraintTexts(constraint)),
    }),
  addForeignKey: ({ table, constraint }) =>
    onTable(table, { provides: constraintProvides(table, constraint), needs: constraintHolds(table, constraint) }),
  dropConstraint: ({ table, constraint }) =>
    onTable(table, {
      removes: [...constraintProvides(table, constraint), ...keyColumns(table, constraint)],
      releases: constraintHolds(table, constraint),
      mentions: mentionsOf(...constraintTexts(constraint)),
    }),
  renameConstraint: ({ table, from, to }) =>
    onTable(table, {
      removes: [constraintKey(table, from), relationKey({ schema: table.schema, name: from })],
      provides: [constraintKey(table, to), relationKey({ schema: table.schema, name: to })],
    }),
  setConstraintDeferrable: ({ table, constraint }) =>
    onTable(table, { needs: [constraintKey(table, constraint.name)] }),
  validateConstraint: ({ table, constraint }) => onTable(table, { needs: [constraintKey(table, constraint)] }),
  createIndex: ({ table, index }) =>
    onTable(table, {
      provides: indexProvides(table, index),
      needs: [...indexHolds(table, index), `hypertable ${tableKey(table)}`],
      mentions: mentionsOf(...indexTexts(index)),
    }),
  dropIndex: ({ table, index }) =>
    onTable(table, {
      removes: indexProvides(table, index),
      releases: indexHolds(table, index),
      mentions: mentionsOf(...indexTexts(index)),
    }),
  renameIndex: ({ table, from, to }) =>
    onTable(table, {
      removes: [relationKey({ schema: table.schema, name: from })],
      provides: [relationKey({ schema: table.schema, name: to })],
    }),
  setIndexParameters: ({ table, to }) =>
    onTable(table, { needs: [relationKey({ schema: table.schema, name: to.name })] }),
  setRowSecurity: ({ table }) => onTable(table),
  createPolicy: ({ table, policy }) =>
    onTable(table, {
      provides: [partKey('policy', table, policy.name), ...policyWords(policy).map(touchedKey)],
      needs: [...policyHolds(table, policy), ...policyWords(policy).map(newColumnKey)],
      mentions: mentionsOf(policy.using, policy.check),
    }),
  // The new conditions need their columns, and the old ones let go of theirs.
  alterPolicy: ({ table, from, to }) =>
    onTable(table, {
      needs: [...policyHolds(table, to), ...policyWords(to).map(newColumnKey)],
      releases: [...policyHolds(table, from), ...policyWords(from).map(touchedKey)],
      mentions: mentionsOf(to.using, to.check, from.using, from.check),
    }),
  dropPolicy: ({ table, policy }) =>
    onTable(table, {
      removes: [partKey('policy', table, policy.name)],
      releases: [...policyHolds(table, policy), ...policyWords(policy).map(touchedKey)],
      mentions: mentionsOf(policy.using, policy.check),
    }),
  createTrigger: ({ table, trigger }) =>
    onTable(table, {
      provides: [partKey('trigger', table, trigger.name)],
      needs: triggerHolds(table, trigger),
      mentions: mentionsOf(trigger.when),
    }),
  dropTrigger: ({ table, trigger }) =>
    onTable(table, {
      removes: [partKey('trigger', table, trigger.name)],
      releases: triggerHolds(table, trigger),
      mentions: mentionsOf(trigger.when),
    }),
  setTriggerEnabled: ({ table, trigger }) => onTable(table, { needs: [partKey('trigger', table, trigger.name)] }),
  grant: ({ on, grant }) => effects({ needs: [...onObject(on), ...grantColumns(on, grant.columns)] }),
  revoke: ({ on, grant }) => effects({ needs: onObject(on), releases: grantColumns(on, grant.columns) }),
  setComment: ({ on }) => effects({ needs: onObject(on) }),
  unsupported: () => effects({}),
};

function grantColumns(on: ChangeOf<'grant'>['on'], columns: readonly Ident[] | null): readonly string[] {
  return on.kind === 'table' ? (columns ?? []).map((column) => columnKey(on.name, column)) : [];
}

export function effectsOf<K extends ChangeKind>(change: ChangeOf<K>): Effects {
  const of = EFFECTS[change.kind as K];
  return of(change);
}

export function effectsOfAny(change: Change): Effects {
  return effectsOf(change);
}

/**
 * What a change needs and does, as keys: the only input of the ordering.
 *
 * `needs` must be provided before, when the plan provides it at all; `releases` names what an object that is dropped held
 * on to, which may only be removed after. Words are names found in SQL text: they order like needs, but give way where
 * they would make a circle, since a word may mean something else.
 */
import type { Change, ChangeKind, ChangeOf } from '../diff/change.ts';
import { extensionKey, functionKey, objectKey, roleKey, schemaKey } from '../model/keys.ts';
import type { ChunkRetention, Grant, Table, View } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import {
  allowsNullKey,
  calledKey,
  callKey,
  columnKey,
  columnsKey,
  columnTexts,
  constraintHolds,
  constraintKey,
  constraintProvides,
  constraintTexts,
  domainTexts,
  forbidsNullKey,
  functionMentions,
  functionNeeds,
  hypertableKey,
  indexHolds,
  indexProvides,
  indexTexts,
  keyColumns,
  mentionedColumns,
  mentionsOf,
  namesKey,
  newColumnKey,
  notNullKey,
  onObject,
  openKey,
  ownerHolds,
  partKey,
  persistenceKeys,
  policyHolds,
  policyWords,
  REGISTRY_NEEDS,
  ROLLING_NEEDS,
  relationKey,
  shapeKey,
  tableKey,
  tableNeeds,
  tableProvides,
  tableTexts,
  targetHolds,
  touchedKey,
  triggerHolds,
  typeKey,
  typeNeeds,
  uncompressedKey,
  valueWords,
  viewShapes,
} from './effect-keys.ts';

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

function effects(fields: Partial<Effects>): Effects {
  return { provides: [], needs: [], removes: [], releases: [], names: [], mentions: new Set(), ...fields };
}

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

function viewEffects(view: View): Partial<Effects> {
  return { names: [view.name.name], mentions: mentionsOf(view.query) };
}

function onTable(table: QName, more: Partial<Effects> = {}): Effects {
  return effects({ ...more, needs: [tableKey(table), namesKey(table), ...(more.needs ?? [])] });
}

function retentionNeeds(keep: ChunkRetention | null): readonly string[] {
  return keep?.by === 'maintenance' ? REGISTRY_NEEDS : [];
}

type EffectsOf = { readonly [K in ChangeKind]: (change: ChangeOf<K>) => Effects };

const EFFECTS: EffectsOf = {
  createRole: ({ role }) => effects({ provides: [roleKey(role.name)] }),
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
      needs: [
        schemaKey(view.name.schema),
        ...(view.continuous === null
          ? []
          : [tableKey(view.continuous.of), hypertableKey(view.continuous.of), openKey(view.continuous.of)]),
      ],
    }),
  dropView: ({ view }) =>
    effects({
      ...viewEffects(view),
      provides: view.continuous === null ? [] : [uncompressedKey(view.continuous.of)],
      removes: [objectKey('view', view.name), relationKey(view.name)],
      releases: viewShapes(view),
    }),
  setContinuousPolicy: ({ view }) => effects({ needs: [objectKey('view', view)] }),
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
  createHypertable: ({ table, storage }) =>
    onTable(table, {
      needs: [extensionKey('timescaledb'), ...retentionNeeds(storage.keep)],
      provides: [hypertableKey(table)],
    }),
  setChunkInterval: ({ table }) => onTable(table),
  setHypertableRetention: ({ table, from, to }) =>
    onTable(table, { needs: [...retentionNeeds(from), ...retentionNeeds(to)] }),
  setColumnstore: ({ table, to }) =>
    onTable(table, to === null ? { provides: [uncompressedKey(table)] } : { needs: [openKey(table)] }),
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
      needs: [...indexHolds(table, index), hypertableKey(table)],
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
  setRowSecurity: ({ table, to }) =>
    onTable(table, to === 'off' ? { provides: [openKey(table)] } : { needs: [uncompressedKey(table)] }),
  createPolicy: ({ table, policy }) =>
    onTable(table, {
      provides: [partKey('policy', table, policy.name), ...policyWords(policy).map(touchedKey)],
      needs: [...policyHolds(table, policy), ...policyWords(policy).map(newColumnKey), ...policy.roles.map(roleKey)],
      mentions: mentionsOf(policy.using, policy.check),
    }),
  // The new conditions need their columns, and the old ones let go of theirs.
  alterPolicy: ({ table, from, to }) =>
    onTable(table, {
      needs: [...policyHolds(table, to), ...policyWords(to).map(newColumnKey), ...to.roles.map(roleKey)],
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
  grant: ({ on, grants }) =>
    effects({ needs: [...onObject(on), roleKey(grants[0].role), ...grants.flatMap((one) => grantColumns(on, one))] }),
  revoke: ({ on, grants }) =>
    effects({ needs: onObject(on), releases: grants.flatMap((one) => grantColumns(on, one)) }),
  revokeDefaults: ({ on }) => effects({ needs: onObject(on) }),
  setComment: ({ on }) => effects({ needs: onObject(on) }),
  unsupported: () => effects({}),
};

function grantColumns(on: ChangeOf<'grant'>['on'], { columns }: Grant): readonly string[] {
  return on.kind === 'table' ? (columns ?? []).map((column) => columnKey(on.name, column)) : [];
}

export function effectsOf<K extends ChangeKind>(change: ChangeOf<K>): Effects {
  const of = EFFECTS[change.kind as K];
  return of(change);
}

export function effectsOfAny(change: Change): Effects {
  return effectsOf(change);
}

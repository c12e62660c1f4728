/**
 * Every change as statements. This table is the whole of what the tool can say to a server: `build`, `diff` and `apply`
 * print through it.
 */
import type { Change, ChangeKind, ChangeOf } from '../diff/change.ts';
import { alterColumnType, columnDefinition, setColumnNullable, setColumnValue } from './column.ts';
import { constraintDefinition, deferrableClause } from './constraint.ts';
import { setContinuousPolicy } from './continuous.ts';
import { closeFunction, createFunction, dropFunction } from './function.ts';
import { commentStatement, grantStatement, revokeDefaults, revokeStatement } from './grant.ts';
import { createHypertable, setChunkInterval, setColumnstore, setRetention } from './hypertable.ts';
import { createIndex, setIndexParameters } from './index.ts';
import { closePartition, createPartition, dropRolling, setRolling } from './partition.ts';
import { alterPolicy, createPolicy, dropPolicy } from './policy.ts';
import { createRole } from './role.ts';
import { alterSequence, createSequence, setSequenceOwner } from './sequence.ts';
import { createTable, renameTable, setReplicaIdentity, setRowSecurity, setTableParameters } from './table.ts';
import { EMPTY, id, qualified, raw, type Sql, sql } from './text.ts';
import { createTrigger, dropTrigger, setTriggerEnabled } from './trigger.ts';
import {
  addDomainCheck,
  addEnumValue,
  createDomain,
  createEnum,
  dropDomainCheck,
  renameEnumValue,
  setDomainDefault,
  setDomainNullable,
} from './user-type.ts';
import { onlySince, type VersionRange } from './version-range.ts';
import { createView, dropView, setViewOptions } from './view.ts';

type Renderers = {
  readonly [K in ChangeKind]: (change: ChangeOf<K>, range: VersionRange) => readonly Sql[];
};

const RENDERERS: Renderers = {
  // IF NOT EXISTS: `public` is there on most servers, and the ledger of apply may have made `boyfanz` before.
  createRole: ({ role }) => [createRole(role)],
  createSchema: ({ schema }) => [sql`create schema if not exists ${id(schema.name)}`],
  // IF NOT EXISTS: hosted platforms install some extensions beforehand.
  createExtension: ({ extension }) => [
    sql`create extension if not exists ${id(extension.name)}${extension.schema === null ? EMPTY : sql` with schema ${id(extension.schema)}`}`,
  ],
  createEnum: (change) => [createEnum(change.enum)],
  dropEnum: (change) => [sql`drop type ${qualified(change.enum.name)}`],
  addEnumValue: (change) => [addEnumValue(change.enum, change.label, change.place)],
  renameEnumValue: (change) => [renameEnumValue(change.enum, change.from, change.to)],
  createDomain: ({ domain }) => [createDomain(domain)],
  dropDomain: ({ domain }) => [sql`drop domain ${qualified(domain.name)}`],
  setDomainDefault: (change) => [setDomainDefault(change.domain, change.default)],
  setDomainNullable: ({ domain, nullable }) => [setDomainNullable(domain, nullable)],
  addDomainCheck: ({ domain, check }) => [addDomainCheck(domain, check)],
  dropDomainCheck: ({ domain, check }) => [dropDomainCheck(domain, check)],
  createSequence: ({ sequence }) => [createSequence(sequence)],
  dropSequence: ({ sequence }) => [sql`drop sequence ${qualified(sequence.name)}`],
  alterSequence: ({ from, to }) => alterSequence(from, to),
  setSequenceOwner: ({ sequence, ownedBy }) => [setSequenceOwner(sequence, ownedBy)],
  createFunction: (change, range) => [
    ...createFunction(change.function, 'create function', range),
    closeFunction(change.function),
  ],
  replaceFunction: ({ to }, range) => createFunction(to, 'create or replace function', range),
  dropFunction: (change) => [dropFunction(change.function)],
  createView: ({ view }, range) => createView(view, range),
  dropView: ({ view }) => [dropView(view)],
  setViewOptions: ({ from, to }, range) => setViewOptions(from, to, range),
  setContinuousPolicy: ({ view, from, to }) => setContinuousPolicy(view, from, to),
  createTable: ({ table }) => createTable(table),
  dropTable: ({ table }) => [sql`drop table ${qualified(table.name)}`],
  renameTable: ({ from, to }) => renameTable(from, to),
  setTableParameters: ({ table, from, to }) => setTableParameters(table, from, to),
  setLogged: ({ table, logged }) => [sql`alter table ${qualified(table)} set ${raw(logged ? 'logged' : 'unlogged')}`],
  setReplicaIdentity: ({ table, identity }) => [setReplicaIdentity(table, identity)],
  addPartition: ({ table, storage, rowSecurity, partition }) =>
    createPartition({ name: table, rowSecurity }, partition, storage.parameters),
  // Detached first: PostgreSQL drops no partition of a table that foreign keys refer to.
  dropPartition: ({ table, partition }) => [
    sql`alter table ${qualified(table)} detach partition ${qualified(partition.name)}`,
    sql`drop table ${qualified(partition.name)}`,
  ],
  setRolling: ({ table, key, rolling, parameters }) => setRolling(table, key, rolling, parameters),
  dropRolling: ({ table }) => [dropRolling(table)],
  createHypertable: ({ table, storage }) => createHypertable(table, storage),
  setChunkInterval: ({ table, chunk }) => [setChunkInterval(table, chunk)],
  setHypertableRetention: ({ table, storage, from, to }) => setRetention(table, storage, from, to),
  setColumnstore: ({ table, from, to }) => setColumnstore(table, from, to),
  addColumn: ({ table, column }) => [sql`alter table ${qualified(table)} add column ${columnDefinition(column)}`],
  dropColumn: ({ table, column }) => [sql`alter table ${qualified(table)} drop column ${id(column.name)}`],
  renameColumn: ({ table, from, to }) => [sql`alter table ${qualified(table)} rename column ${id(from)} to ${id(to)}`],
  alterColumnType: ({ table, from, to }) => alterColumnType(table, from, to),
  setColumnNullable: ({ table, column, nullable }) => [setColumnNullable(table, column, nullable)],
  setColumnValue: ({ table, column, from, to }) => setColumnValue(table, column, from, to),
  addConstraint: ({ table, constraint }) => [
    sql`alter table ${qualified(table)} add ${constraintDefinition(constraint)}`,
  ],
  addForeignKey: ({ table, constraint }) => [
    sql`alter table ${qualified(table)} add ${constraintDefinition(constraint)}`,
  ],
  dropConstraint: ({ table, constraint }) => [
    sql`alter table ${qualified(table)} drop constraint ${id(constraint.name)}`,
  ],
  renameConstraint: ({ table, from, to }) => [
    sql`alter table ${qualified(table)} rename constraint ${id(from)} to ${id(to)}`,
  ],
  setConstraintDeferrable: ({ table, constraint }) => {
    const clause =
      constraint.deferrable === 'not deferrable' ? raw('not deferrable') : deferrableClause(constraint.deferrable);
    return [sql`alter table ${qualified(table)} alter constraint ${id(constraint.name)} ${clause}`];
  },
  validateConstraint: ({ table, constraint }) => [
    sql`alter table ${qualified(table)} validate constraint ${id(constraint)}`,
  ],
  createIndex: ({ table, index }) => [createIndex(table, index)],
  dropIndex: ({ table, index }) => [sql`drop index ${qualified({ schema: table.schema, name: index.name })}`],
  renameIndex: ({ table, from, to }) => [
    sql`alter index ${qualified({ schema: table.schema, name: from })} rename to ${id(to)}`,
  ],
  setIndexParameters: ({ table, from, to }) => setIndexParameters(table, from, to),
  setRowSecurity: ({ table, partitions, from, to }) => [
    setRowSecurity(table, from, to),
    ...partitions.map(closePartition),
  ],
  createPolicy: ({ table, policy }) => [createPolicy(table, policy)],
  alterPolicy: ({ table, to }) => [alterPolicy(table, to)],
  dropPolicy: ({ table, policy }) => [dropPolicy(table, policy)],
  createTrigger: ({ table, trigger }) => createTrigger(table, trigger),
  dropTrigger: ({ table, trigger }) => [dropTrigger(table, trigger)],
  setTriggerEnabled: ({ table, trigger }) => [setTriggerEnabled(table, trigger)],
  grant: ({ on, grants, since }, range) => onlySince(range, since, grantStatement(on, grants)),
  revoke: ({ on, grants, since }, range) => onlySince(range, since, revokeStatement(on, grants)),
  revokeDefaults,
  setComment: ({ on, comment }) => [commentStatement(on, comment)],
  unsupported: () => [],
};

/** @returns the statements of a change, in order, without final semicolons; none for `unsupported`. */
export function renderChange<K extends ChangeKind>(change: ChangeOf<K>, range: VersionRange): readonly Sql[] {
  const render = RENDERERS[change.kind as K];
  return render(change, range);
}

/** Widened for lists of mixed changes. */
export function renderAnyChange(change: Change, range: VersionRange): readonly Sql[] {
  return renderChange(change, range);
}

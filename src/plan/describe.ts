/** A change in a line of words. */
import type { Change, CommentTarget, GrantList, GrantTarget } from '../diff/change.ts';
import { functionKey } from '../model/keys.ts';
import { displayName, type QName } from '../model/name.ts';
import { displayType } from '../model/type.ts';

function part(table: QName, name: string): string {
  return `${displayName(table)}.${name}`;
}

function target(on: GrantTarget | CommentTarget): string {
  switch (on.kind) {
    case 'schema':
      return `schema ${on.name}`;
    case 'function':
      return functionKey(on.function);
    case 'column':
    case 'constraint':
    case 'policy':
    case 'trigger':
    case 'index':
      return `${on.kind} ${part(on.table, on.name)}`;
    default:
      return `${on.kind} ${displayName(on.name)}`;
  }
}

function privileges(grants: GrantList): string {
  return grants.map(({ privilege }) => privilege).join(', ');
}

export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'createRole':
      return `create role ${change.role.name}`;
    case 'createSchema':
      return `create schema ${change.schema.name}`;
    case 'createExtension':
      return `create extension ${change.extension.name}`;
    case 'createEnum':
      return `create enum ${displayName(change.enum.name)}`;
    case 'dropEnum':
      return `drop enum ${displayName(change.enum.name)}`;
    case 'addEnumValue':
      return `add value ${change.label} to enum ${displayName(change.enum)}`;
    case 'renameEnumValue':
      return `rename value ${change.from} of enum ${displayName(change.enum)} to ${change.to}`;
    case 'createDomain':
      return `create domain ${displayName(change.domain.name)}`;
    case 'dropDomain':
      return `drop domain ${displayName(change.domain.name)}`;
    case 'setDomainDefault':
      return `set default of domain ${displayName(change.domain)}`;
    case 'setDomainNullable':
      return `${change.nullable ? 'allow' : 'forbid'} NULL in domain ${displayName(change.domain)}`;
    case 'addDomainCheck':
      return `add check ${change.check.name} to domain ${displayName(change.domain)}`;
    case 'dropDomainCheck':
      return `drop check ${change.check.name} of domain ${displayName(change.domain)}`;
    case 'createSequence':
      return `create sequence ${displayName(change.sequence.name)}`;
    case 'dropSequence':
      return `drop sequence ${displayName(change.sequence.name)}`;
    case 'alterSequence':
      return `alter sequence ${displayName(change.to.name)}`;
    case 'setSequenceOwner':
      return `set owner of sequence ${displayName(change.sequence)}`;
    case 'createFunction':
      return `create ${functionKey(change.function)}`;
    case 'replaceFunction':
      return `replace ${functionKey(change.to)}`;
    case 'dropFunction':
      return `drop ${functionKey(change.function)}`;
    case 'createView':
      return `create view ${displayName(change.view.name)}`;
    case 'dropView':
      return `drop view ${displayName(change.view.name)}`;
    case 'setContinuousPolicy':
      return `set refresh and retention of ${displayName(change.view)}`;
    case 'setViewOptions':
      return `set options of view ${displayName(change.to.name)}`;
    case 'createTable':
      return `create table ${displayName(change.table.name)}`;
    case 'dropTable':
      return `drop table ${displayName(change.table.name)}`;
    case 'renameTable':
      return `rename table ${displayName(change.from)} to ${displayName(change.to)}`;
    case 'setTableParameters':
      return `set storage parameters of ${displayName(change.table.name)}`;
    case 'setLogged':
      return `make ${displayName(change.table)} ${change.logged ? 'logged' : 'unlogged'}`;
    case 'setReplicaIdentity':
      return `set replica identity of ${displayName(change.table)} to ${change.identity.kind === 'index' ? change.identity.name : change.identity.kind}`;
    case 'addPartition':
      return `add partition ${displayName(change.partition.name)} to ${displayName(change.table)}`;
    case 'dropPartition':
      return `drop partition ${displayName(change.partition.name)} of ${displayName(change.table)}`;
    case 'setRolling':
      return `keep rolling partitions of ${displayName(change.table)}`;
    case 'dropRolling':
      return `stop rolling partitions of ${displayName(change.table)}`;
    case 'createHypertable':
      return `make ${displayName(change.table)} a hypertable`;
    case 'setChunkInterval':
      return `set chunk interval of ${displayName(change.table)}`;
    case 'setHypertableRetention':
      return `set retention of ${displayName(change.table)}`;
    case 'setColumnstore':
      return `set compression of ${displayName(change.table)}`;
    case 'addColumn':
      return `add column ${part(change.table, change.column.name)} ${displayType(change.column.type)}`;
    case 'dropColumn':
      return `drop column ${part(change.table, change.column.name)}`;
    case 'renameColumn':
      return `rename column ${part(change.table, change.from)} to ${change.to}`;
    case 'alterColumnType':
      return `change type of ${part(change.table, change.to.name)} from ${displayType(change.from.type)} to ${displayType(change.to.type)}`;
    case 'setColumnNullable':
      return `${change.nullable ? 'allow' : 'forbid'} NULL in ${part(change.table, change.column)}`;
    case 'setColumnValue':
      return `set ${change.to.kind === 'none' ? `no ${change.from.kind}` : change.to.kind} of ${part(change.table, change.column)}`;
    case 'addConstraint':
    case 'addForeignKey':
      return `add constraint ${part(change.table, change.constraint.name)}`;
    case 'dropConstraint':
      return `drop constraint ${part(change.table, change.constraint.name)}`;
    case 'renameConstraint':
      return `rename constraint ${part(change.table, change.from)} to ${change.to}`;
    case 'setConstraintDeferrable':
      return `make constraint ${part(change.table, change.constraint.name)} ${change.constraint.deferrable}`;
    case 'validateConstraint':
      return `validate constraint ${part(change.table, change.constraint)}`;
    case 'createIndex':
      return `create index ${change.index.name} on ${displayName(change.table)}`;
    case 'dropIndex':
      return `drop index ${change.index.name} on ${displayName(change.table)}`;
    case 'renameIndex':
      return `rename index ${change.from} to ${change.to}`;
    case 'setIndexParameters':
      return `set parameters of index ${change.to.name}`;
    case 'setRowSecurity':
      return `set row security of ${displayName(change.table)} ${change.to}`;
    case 'createPolicy':
      return `create policy ${change.policy.name} on ${displayName(change.table)}`;
    case 'alterPolicy':
      return `alter policy ${change.to.name} on ${displayName(change.table)}`;
    case 'dropPolicy':
      return `drop policy ${change.policy.name} on ${displayName(change.table)}`;
    case 'createTrigger':
      return `create trigger ${change.trigger.name} on ${displayName(change.table)}`;
    case 'dropTrigger':
      return `drop trigger ${change.trigger.name} on ${displayName(change.table)}`;
    case 'setTriggerEnabled':
      return `set trigger ${change.trigger.name} on ${displayName(change.table)} ${change.trigger.enabled}`;
    case 'grant':
      return `grant ${privileges(change.grants)} on ${target(change.on)} to ${change.grants[0].role}`;
    case 'revoke':
      return `revoke ${privileges(change.grants)} on ${target(change.on)} from ${change.grants[0].role}`;
    case 'revokeDefaults':
      return `revoke the default privileges on ${target(change.on)} from ${[...new Set([...change.roles, ...change.ofSequences])].join(', ')}`;
    case 'setComment':
      return `${change.comment === null ? 'remove comment of' : 'comment'} ${target(change.on)}`;
    case 'unsupported':
      return `cannot change ${change.object}`;
  }
}

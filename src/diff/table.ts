/** Tables. */
import type { Table } from '../model/model.ts';
import { type QName, sameName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffColumns } from './column.ts';
import { diffComment } from './comment.ts';
import { diffConstraints } from './constraint.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { diffGrants } from './grants.ts';
import { diffIndexes } from './index.ts';
import { diffPolicies } from './policy.ts';
import { createdStorage, diffStorage, refuseRetypedKey } from './storage.ts';
import { diffTriggers } from './trigger.ts';

const FACETS: Facets<Table, null> = {
  kind: noChange,
  name: noChange,
  renamedFrom: noChange,
  comment: (from, to) => diffComment({ kind: 'table', name: to.name }, from.comment, to.comment),
  columns: (from, to) => [...diffColumns(to.name, from.columns, to.columns), ...refuseRetypedKey(from, to)],
  constraints: (from, to) => diffConstraints(to.name, from.constraints, to.constraints),
  storage: diffStorage,
  indexes: (from, to) => diffIndexes(to.name, to.storage.kind === 'partitioned', from.indexes, to.indexes),
  replicaIdentity: (_from, to) => [{ kind: 'setReplicaIdentity', table: to.name, identity: to.replicaIdentity }],
  triggers: (from, to) => diffTriggers(to.name, from.triggers, to.triggers),
  policies: (from, to) => diffPolicies(to.name, from.policies, to.policies),
  // After the policies: RLS without one shuts everybody out.
  rowSecurity: (from, to) => [
    {
      kind: 'setRowSecurity',
      table: to.name,
      partitions: from.rowSecurity === 'off' ? keptPartitions(from, to) : [],
      from: from.rowSecurity,
      to: to.rowSecurity,
    },
  ],
  grants: (from, to) => diffGrants({ kind: 'table', name: to.name }, from.grants, to.grants),
};

/** New ones have row security from the start. */
function keptPartitions(from: Table, to: Table): readonly QName[] {
  const after = fixedPartitions(to);
  return fixedPartitions(from).filter((name) => after.some((other) => sameName(name, other)));
}

function fixedPartitions({ storage }: Table): readonly QName[] {
  return storage.kind === 'partitioned' && storage.parts.kind === 'fixed'
    ? storage.parts.partitions.map((partition) => partition.name)
    : [];
}

export function diffTable(from: Table, to: Table): readonly Change[] {
  return runFacets(FACETS, from, to, null);
}

/** What CREATE TABLE alone makes of a table: the rest is the difference from it. */
function bareTable(table: Table): Table {
  return {
    ...table,
    comment: null,
    columns: table.columns.map((column) => ({ ...column, comment: null })),
    constraints: table.constraints
      .filter((constraint) => constraint.kind !== 'foreignKey')
      .map((constraint) => ({ ...constraint, comment: null })),
    indexes: [],
    // Switched on with the table, so that no moment shows it open.
    rowSecurity: table.rowSecurity === 'off' ? 'off' : 'on',
    policies: [],
    grants: [],
    triggers: [],
    replicaIdentity: { kind: 'default' },
  };
}

export function createdTable(table: Table): readonly Change[] {
  return [{ kind: 'createTable', table }, ...createdStorage(table), ...diffTable(bareTable(table), table)];
}

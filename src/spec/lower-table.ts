/** A table spec -> a table of the Model, and what specs know beside it. */
import type { PiiClass, TableInfo } from '../model/info.ts';
import type { Constraint, ReplicaIdentity, Table } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { reportAbsentMentions } from './absent-columns.ts';
import type { ColumnGroups } from './column-groups.ts';
import { deriveIndexes } from './derive-indexes.ts';
import { lowerAccess, lowerPolicies, lowerRowSecurity } from './lower-access.ts';
import { lowerColumn } from './lower-column.ts';
import { lowerConstraints } from './lower-constraints.ts';
import { lowerErasure } from './lower-erasure.ts';
import { lowerForeignKeys } from './lower-foreign-keys.ts';
import { lowerIndexes } from './lower-indexes.ts';
import { lowerScale } from './lower-scale.ts';
import { lowerStorage } from './lower-storage.ts';
import { lowerTriggers } from './lower-triggers.ts';
import { lowerGrants } from './lower-values.ts';
import { parseVolume } from './parse-volume.ts';
import type { RawTable } from './raw.ts';
import { type DeclaredTable, findDeclaredTable, parseName, type Scope, type SpecDocument, valueAt } from './scope.ts';
import type { RelationNames, TableContext } from './table-context.ts';

export interface LoweredTable {
  readonly table: Table;
  readonly info: TableInfo;
  /** Constraints, indexes, policies and triggers by name. */
  readonly named: ReadonlyMap<string, Span>;
}

function lowerReplicaIdentity(raw: RawTable['replica_identity']): ReplicaIdentity {
  return typeof raw === 'object' ? { kind: 'index', name: raw.index } : { kind: raw ?? 'default' };
}

function softReferences(context: TableContext): ReadonlyMap<Ident, string> {
  const found = new Map<Ident, string>();
  for (const { name, raw, place, path } of context.columns.values()) {
    if (raw.soft_references === undefined) continue;
    const span = valueAt(place, ...path, 'soft_references');
    const target = findDeclaredTable(raw.soft_references, span, context.scope);
    if (target !== null) found.set(name, displayName(target.name));
  }
  return found;
}

function piiClasses(context: TableContext): ReadonlyMap<Ident, PiiClass> {
  const classes = [...context.columns.values()].map(({ name, raw }) => [name, raw.pii] as const);
  return new Map(classes.flatMap(([name, pii]) => (pii === undefined ? [] : [[name, pii] as const])));
}

function lowerInfo(context: TableContext, derivedIndexes: ReadonlySet<Ident>): TableInfo {
  const { raw, section, source } = context.document;
  return {
    section,
    file: source.path,
    access: lowerAccess(context),
    volume: parseVolume(raw.volume),
    pii: piiClasses(context),
    softReferences: softReferences(context),
    derivedIndexes,
    allow: new Map(Object.entries(raw.allow ?? {})),
    retention: raw.retention ?? null,
    scale: lowerScale(context),
    erasure: lowerErasure(context),
  };
}

/** Lowers as much as is right; parts with problems are reported and left out. */
export function lowerTable(
  document: SpecDocument<'table'>,
  declared: DeclaredTable,
  groups: ColumnGroups,
  relations: RelationNames,
  scope: Scope,
): LoweredTable {
  const { raw, name } = document;
  const columns = declared.columns ?? new Map();
  const named = new Map<string, Span>();
  const context: TableContext = {
    scope,
    document,
    name,
    declared,
    columns,
    named,
    constraintNames: new Map(),
    relations,
  };
  reportAbsentMentions(document, declared.absent, scope.problems);
  const lowered = [...context.columns.values()]
    .map((column) => lowerColumn(column, declared.primaryKey, scope))
    .filter((column) => column !== null);
  const constraints: readonly Constraint[] = [...lowerConstraints(context), ...lowerForeignKeys(context)];
  const indexes = lowerIndexes(context);
  const derived = deriveIndexes(context, lowered, constraints, indexes);
  const storage = lowerStorage(context);
  const table: Table = {
    kind: 'table',
    name,
    comment: raw.comment,
    columns: lowered,
    constraints,
    indexes: [...indexes, ...derived],
    storage,
    rowSecurity: lowerRowSecurity(context, storage),
    policies: lowerPolicies(context),
    grants: lowerGrants(raw.grants, 'table', (...path) => valueAt(document, 'grants', ...path), scope.problems),
    triggers: lowerTriggers(context, groups),
    replicaIdentity: lowerReplicaIdentity(raw.replica_identity),
    renamedFrom: raw.renamed_from === undefined ? null : parseName(raw.renamed_from, scope.project),
  };
  return { table, info: lowerInfo(context, new Set(derived.map((index) => index.name))), named };
}

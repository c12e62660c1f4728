/** Puts the parts of tables together. */

import { objectKey } from '../model/keys.ts';
import type { Constraint, ObjectKey, Policy, Storage, Table, Trigger } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import type { CatalogColumn } from './columns.ts';
import type { GrantsOf } from './grants.ts';
import type { HypertableRow } from './hypertables.ts';
import type { Indexes } from './indexes.ts';
import type { Partitions, RollingRow } from './partitions.ts';
import type { Relation, RelationPartitioning } from './relations.ts';
import type { Unmodelled } from './unmodelled.ts';

/** Everything that belongs to tables: by table oid, hypertables by `schema.name`. */
export interface TableParts {
  readonly relations: readonly Relation[];
  readonly columns: ReadonlyMap<string, readonly CatalogColumn[]>;
  readonly constraints: ReadonlyMap<string, readonly Constraint[]>;
  readonly indexes: ReadonlyMap<string, Indexes>;
  readonly policies: ReadonlyMap<string, readonly Policy[]>;
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  readonly partitions: ReadonlyMap<string, Partitions>;
  readonly rolling: ReadonlyMap<string, RollingRow>;
  readonly hypertables: ReadonlyMap<string, HypertableRow>;
  readonly grantsOf: GrantsOf;
}

/** An index that a failed or still running CREATE INDEX CONCURRENTLY left behind. */
export interface InvalidIndex {
  readonly table: QName;
  readonly index: Ident;
}

export interface BuiltTables {
  readonly tables: readonly Table[];
  /** Table oid to key, for what is read about tables apart from the Model. */
  readonly keys: ReadonlyMap<string, ObjectKey>;
  readonly unmodelled: readonly Unmodelled[];
  readonly invalidIndexes: readonly InvalidIndex[];
}

export function buildTables(parts: TableParts): BuiltTables {
  const tables: Table[] = [];
  const keys = new Map<string, ObjectKey>();
  const unmodelled: Unmodelled[] = [];
  const invalidIndexes: InvalidIndex[] = [];
  for (const relation of parts.relations) {
    const key = objectKey('table', relation.name);
    const { storage, problems } = storageOf(relation, parts);
    unmodelled.push(...problems.map((what) => ({ object: key, what })));
    if (storage === null) continue;
    const { oid, name } = relation;
    const indexes = parts.indexes.get(oid);
    keys.set(oid, key);
    invalidIndexes.push(...(indexes?.invalid ?? []).map((index) => ({ table: name, index })));
    tables.push({
      kind: 'table',
      name,
      comment: relation.comment,
      columns: (parts.columns.get(oid) ?? []).map(({ column }) => column),
      constraints: [...(parts.constraints.get(oid) ?? []), ...(indexes?.exclusions ?? [])],
      indexes: indexes?.indexes ?? [],
      storage,
      rowSecurity: relation.rowSecurity,
      policies: parts.policies.get(oid) ?? [],
      grants: parts.grantsOf('relation', oid),
      triggers: parts.triggers.get(oid) ?? [],
      replicaIdentity: relation.replicaIdentity,
      renamedFrom: null,
    });
  }
  return { tables, keys, unmodelled, invalidIndexes };
}

interface BuiltStorage {
  /** `null`: the whole table is beyond the Model. */
  readonly storage: Storage | null;
  readonly problems: readonly string[];
}

function storageOf(relation: Relation, parts: TableParts): BuiltStorage {
  const { name, parameters, unlogged, partitioned } = relation;
  if (partitioned !== null) return partitionedStorage(relation, partitioned, parts);
  const row = parts.hypertables.get(`${name.schema}.${name.name}`);
  if (row === undefined) return { storage: { kind: 'heap', unlogged, parameters }, problems: [] };
  return { storage: row.hypertable === null ? null : { ...row.hypertable, parameters }, problems: row.problems };
}

function partitionedStorage(relation: Relation, how: RelationPartitioning, parts: TableParts): BuiltStorage {
  const columns = new Map((parts.columns.get(relation.oid) ?? []).map(({ attnum, column }) => [attnum, column.name]));
  const key = how.attnums.flatMap((attnum) => columns.get(attnum) ?? []);
  if (key.length !== how.attnums.length) return { storage: null, problems: ['a table partitioned by an expression'] };
  const rolling = parts.rolling.get(relation.oid);
  if (rolling !== undefined) {
    if (rolling.rolling === null)
      return { storage: null, problems: ['rolling partitions of an interval of mixed units'] };
    return {
      storage: {
        kind: 'partitioned',
        by: how.by,
        key,
        parts: { kind: 'rolling', rolling: rolling.rolling },
        parameters: rolling.parameters,
      },
      problems: [],
    };
  }
  const found = parts.partitions.get(relation.oid);
  return {
    storage: {
      kind: 'partitioned',
      by: how.by,
      key,
      parts: { kind: 'fixed', partitions: found?.partitions ?? [] },
      parameters: found?.parameters ?? {},
    },
    problems: (found?.nested ?? []).map((nested) => `the partition ${nested}, which is partitioned again`),
  };
}

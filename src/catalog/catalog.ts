/** Catalog rows to a Model. Pure: the rows are read by `db/read-catalog.ts`. */

import type { DefaultGrant } from '../diff/default-grants.ts';
import { modelOf } from '../model/keys.ts';
import type { Model, ObjectKey, SchemaObject } from '../model/model.ts';
import { buildColumns } from './columns.ts';
import { buildConstraints } from './constraints.ts';
import { buildDefaultGrants } from './default-grants.ts';
import { buildDependents, type ExternalDependent } from './dependents.ts';
import { buildDomains } from './domains.ts';
import { buildEnums } from './enums.ts';
import { buildFunctions } from './functions.ts';
import { buildGrants } from './grants.ts';
import { buildHypertables } from './hypertables.ts';
import { buildIndexes } from './indexes.ts';
import { buildPartitions, buildRolling } from './partitions.ts';
import { buildPolicies } from './policies.ts';
import type { CatalogRows } from './queries.ts';
import { buildRelations } from './relations.ts';
import { buildRoles } from './roles.ts';
import { buildExtensions, buildSchemas } from './schemas.ts';
import { ignoreFilter } from './scope.ts';
import { buildSequences } from './sequences.ts';
import { buildSizes } from './sizes.ts';
import { buildTables, type InvalidIndex } from './tables.ts';
import { buildAttached, buildTriggers } from './triggers.ts';
import { buildUnmodelled, type Unmodelled } from './unmodelled.ts';
import { buildContinuous, buildViews } from './views.ts';

/** A database as it is. */
export interface LiveDatabase {
  /** Objects by kind and name. Extensions are those of the whole database, everything else of the managed schemas. */
  readonly model: Model;
  /** Heap bytes of each table with its partitions or chunks; 0 when empty. */
  readonly sizes: ReadonlyMap<ObjectKey, number>;
  readonly unmodelled: readonly Unmodelled[];
  /** Not in the Model, since they answer no query; a new index of that name needs them dropped first. */
  readonly invalidIndexes: readonly InvalidIndex[];
  readonly externalDependents: readonly ExternalDependent[];
  /** What the role of the session gives to others on everything it makes. */
  readonly defaultGrants: readonly DefaultGrant[];
}

/** @param ignore patterns of names to leave out, see `ignoreFilter`. */
export function buildCatalog(rows: CatalogRows, ignore: readonly string[]): LiveDatabase {
  const isIgnored = ignoreFilter(ignore);
  const grantsOf = buildGrants(rows.grants);
  const sequences = buildSequences(rows.sequences, grantsOf);
  const tables = buildTables({
    relations: buildRelations(rows.relations).filter(({ name }) => !isIgnored(name)),
    columns: buildColumns(rows.columns, sequences.identity),
    constraints: buildConstraints(rows.constraints),
    indexes: buildIndexes(rows.indexes),
    policies: buildPolicies(rows.policies),
    triggers: buildTriggers(rows.triggers),
    partitions: buildPartitions(rows.partitions),
    rolling: buildRolling(rows.rolling),
    hypertables: buildHypertables(rows.hypertables, rows.compression),
    grantsOf,
  });
  const objects: readonly SchemaObject[] = [
    ...buildRoles(rows.roles),
    ...buildSchemas(rows.schemas, grantsOf),
    ...buildExtensions(rows.extensions),
    ...buildEnums(rows.enums),
    ...buildDomains(rows.domains),
    ...sequences.standalone,
    ...buildFunctions(rows.functions, grantsOf, buildAttached(rows.attached)),
    ...tables.tables,
    ...buildViews(rows.views, buildContinuous(rows.continuous), grantsOf),
  ];
  return {
    model: modelOf(objects.filter((object) => typeof object.name === 'string' || !isIgnored(object.name))),
    sizes: buildSizes(rows.sizes, tables.keys),
    unmodelled: [...tables.unmodelled, ...buildUnmodelled(rows.unmodelled, isIgnored)],
    invalidIndexes: tables.invalidIndexes,
    externalDependents: buildDependents(rows.dependents),
    defaultGrants: buildDefaultGrants(rows.defaultGrants),
  };
}

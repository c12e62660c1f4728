/**
 * Every question that is asked of a server's catalog, in the order in which they are asked. `$1::text[]` are the managed
 * schemas.
 */
import { COLUMNS_QUERY } from './columns.ts';
import { constraintsQuery } from './constraints.ts';
import { DEFAULT_GRANTS_QUERY } from './default-grants.ts';
import { DEPENDENTS_QUERY } from './dependents.ts';
import { DOMAINS_QUERY } from './domains.ts';
import { ENUMS_QUERY } from './enums.ts';
import { FUNCTIONS_QUERY } from './functions.ts';
import { GRANTS_QUERY } from './grants.ts';
import { COMPRESSION_QUERY, hypertablesQuery } from './hypertables.ts';
import { indexesQuery } from './indexes.ts';
import { PARTITIONS_QUERY, ROLLING_QUERY } from './partitions.ts';
import { POLICIES_QUERY } from './policies.ts';
import { RELATIONS_QUERY } from './relations.ts';
import { ROLES_QUERY } from './roles.ts';
import type { CatalogRow } from './row.ts';
import { EXTENSIONS_QUERY, SCHEMAS_QUERY } from './schemas.ts';
import { SEQUENCES_QUERY } from './sequences.ts';
import { SIZES_QUERY } from './sizes.ts';
import { ATTACHED_QUERY, TRIGGERS_QUERY } from './triggers.ts';
import { unmodelledQuery } from './unmodelled.ts';
import { CONTINUOUS_QUERY, VIEWS_QUERY } from './views.ts';

const QUERY_NAMES = [
  'roles',
  'schemas',
  'extensions',
  'enums',
  'domains',
  'sequences',
  'functions',
  'relations',
  'columns',
  'constraints',
  'indexes',
  'rolling',
  'partitions',
  'hypertables',
  'compression',
  'policies',
  'triggers',
  'continuous',
  'attached',
  'views',
  'grants',
  'defaultGrants',
  'unmodelled',
  'sizes',
  'dependents',
] as const;

export type QueryName = (typeof QUERY_NAMES)[number];

/** Answers by question; one that was not asked has no rows. */
export type CatalogRows = Readonly<Record<QueryName, readonly CatalogRow[]>>;

/** Says what else there is to ask: whether the tool's table of rolling partitions and TimescaleDB are there. */
export const FACTS_QUERY = `
select to_regclass('boyfanz.rolling_partitions') is not null,
  exists (select from pg_extension e where e.extname = 'timescaledb')`;

export interface CatalogFacts {
  readonly hasRolling: boolean;
  readonly hasTimescale: boolean;
}

export interface CatalogQuery {
  readonly name: QueryName;
  readonly text: string;
}

/** @param major of the server: some columns of the catalog are only there from a version on. */
export function catalogQueries(major: number, facts: CatalogFacts): readonly CatalogQuery[] {
  const texts: Readonly<Record<QueryName, string | null>> = {
    roles: ROLES_QUERY,
    schemas: SCHEMAS_QUERY,
    extensions: EXTENSIONS_QUERY,
    enums: ENUMS_QUERY,
    domains: DOMAINS_QUERY,
    sequences: SEQUENCES_QUERY,
    functions: FUNCTIONS_QUERY,
    relations: RELATIONS_QUERY,
    columns: COLUMNS_QUERY,
    constraints: constraintsQuery(major),
    indexes: indexesQuery(major),
    rolling: facts.hasRolling ? ROLLING_QUERY : null,
    partitions: PARTITIONS_QUERY,
    hypertables: facts.hasTimescale ? hypertablesQuery(facts.hasRolling) : null,
    compression: facts.hasTimescale ? COMPRESSION_QUERY : null,
    policies: POLICIES_QUERY,
    triggers: TRIGGERS_QUERY,
    continuous: facts.hasTimescale ? CONTINUOUS_QUERY : null,
    attached: ATTACHED_QUERY,
    views: VIEWS_QUERY,
    grants: GRANTS_QUERY,
    defaultGrants: DEFAULT_GRANTS_QUERY,
    unmodelled: unmodelledQuery(major),
    sizes: SIZES_QUERY,
    dependents: DEPENDENTS_QUERY,
  };
  return QUERY_NAMES.flatMap((name) => {
    const text = texts[name];
    return text === null ? [] : [{ name, text }];
  });
}

export function noRows(): Record<QueryName, readonly CatalogRow[]> {
  const entries = QUERY_NAMES.map((name) => [name, [] as readonly CatalogRow[]] as const);
  return Object.fromEntries(entries) as Record<QueryName, readonly CatalogRow[]>;
}

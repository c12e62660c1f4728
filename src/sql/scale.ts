/**
 * Calls of Citus. Each does nothing when its work is done already, so that a file of them can run again after a failure.
 * See `pg_dist_partition`: partmethod h is distributed, repmodel t a reference table.
 */
import type { ForeignKey, FunctionDef, Policy, Table } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { constraintDefinition } from './constraint.ts';
import { functionSignature } from './function.ts';
import { id, lit, qualified, raw, type Sql, sql } from './text.ts';

function unlessThere(table: QName, as: string): Sql {
  return sql`where not exists (select from pg_dist_partition where logicalrelid = ${lit(qualified(table))}::regclass and ${raw(as)})`;
}

/** @throws when the table has no part of that name: lowering reports it, so one here is a bug */
export function dropPart(table: Table, part: Ident): Sql {
  if (table.constraints.some(({ name }) => name === part)) {
    return sql`alter table ${qualified(table.name)} drop constraint if exists ${id(part)}`;
  }
  if (table.triggers.some(({ name }) => name === part)) {
    return sql`drop trigger if exists ${id(part)} on ${qualified(table.name)}`;
  }
  if (table.indexes.some(({ name }) => name === part)) {
    return sql`drop index if exists ${qualified({ schema: table.name.schema, name: part })}`;
  }
  throw new Error(`${table.name.name} has no ${part}`);
}

export function dropPolicy(table: QName, policy: Policy): Sql {
  return sql`drop policy if exists ${id(policy.name)} on ${qualified(table)}`;
}

export function addForeignKey(table: QName, key: ForeignKey): Sql {
  return sql`alter table ${qualified(table)} add ${constraintDefinition(key)}`;
}

export function createReferenceTable(table: QName): Sql {
  return sql`select create_reference_table(${lit(qualified(table))}) ${unlessThere(table, "repmodel = 't'")}`;
}

/** With every local table that foreign keys tie it to. */
export function addLocalTable(table: QName): Sql {
  return sql`select citus_add_local_table_to_metadata(${lit(qualified(table))}, cascade_via_foreign_keys => true) ${unlessThere(table, 'not autoconverted')}`;
}

/** @param group the table that it is put together with, `null` for a group of its own */
export function createDistributedTable(table: QName, by: Ident, group: QName | null): Sql {
  const with_ = group === null ? lit('none') : lit(qualified(group));
  return sql`select create_distributed_table(${lit(qualified(table))}, ${lit(by)}, colocate_with => ${with_}) ${unlessThere(table, "partmethod = 'h'")}`;
}

export function distributeFunction(fn: FunctionDef): Sql {
  return sql`select create_distributed_function(${lit(functionSignature(fn))})`;
}

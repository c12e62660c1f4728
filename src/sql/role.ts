/** Roles. */
import type { RoleDef } from '../model/model.ts';
import { id, lit, type Sql, sql } from './text.ts';

/** There is no CREATE ROLE IF NOT EXISTS, and another database of the server may have made it, or be making it now. */
export function createRole({ name }: RoleDef): Sql {
  return sql`do $role$\nbegin\n  if not exists (select from pg_catalog.pg_roles where rolname = ${lit(name)}) then\n    create role ${id(name)} nologin;\n  end if;\nexception\n  when duplicate_object or unique_violation then\n    null;\nend\n$role$`;
}

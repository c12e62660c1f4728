/** Whether a role may make an extension, asked of catalogs that every role may read. */
import { type Sql, sql } from './text.ts';

/**
 * A superuser makes any, everybody the trusted ones, and on a platform the members of its own roles all that it offers; one
 * that is not on the disk, nobody. CREATE on the database is needed as well, and not asked for here.
 *
 * @param name of the extension, as an expression of type name or text
 * @param installers an expression of type text[]: roles
 */
export function creatableExtension(name: Sql, installers: Sql): Sql {
  return sql`exists (
    select from pg_catalog.pg_available_extensions a
    join pg_catalog.pg_available_extension_versions v on v.name = a.name and v.version = a.default_version
    join pg_catalog.pg_roles r on r.rolname = current_user
    where a.name = ${name} and (r.rolsuper
      or not v.superuser or v.trusted
      or exists (select from pg_catalog.pg_roles i where i.rolname = any (${installers}) and pg_has_role(i.oid, 'MEMBER'))))`;
}

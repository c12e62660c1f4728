/** Roles. They belong to the whole server, so only those that are asked for are read. */
import type { RoleDef } from '../model/model.ts';
import { type CatalogRow, cells } from './row.ts';

/** `$1::text[]`: names. */
export const ROLES_QUERY = `
select r.rolname from pg_roles r where r.rolname = any ($1::text[]) order by r.rolname`;

export function buildRoles(rows: readonly CatalogRow[]): readonly RoleDef[] {
  return rows.map((row) => ({ kind: 'role', name: cells(row).text() }));
}

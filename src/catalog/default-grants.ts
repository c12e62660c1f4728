/** Default privileges of the role that makes things. What it gets itself is no grant. */
import type { DefaultGrant } from '../diff/default-grants.ts';
import { type CatalogRow, cells } from './row.ts';

export const DEFAULT_GRANTS_QUERY = `
select distinct case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' else 'function' end as objects,
  n.nspname collate "C" as schema,
  case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee) end collate "C" as role
from pg_default_acl d
left join pg_namespace n on n.oid = d.defaclnamespace
cross join lateral aclexplode(d.defaclacl) x
where d.defaclrole = (select r.oid from pg_roles r where r.rolname = current_user)
  and d.defaclobjtype in ('r', 'S', 'f') and x.grantee <> d.defaclrole
order by objects, schema nulls first, role`;

export function buildDefaultGrants(rows: readonly CatalogRow[]): readonly DefaultGrant[] {
  return rows.map((row) => {
    const cell = cells(row);
    const objects = cell.text();
    const schema = cell.textOrNull();
    return { objects: objects === 'table' || objects === 'sequence' ? objects : 'function', schema, role: cell.text() };
  });
}

/** Privileges on schemas, relations, columns and functions, without what owners hold on their own objects. */
import type { Grant, Privilege } from '../model/model.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, MANAGED_TABLES, notFromExtension } from './scope.ts';

export type GrantHolder = 'schema' | 'relation' | 'function';

/** The grants on one object, sorted by role and privilege. */
export type GrantsOf = (holder: GrantHolder, oid: string) => readonly Grant[];

/** A function without an ACL may be executed by everybody; schemas and relations without one are their owner's alone. */
export const GRANTS_QUERY = `
with acls (holder, oid, owner, attname, acl) as (
  select 'schema', n.oid, n.nspowner, null::name, n.nspacl
  from pg_namespace n
  where n.nspname = any ($1::text[])
  union all
  select 'relation', c.oid, c.relowner, null, c.relacl
  from pg_class c
  where c.relacl is not null
    and ((${MANAGED_TABLES}) or (c.relkind in ('v', 'S') and ${inManagedSchemas('c.relnamespace')}))
  union all
  select 'relation', c.oid, c.relowner, a.attname, a.attacl
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attacl is not null and not a.attisdropped and c.relkind in ('r', 'p', 'v') and not c.relispartition
    and ${inManagedSchemas('c.relnamespace')}
  union all
  select 'function', p.oid, p.proowner, null, coalesce(p.proacl, acldefault('f', p.proowner))
  from pg_proc p
  where p.prokind = 'f' and ${inManagedSchemas('p.pronamespace')} and ${notFromExtension('pg_proc', 'p.oid')}
)
select distinct a.holder, a.oid, case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee) end collate "C" as role,
  lower(x.privilege_type) collate "C" as privilege, x.is_grantable, a.attname
from acls a cross join lateral aclexplode(a.acl) x
where x.grantee <> a.owner
order by a.holder, a.oid, role, privilege, x.is_grantable, a.attname nulls first`;

const PRIVILEGES: ReadonlySet<string> = new Set<Privilege>([
  'select',
  'insert',
  'update',
  'delete',
  'truncate',
  'references',
  'trigger',
  'usage',
  'create',
  'execute',
]);

/** MAINTAIN (PostgreSQL 17) is not a privilege of the Model: it comes with GRANT ALL and would differ between versions. */
function isPrivilege(text: string): text is Privilege {
  return PRIVILEGES.has(text);
}

export function buildGrants(rows: readonly CatalogRow[]): GrantsOf {
  const grants = new Map<string, Grant[]>();
  for (const row of rows) {
    const cell = cells(row);
    const key = `${cell.text()} ${cell.text()}`;
    const role = cell.text();
    const privilege = cell.text();
    const grantable = cell.flag();
    const column = cell.textOrNull();
    if (!isPrivilege(privilege)) continue;
    const found = grants.get(key) ?? [];
    grants.set(key, found);
    const last = found.at(-1);
    // Rows come sorted, so the columns of one grant follow each other.
    if (
      column !== null &&
      last?.columns &&
      last.role === role &&
      last.privilege === privilege &&
      last.grantable === grantable
    ) {
      found[found.length - 1] = { ...last, columns: [...last.columns, column] };
    } else {
      found.push({ role, privilege, columns: column === null ? null : [column], grantable });
    }
  }
  return (holder, oid) => grants.get(`${holder} ${oid}`) ?? [];
}

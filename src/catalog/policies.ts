/** Row security policies, by table oid. */
import type { Policy } from '../model/model.ts';
import { byFirstCell, type CatalogRow, cells } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

export const POLICIES_QUERY = `
select p.polrelid, p.polname, p.polpermissive, p.polcmd,
  array(select case r.oid when 0 then 'public' else pg_get_userbyid(r.oid)::text end from unnest(p.polroles) r (oid)),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), m.description
from pg_class c
join pg_policy p on p.polrelid = c.oid
left join pg_description m on m.classoid = 'pg_policy'::regclass and m.objoid = p.oid
where ${MANAGED_TABLES}
order by p.polrelid, p.polname`;

const COMMANDS: Readonly<Record<string, Policy['command']>> = {
  '*': 'all',
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
};

export function buildPolicies(rows: readonly CatalogRow[]): ReadonlyMap<string, readonly Policy[]> {
  const built = new Map<string, readonly Policy[]>();
  for (const [table, group] of byFirstCell(rows)) built.set(table, group.map(buildPolicy));
  return built;
}

function buildPolicy(row: CatalogRow): Policy {
  const cell = cells(row);
  cell.text();
  const name = cell.text();
  const permissive = cell.flag();
  const letter = cell.text();
  const command = COMMANDS[letter];
  if (command === undefined) throw new Error(`Not a command of a policy: ${letter}`);
  const roles = [...cell.texts()].sort();
  return {
    name,
    permissive,
    command,
    roles,
    using: cell.textOrNull(),
    check: cell.textOrNull(),
    comment: cell.textOrNull(),
  };
}

/** Schemas of a database that are its users' own. */
import type { Session } from './session.ts';

const USER_SCHEMAS = `
select n.nspname from pg_namespace n
where n.nspname !~ '^pg_' and n.nspname !~ '^_?timescaledb' and n.nspname <> 'information_schema'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
order by 1`;

export async function userSchemas(session: Session): Promise<readonly string[]> {
  return (await session.query(USER_SCHEMAS)).map(([name]) => name ?? '');
}

/** Rows put past every rule but access, and what people get of them. */
import type { Session } from '../../src/db/session.ts';

const HELPERS = `
  set search_path = public;
  create function pg_temp.u(n integer) returns uuid language sql immutable
    as $$ select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
  create function pg_temp.insert_some(target regclass, given jsonb) returns void language plpgsql as $$
  begin
    execute format('insert into %s (%s) select %2$s from jsonb_populate_record(null::%1$s, $1)', target,
      (select string_agg(quote_ident(key), ', ') from jsonb_object_keys(given) key)) using given;
  end $$;`;

/** The literal of what `pg_temp.u(n)` gives, which a closed role may not call. */
export function idOf(n: number): string {
  return `'00000000-0000-7000-8000-${String(n).padStart(12, '0')}'`;
}

/**
 * Triggers and foreign keys sleep meanwhile; checks do not.
 *
 * @param rows by table, a query each that yields a row as jsonb; `pg_temp.u(n)` is the id of number n
 */
export async function insertRows(
  session: Session,
  rows: readonly (readonly [table: string, query: string])[],
): Promise<void> {
  await session.execute('set session_replication_role = replica');
  for (const [table, query] of rows) {
    await session.execute(`select pg_temp.insert_some('public.${table}', given) from (${query}) as r (given)`);
  }
  await session.execute('set session_replication_role = origin');
}

export async function prepareRows(session: Session): Promise<void> {
  await session.execute(HELPERS);
}

/** The first column of every row that a person gets, in one line; or what kept them from it. Nothing they write stays. */
export async function askAs(session: Session, role: string, person: number, sql: string): Promise<string> {
  await session.execute(`begin; select set_config('app.user_id', ${idOf(person)}, true); set local role ${role}`);
  try {
    return (await session.query(sql)).map(([first]) => first ?? 'NULL').join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await session.execute('rollback');
  }
}

/** Many questions in one round trip, each as somebody else, each without a trace. */
import type { Session } from '../../src/db/session.ts';
import { quoteLiteral } from '../../src/text/quote.ts';

/** How a session says who asks: a setting, and its value with `%s` for the id. */
export interface Identity {
  readonly setting: string;
  readonly value: string;
}

/** As an application does that holds the connection. */
export const APP_IDENTITY: Identity = { setting: 'app.user_id', value: '%s' };

/** As PostgREST does, with what it read in a token. */
export const CLAIMS_IDENTITY: Identity = { setting: 'request.jwt.claims', value: '{"sub": "%s"}' };

export interface Question {
  /** `null`: the superuser whose session it is. */
  readonly role: string | null;
  readonly id: string | null;
  /** `rows`: how many rows the statement changed. `value`: the first column of its first row. */
  readonly wants: 'rows' | 'value';
  readonly statement: string;
}

/** A statement that is refused answers with the SQLSTATE and the message. */
export const DENIED = '42501';

const FUNCTIONS = `
create schema probe;
create function probe.ask(questions jsonb, setting text, template text) returns setof text language plpgsql as $$
declare
  question jsonb;
  result text;
  affected bigint;
begin
  for question in select value from jsonb_array_elements(questions) loop
    begin
      perform set_config(setting, coalesce(replace(template, '%s', question ->> 'id'), ''), true);
      -- Without triggers and foreign keys, so that nothing refuses a row before or beside row security.
      perform set_config('session_replication_role', 'replica', true);
      if question ->> 'role' is not null then
        perform set_config('role', question ->> 'role', true);
      end if;
      if question ->> 'wants' = 'rows' then
        execute question ->> 'statement';
        get diagnostics affected = row_count;
        result := affected;
      else
        execute question ->> 'statement' into result;
      end if;
      -- Takes everything back: the change, the role and the identity.
      raise exception using errcode = 'ZZ000', message = coalesce(result, '');
    exception
      when sqlstate 'ZZ000' then
        result := sqlerrm;
      when others then
        result := sqlstate || ' ' || sqlerrm;
    end;
    return next result;
  end loop;
end $$;
create function probe.witness(candidates text, applies text, setting text, template text) returns text language plpgsql as $$
declare
  candidate uuid;
  is_one boolean;
  found_id text;
begin
  for candidate in execute candidates loop
    perform set_config(setting, replace(template, '%s', candidate::text), true);
    execute applies into is_one using candidate;
    if is_one then
      found_id := candidate;
      exit;
    end if;
  end loop;
  perform set_config(setting, '', true);
  return found_id;
end $$`;

/** @param session of a superuser; what is made stays in the database */
export async function makeProbe(session: Session): Promise<void> {
  await session.execute(`drop schema if exists probe cascade; ${FUNCTIONS}`);
}

/** @returns one answer for each question, in order */
export async function ask(
  session: Session,
  questions: readonly Question[],
  { setting, value }: Identity,
): Promise<readonly string[]> {
  const rows = await session.query('select * from probe.ask($1, $2, $3)', [JSON.stringify(questions), setting, value]);
  return rows.map(([answer]) => answer ?? '');
}

export interface Search {
  /** A query that gives user ids. */
  readonly candidates: string;
  /** A query that is true for the one looked for, who is `$1` and signed in. */
  readonly applies: string;
}

/** The first candidate of each search to whom it applies. */
export async function findWitnesses(
  session: Session,
  searches: readonly Search[],
  { setting, value }: Identity,
): Promise<readonly (string | null)[]> {
  if (searches.length === 0) return [];
  const calls = searches.map(
    ({ candidates, applies }) => `probe.witness(${[candidates, applies, setting, value].map(quoteLiteral).join(', ')})`,
  );
  return (await session.query(`select ${calls.join(', ')}`))[0] ?? [];
}

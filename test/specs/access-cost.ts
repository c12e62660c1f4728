/** What row security costs: each query as the superuser, whom it does not bind, and as the person whose query it is. */
import { DatabaseError, type Session } from '../../src/db/session.ts';
import type { Roles } from '../../src/target/target.ts';
import { quoteIdent, quoteLiteral } from '../../src/text/quote.ts';
import { textTable } from '../../src/text/text-table.ts';
import { type QueryPlan, type Relation, readPlan } from './read-plan.ts';
import type { ApplicationQuery, BoundQuery } from './read-queries.ts';

const RUNS = 15;

/** Milliseconds of the middle one of some runs. */
const CLOCK = `
create schema clock;
grant usage on schema clock to public;
create function clock.median(statement text, runs integer) returns double precision language plpgsql as $$
declare
  started timestamptz;
  taken double precision[] := '{}';
begin
  for run in 0 .. runs loop
    started := clock_timestamp();
    execute statement;
    if run > 0 then
      taken := taken || extract(epoch from clock_timestamp() - started)::double precision * 1000;
    end if;
  end loop;
  return (select percentile_cont(0.5) within group (order by t) from unnest(taken) t);
end $$;
grant execute on function clock.median(text, integer) to public`;

/** Every role is given every permission that a policy asks for. Triggers want people who agree to that, and there are none. */
const STAFF = `
set session_replication_role = replica;
insert into public.user_permissions (id, resource, action, description)
select 20000 + row_number() over (), split_part(code, '.', 1), split_part(code, '.', 2), 'For this test.' from (
  select distinct (regexp_match(qual, 'has_permission\\(''([a-z_.]+)'''))[1] as code from pg_policies where 'boyfanz_staff' = any (roles)
) asked where code is not null
on conflict do nothing;
insert into public.user_role_permissions (role_id, permission_id, effect)
select r.id, p.id, 'allow' from public.user_permissions p, public.user_roles r
on conflict (role_id, permission_id) do update set effect = 'allow', conditions = null;
reset session_replication_role`;

const STAFF_PERSON = `
select user_id::text from public.user_role_assignments
where revoked_at is null and scope_creator_id is null and valid_from <= now() and coalesce(valid_until > now(), true)
order by role_id limit 1`;

export interface Cost {
  /** @returns what is wrong with the plan that row security leaves, a line each */
  readonly add: (
    query: ApplicationQuery,
    bound: BoundQuery,
    relations: ReadonlyMap<string, Relation>,
    isReadWhole: (plan: QueryPlan) => readonly string[],
  ) => Promise<readonly string[]>;
  readonly text: () => string;
}

interface Line {
  readonly id: string;
  readonly as: string;
  readonly rows: string;
  /** Milliseconds without row security and with it: planned each time, as by an application that prepares nothing. */
  readonly planned: readonly [number, number];
  /** The same for a prepared statement. */
  readonly prepared: readonly [number, number];
  readonly p95: number;
}

function ratio([without, guarded]: readonly [number, number]): number {
  return guarded / without;
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param session of a superuser, on a database with rows; the clock is left in it */
export async function openCost(session: Session, roles: Roles): Promise<Cost> {
  await session.execute(CLOCK);
  await session.execute(STAFF);
  const staff = (await session.query(STAFF_PERSON))[0]?.[0] ?? '';
  const lines: Line[] = [];

  async function median(statement: string): Promise<number> {
    const [row] = await session.query(`select clock.median(${quoteLiteral(statement)}, ${RUNS})`);
    return Number(row?.[0]);
  }

  async function timed(sql: string): Promise<{ readonly planned: number; readonly prepared: number }> {
    const planned = await median(sql);
    await session.execute(`prepare timed as ${sql}`);
    const prepared = await median('execute timed');
    await session.execute('deallocate timed');
    return { planned, prepared };
  }

  async function asPerson<T>({ as }: BoundQuery, work: () => Promise<T>): Promise<T> {
    const id = as.kind === 'member' ? as.id : as.kind === 'staff' ? staff : '';
    await session.execute(
      `select set_config('app.user_id', ${quoteLiteral(id)}, false); set role ${quoteIdent(roles[as.kind])}`,
    );
    try {
      return await work();
    } finally {
      await session.execute(`reset role; select set_config('app.user_id', '', false)`);
    }
  }

  return {
    add: async (query, bound, relations, isReadWhole) => {
      const free = await readPlan(session, bound.sql, relations);
      let guarded: QueryPlan;
      try {
        guarded = await asPerson(bound, () => readPlan(session, bound.sql, relations));
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.sqlState !== '42501') throw error;
        return [`${query.id} is refused to ${bound.as.kind}: ${error.message}`];
      }
      const without = await timed(bound.sql);
      const guardedTimes = await asPerson(bound, () => timed(bound.sql));
      lines.push({
        id: query.id,
        as: bound.as.kind,
        rows: guarded.rows === free.rows ? String(free.rows) : `${guarded.rows} of ${free.rows}`,
        planned: [without.planned, guardedTimes.planned],
        prepared: [without.prepared, guardedTimes.prepared],
        p95: query.p95_ms,
      });
      return isReadWhole(guarded).map((table) => `${query.id} as ${bound.as.kind} reads ${table} from end to end`);
    },
    text: () => {
      const late = lines.filter(({ planned: [, guarded], p95 }) => guarded > p95).map(({ id }) => id);
      const table = lines.map(({ id, as, rows, planned, prepared, p95 }) => [
        id,
        as,
        rows,
        ...planned.map((ms) => ms.toFixed(2)),
        ratio(planned).toFixed(2),
        ...prepared.map((ms) => ms.toFixed(2)),
        ratio(prepared).toFixed(2),
        String(p95),
      ]);
      const head = ['', 'as', 'rows', 'ms without', 'with', 'ratio', 'prepared without', 'with', 'ratio', 'p95 ms'];
      const middle = (ratios: readonly number[]) => middleOf(ratios).toFixed(2);
      return [
        ...textTable([head, ...table]),
        `The ratio in the middle of ${lines.length} queries: ${middle(lines.map(({ planned }) => ratio(planned)))}, prepared ${middle(lines.map(({ prepared }) => ratio(prepared)))}. Over their p95: ${late.join(', ') || 'none'}.`,
      ].join('\n');
    },
  };
}

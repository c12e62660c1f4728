/** Runs cases on the whole schema, loaded once for all sections. */
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';
import type { Case } from './case.ts';

/** `strip` leaves a table of another section its keys only, where a row of it is all that is needed. */
export const HELPERS = `
  set search_path = public;
  create function pg_temp.u(n integer) returns uuid language sql immutable
    as $$ select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
  create function pg_temp.h(t text) returns bytea language sql immutable as $$ select sha256(t::bytea) $$;
  create function pg_temp.strip(stripped regclass) returns void language plpgsql as $$
  declare
    name name;
  begin
    execute format('alter table %s disable trigger user', stripped);
    for name in select conname from pg_constraint where conrelid = stripped and contype in ('c', 'f') loop
      execute format('alter table %s drop constraint %I', stripped, name);
    end loop;
    for name in
      select attname
      from pg_attribute
      where attrelid = stripped and attnum > 0 and attnotnull and not attisdropped and attidentity = ''
        and not exists (
          select from pg_constraint where conrelid = stripped and contype = 'p' and attnum = any (conkey))
    loop
      execute format('alter table %s alter column %I drop not null', stripped, name);
    end loop;
  end $$;`;

const TIMEOUT_MS = 240_000;

/** Deferred constraints are looked at within the step; what is refused leaves nothing behind. */
async function run(session: Session, sql: string): Promise<string | null> {
  try {
    await session.execute(`begin; ${sql}; set constraints all immediate; commit`);
    return null;
  } catch (error) {
    await session.execute('rollback');
    return error instanceof Error ? error.message : String(error);
  }
}

/** @returns what went otherwise than the case says, `null` when nothing did */
async function judge(session: Session, one: Case): Promise<string | null> {
  switch (one.kind) {
    case 'yields': {
      const value = (await session.query(one.sql))[0]?.[0];
      return value === one.value ? null : `${one.title}: ${value}`;
    }
    case 'refuses': {
      const message = await run(session, one.sql);
      return message?.includes(one.because) ? null : `${one.title}: ${message ?? 'accepted'}`;
    }
    case 'given':
    case 'accepts': {
      const message = await run(session, one.sql);
      return message === null ? null : `${one.kind === 'given' ? one.sql : one.title}: ${message}`;
    }
  }
}

/**
 * A test for each of the oldest and the newest PostgreSQL: what loads and refuses alike on both does so between them.
 *
 * @param helpers SQL that runs first, on top of `HELPERS`
 */
export function holdsRules(section: string, cases: readonly Case[], helpers = ''): void {
  describe.each<PgMajor>([14, 18])('PostgreSQL %i', { timeout: TIMEOUT_MS }, (major) => {
    it(`holds the rules of ${section}`, () =>
      withCopyOf(major, 'whole_schema', specsScript, async ({ session }) => {
        await session.execute(`${HELPERS}${helpers}`);
        const wrong: string[] = [];
        for (const one of cases) {
          const problem = await judge(session, one);
          if (problem !== null) wrong.push(problem);
        }
        expect(wrong).toEqual([]);
      }));
  });
}

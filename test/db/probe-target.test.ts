import { expect, it } from 'vitest';
import { probeTarget } from '../../src/db/probe-target.ts';
import type { Session } from '../../src/db/session.ts';
import { withDatabase, withTimescale } from '../engines/with-engine.ts';

async function found(session: Session, host: string | null = '127.0.0.1'): Promise<string> {
  const { target, reason } = await probeTarget(session, host);
  return `${target.name}: ${reason}`;
}

const PLAIN = 'postgres: TimescaleDB is not installed or not preloaded, and nothing tells of a hosted platform';

it('is not misled by roles of the names that a platform has, nor by what only resembles it', () =>
  withDatabase(16, async ({ session }) => {
    expect(await found(session)).toBe(PLAIN);
    // Roles belong to the server and stay: with them alone it is what it was.
    await session.execute(`do $$ declare role text; begin
      foreach role in array array['anon', 'authenticated', 'service_role'] loop
        begin execute format('create role %I', role); exception when duplicate_object then null; end;
      end loop; end $$;
      create schema auth; create function auth.uid(text) returns uuid language sql as 'select null::uuid'`);
    expect(await found(session)).toBe(PLAIN);
    await session.execute(`create function auth.uid() returns uuid language sql as 'select null::uuid';
      revoke all on schema auth from public;
      do $$ begin create role probe_somebody; exception when duplicate_object then null; end $$;
      set role probe_somebody`);
    expect(await found(session)).toBe(
      'supabase: the roles anon, authenticated and service_role and the function auth.uid() are there',
    );
  }));

it('goes by the name of the host', () =>
  withDatabase(16, async ({ session }) => {
    expect(await found(session, 'EP-cool-123.eu-central-1.aws.neon.tech')).toBe(
      'neon: the name of its host ends in .neon.tech',
    );
    expect(await found(session, 'neon.tech.example.com')).toBe(PLAIN);
    expect(await found(session, null)).toBe(PLAIN);
  }));

it('knows TimescaleDB in the database; on the disk and not preloaded it is as good as not there', () =>
  withTimescale(async (session) => {
    expect(await found(session)).toBe(PLAIN);
    await session.execute('create extension timescaledb schema public');
    expect(await found(session)).toBe('timescale: TimescaleDB is in this database');
  }));

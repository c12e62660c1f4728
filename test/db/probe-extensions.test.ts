import { expect, it } from 'vitest';
import { openLedger, startPlan } from '../../src/db/ledger.ts';
import { probeExtensions } from '../../src/db/probe-extensions.ts';
import { withDatabase } from '../engines/with-engine.ts';

it('an empty database uses what it can have, one with the schema what it has', () =>
  withDatabase(15, async ({ session }) => {
    const probe = async () => {
      const [found] = await probeExtensions(session, new Map([['citext', 'public']]), ['public', 'boyfanz']);
      return found === undefined ? null : `${found.isUsed}: ${found.reason}`;
    };
    expect(await probe()).toBe('true: the server has it');
    await session.execute(`do $$ begin create role probe_nobody; exception when duplicate_object then null; end $$;
      set role probe_nobody`);
    expect(await probe()).toBe('false: it is not installed, and this role cannot install it');
    await session.execute('reset role; create schema other; create extension citext schema other');
    expect(await probe()).toBe('false: it is installed in the schema other and not in public');
    await session.execute('drop extension citext; create extension citext schema public');
    expect(await probe()).toBe('true: it is installed');

    await session.execute(`create schema boyfanz; create table boyfanz.rolling_partitions (id int);
      create table other.theirs (a public.citext); create table public.ours (a text)`);
    expect(await probe()).toBe('false: the schema was made without it');
    await session.execute('alter table public.ours add column b public.citext[]');
    expect(await probe()).toBe('true: tables here use it');

    await session.execute('alter table public.ours drop column b');
    await openLedger(session);
    await startPlan(session, 'hash', 2, 'test', null);
    expect(await probe()).toBe('true: it is installed');
    await session.execute('drop extension citext cascade');
    expect(await probe()).toBe('false: the schema was begun without it');
  }));

it('answers for each of several', () =>
  withDatabase(15, async ({ session }) => {
    await session.execute('create extension hstore schema public');
    const wanted = new Map([
      ['no_such_extension', 'public'],
      ['hstore', 'public'],
    ]);
    expect(await probeExtensions(session, wanted, ['public'])).toMatchObject([
      { name: 'no_such_extension', isUsed: false, isNotable: false },
      { name: 'hstore', isUsed: true, isNotable: true },
    ]);
  }));

import { describe, expect, it } from 'vitest';
import { TARGETS } from '../../src/target/list.ts';
import type { Signs } from '../../src/target/platform.ts';
import { PLATFORMS, PROBE_ORDER } from '../../src/target/platform-list.ts';
import { type FoundSigns, recognise } from '../../src/target/recognise.ts';
import { targetForServer } from '../../src/target/target-with.ts';
import { versionFit } from '../../src/target/version-fit.ts';

/** A server that has this and nothing else. */
function server(signs: Signs): FoundSigns {
  return {
    host: signs.host === undefined ? '127.0.0.1' : `db${signs.host}`,
    roles: new Set(signs.roles),
    functions: new Set(signs.functions),
    settings: new Set(signs.settings),
    schemas: new Set(signs.schemas),
    extensions: new Set(signs.extensions),
    available: new Set(signs.available),
    license: signs.license ?? null,
  };
}

const ALL = PROBE_ORDER.flatMap((name) =>
  PLATFORMS[name].recognised.map((signs) => [name, JSON.stringify(signs), signs] as const),
);

const PROBED_BY_SIGNS = Object.values(PLATFORMS)
  .filter(({ recognised }) => recognised.length > 0)
  .map(({ target }) => target.name);

it('asks every platform that can be recognised', () => {
  expect([...PROBE_ORDER].sort()).toEqual([...PROBED_BY_SIGNS].sort());
});

describe('a server with the signs of a platform', () => {
  it.each(ALL)('%s: %s', (name, _shown, signs) => {
    expect(recognise(server(signs)).target.name).toBe(name);
  });
});

describe('one sign alone', () => {
  const kinds = ['roles', 'functions', 'settings', 'schemas'] as const;
  const single = ALL.flatMap(([, , signs]) =>
    kinds.flatMap((kind) => (signs[kind] ?? []).map((one) => [kind, one] as const)),
  );

  it.each(single)('of %s, %s, makes no platform of a plain server', (kind, one) => {
    expect(recognise(server({ [kind]: [one] })).target.name).toBe('postgres');
  });
});

it('takes what is there before what could be made, and Supabase before all', () => {
  const timescaleHere = { extensions: ['timescaledb'], settings: ['timescaledb.max_background_workers'] };
  const onDisk = { available: ['timescaledb'], settings: ['timescaledb.max_background_workers'] };
  const supabase = { roles: ['anon', 'authenticated', 'service_role'], functions: ['auth.uid'] };
  const names = [
    { ...supabase, ...timescaleHere },
    { host: '.rlwy.net', ...timescaleHere },
    { host: '.rlwy.net', ...onDisk },
    { host: '.eu-central-1.aws.neon.tech', ...onDisk },
    onDisk,
    { available: ['timescaledb'] },
    { roles: ['rds_superuser', 'rdsadmin'], functions: ['pg_catalog.aurora_version'] },
  ].map((signs) => recognise(server(signs)).target.name);
  expect(names).toEqual(['supabase', 'timescale', 'railway', 'neon', 'timescale', 'postgres', 'aurora']);
});

it('says why', () => {
  const reasons = [
    { roles: ['anon', 'authenticated', 'service_role'], functions: ['auth.uid'] },
    { host: '.ep-cool-1.eu.neon.tech' },
    { extensions: ['timescaledb'], license: 'apache' as const },
    {},
  ].map((signs) => recognise(server(signs)).reason);
  expect(reasons).toEqual([
    'the roles anon, authenticated and service_role and the function auth.uid() are there',
    'the name of its host ends in .neon.tech',
    'TimescaleDB is in this database, in its Apache 2 edition',
    'TimescaleDB is not installed or not preloaded, and nothing tells of a hosted platform',
  ]);
});

it('goes on where the server is newer than all that is known, and knows what a target does not have', () => {
  expect(versionFit(TARGETS.supabase, 17).is).toBe('known');
  expect(versionFit(TARGETS.supabase, 19).is).toBe('newer');
  expect([14, 18].map((major) => versionFit(TARGETS.supabase, major))).toEqual([
    { is: 'outside', said: 'The target supabase is for PostgreSQL 15 to 17, and this is PostgreSQL 14.' },
    { is: 'outside', said: 'The target supabase is for PostgreSQL 15 to 17, and this is PostgreSQL 18.' },
  ]);
  expect(targetForServer(TARGETS.postgres, 19).versions).toEqual({ min: 18, max: 18 });
  expect(targetForServer(TARGETS.postgres, 15).versions).toEqual({ min: 15, max: 15 });
});

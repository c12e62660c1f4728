/** A server that cannot take the schema, or a role that may not make it: exit 6, one message, nothing touched. */
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { findObstacles } from '../../src/db/preflight.ts';
import type { Session } from '../../src/db/session.ts';
import { resolveConnection } from '../../src/db/url.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, runCli } from './run-cli.ts';
import { withSpecs } from './spec-folder.ts';

const PLACES = `table: places
comment: A place.
use: [uuid_id]
columns:
  position: { type: "geography(point,4326)", requires: postgis }
primary_key: [id]
access: { owner: id, read: [staff], write: [service] }
volume: 1k
`;

const VISITS = `table: visits
comment: A visit.
columns:
  place_id: { type: uuid, soft_references: places }
  at: timestamptz
primary_key: [place_id, at]
hypertable: { time: at, chunk: 7 days, keep: 1 year }
access: { read: [staff], write: [service] }
volume: 1M
`;

/** Everything that a database is made of, with its owners and rights. */
const STATE = `select md5(string_agg(line, chr(10) order by line)) from (
  select 'namespace ' || oid || nspname || nspowner || coalesce(nspacl::text, '') from pg_namespace where nspname !~ '^pg_'
  union all select 'class ' || oid || relname || relowner || coalesce(relacl::text, '') from pg_class
    where relnamespace not in (select oid from pg_namespace where nspname ~ '^pg_(temp|toast)')
  union all select 'proc ' || oid || proname || coalesce(proacl::text, '') from pg_proc
  union all select 'type ' || oid || typname from pg_type
    where typnamespace not in (select oid from pg_namespace where nspname ~ '^pg_(temp|toast)')
  union all select 'extension ' || oid || extname from pg_extension
  union all select 'database ' || coalesce(datacl::text, '') from pg_database where datname = current_database()
) as everything (line)`;

interface Scene {
  readonly session: Session;
  /** The text that `build` writes for this target. */
  readonly built: (target: string) => Promise<string>;
  readonly url: string;
  /** Of a role that owns nothing. */
  readonly theirUrl: string;
  readonly run: (line: string, as?: 'nobody') => Promise<Ran>;
  /** Runs a command that has to stop with exit 6, one error and nothing touched. @returns what it says */
  readonly refused: (line: string, as?: 'nobody') => Promise<string>;
}

function onServer(major: PgMajor, work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(major, ({ url, session }) =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '01-people/places.yaml': PLACES, '01-people/visits.yaml': VISITS });
      await session.execute(
        'do $$ begin create role preflight_nobody login; exception when duplicate_object then null; end $$',
      );
      const theirUrl = url.replace('postgres@', 'preflight_nobody@');
      const run = (line: string, as?: 'nobody') =>
        runCli([...line.split(' '), '--specs', 'specs', '--url', as === undefined ? url : theirUrl], { cwd });
      const refused = async (line: string, as?: 'nobody') => {
        const before = await session.query(STATE);
        const { code, stdout, stderr } = await run(line, as);
        expect({ code, stdout }, stderr).toEqual({ code: 6, stdout: '' });
        expect(stderr.match(/^error /gm)).toHaveLength(1);
        expect(await session.query(STATE)).toEqual(before);
        return stderr;
      };
      const built = async (target: string) => {
        const args = ['build', '--stdout', '--specs', 'specs', '--target', ...target.split(' ')];
        return (await runCli(args, { cwd })).stdout;
      };
      await work({ session, url, theirUrl, built, run, refused });
    }),
  );
}

/** Opens a session of the role that owns nothing. */
async function asNobody<T>({ theirUrl }: Scene, work: (session: Session) => Promise<T>): Promise<T> {
  const settings = resolveConnection(theirUrl, {});
  if (settings === null) throw new Error('A URL always names a database');
  const session = await connect(settings);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

describe('a target that the server is not', { timeout: 60_000 }, () => {
  it.each(['apply --yes', 'apply --dry-run', 'diff'])('%s: by its version', (command) =>
    onServer(14, async ({ refused }) => {
      expect(await refused(`${command} --target planetscale --without vector`)).toContain(
        'error The target planetscale is for PostgreSQL 17 to 18, and this is PostgreSQL 14. Nothing was changed.\n  Leave --target out: what fits the server is found out by asking it.\n',
      );
    }));

  it('by an extension that is not preloaded, and one that it does not have', () =>
    onServer(17, async ({ refused }) => {
      expect(await refused('apply --yes --target timescale --with postgis')).toContain(
        'error The target timescale needs TimescaleDB, which is not installed and preloaded here. The schema needs PostGIS, and this server does not have it. Nothing was changed.\n  Add timescaledb to shared_preload_libraries and restart the server, or leave --target out.\n  Install it, or do without it: --without postgis.\n',
      );
    }));

  it('by all of it at once, also as JSON', () =>
    onServer(14, async ({ run, session }) => {
      const before = await session.query(STATE);
      const ran = await run('apply --yes --json --target supabase --without postgis,vector', 'nobody');
      expect(ran.code).toBe(6);
      expect(jsonOf(ran)).toMatchObject({
        exitCode: 6,
        error: {
          message: expect.stringMatching(
            /^The target supabase is for PostgreSQL 15 to 17, .* The target supabase is for a server with the roles anon, .* The role preflight_nobody may not make schemas and extensions in the database \w+\. Nothing was changed\.$/,
          ),
          help: expect.stringContaining('grant create on database'),
        },
      });
      expect(await session.query(STATE)).toEqual(before);
    }));

  it("by the platform's list of extensions", () =>
    onServer(16, async ({ refused, session }) => {
      const allow = (list: string) =>
        session.execute(`do $$ begin
          execute format('alter database %I set azure.extensions = %L', current_database(), '${list}'); end $$`);
      await allow('CITEXT, BTREE_GIST');
      const azure = 'apply --yes --target azure --without postgis,vector';
      expect(await refused(azure)).toContain(
        'error The schema needs pg_trgm, and the setting azure.extensions does not allow it. The schema needs ltree, and the setting azure.extensions does not allow it. Nothing was changed.\n  Add it to the server parameter azure.extensions.\n',
      );
      await allow('');
      expect(await refused(azure)).toContain(
        'The schema needs citext, and the setting azure.extensions does not allow it.',
      );
    }));
});

describe('a role that may not', { timeout: 120_000 }, () => {
  it('is told what to ask for, and with that it may', () =>
    onServer(15, async ({ run, refused, session }) => {
      const said = await refused('apply --yes', 'nobody');
      expect(said).toMatch(
        /error (?:The role preflight_nobody may not make the roles boyfanz_.+?\. )?The role preflight_nobody may not make schemas and extensions in the database t_\w+\. The role preflight_nobody may not create in the schema public\. Nothing was changed\.\n/,
      );
      const diff = await run('diff', 'nobody');
      expect(diff.code).toBe(2);
      expect(diff.stdout).toContain('create table public.people (');
      expect(
        diff.stderr.match(
          /^warning apply would be refused: The role preflight_nobody may not (create|make schemas) /gm,
        ),
      ).toHaveLength(2);

      const remedies = [...said.matchAll(/^ {2}Let the owner of the \w+ run: (grant .*;)$/gm)].map(
        ([, sql = '']) => sql,
      );
      expect(remedies).toHaveLength(2);
      // Roles belong to the whole server: those of the target are there when another test has made them.
      const roles = said.match(/^ {2}Let a role with CREATEROLE run: (create role .*;)$/m)?.[1] ?? '';
      for (const remedy of [roles, ...remedies]) await session.execute(remedy);
      const ran = await run('apply --yes', 'nobody');
      expect(ran.code, ran.stderr).toBe(0);
      expect((await run('diff', 'nobody')).code).toBe(0);
    }));

  it('make roles is told which, and who could', () =>
    onServer(15, async (scene) => {
      const needs = { extensions: [], schemas: [], createsIn: [], roles: ['preflight_nobody', 'preflight_unmade'] };
      await asNobody(scene, async (theirs) => {
        expect(await findObstacles(theirs, TARGETS.postgres, needs)).toEqual([
          {
            kind: 'privilege',
            cause: 'The role preflight_nobody may not make the roles preflight_unmade.',
            remedy: 'Let a role with CREATEROLE run: create role preflight_unmade;',
          },
        ]);
      });
      expect(await findObstacles(scene.session, TARGETS.postgres, needs)).toEqual([]);
    }));

  it('make an extension of those that PostgreSQL keeps for superusers, unless the platform lets it', () =>
    onServer(15, async (scene) => {
      const { session } = scene;
      await session.execute(`do $$ begin create role preflight_installer;
          grant preflight_installer to preflight_nobody; exception when duplicate_object then null; end $$;
        do $$ begin execute format('grant create on database %I to preflight_nobody', current_database()); end $$`);
      const needs = { extensions: ['pageinspect', 'citext'], schemas: [], createsIn: [], roles: [] };
      await asNobody(scene, async (theirs) => {
        const installers = { ...TARGETS.postgres, installers: ['preflight_installer'] };
        expect(await findObstacles(theirs, TARGETS.postgres, needs)).toEqual([
          {
            kind: 'privilege',
            cause: 'The role preflight_nobody cannot make the extension pageinspect.',
            remedy: 'Let a superuser run: create extension pageinspect with schema public;',
          },
        ]);
        expect(await findObstacles(theirs, installers, needs)).toEqual([]);
        expect(await findObstacles(theirs, { ...TARGETS.postgres, installers: 'platform' }, needs)).toEqual([]);
      });
      expect(await findObstacles(session, TARGETS.postgres, needs)).toEqual([]);
    }));
});

describe('the head of a file', () => {
  it('says the same in one error and makes nothing', () =>
    onServer(15, async (scene) => {
      const { session, built } = scene;
      const file = await built('postgres --with postgis --pg 15');
      const before = await session.query(STATE);
      await asNobody(scene, async (theirs) => {
        await expect(theirs.execute(file)).rejects.toThrow(
          /^This file needs PostGIS, and this server does not have it: install it, .*\nThe role preflight_nobody may not make schemas and extensions in the database (t_\w+): let its owner run grant create on database \1 to preflight_nobody\.\nThe role preflight_nobody may not create in the schema public: let its owner run grant create on schema public to preflight_nobody\.(\nThe role preflight_nobody may not make the roles boyfanz_.*)?$/,
        );
      });
      await session.execute(await built('postgres --without postgis --pg 15'));
      expect(await session.query(STATE)).not.toEqual(before);
    }));

  it('refuses what is too old or not allowed', () =>
    onServer(14, async ({ session, built }) => {
      const file = await built('azure --without postgis,vector --pg 16');
      await session.execute(`set azure.extensions = 'citext,ltree,pg_trgm'`);
      await expect(session.execute(file)).rejects.toThrow(
        'This file needs PostgreSQL 16 or newer.\nThis file needs btree_gist, which the setting azure.extensions does not allow: add it to the server parameter azure.extensions.',
      );
    }));

  it('warns of a server that is newer than all it was tried on, and goes on', () =>
    onServer(18, async ({ session, built, url }) => {
      const file = await built('postgres --without postgis');
      // As the servers of these tests look to a file that knows the versions before 14 only.
      const older = file.replace('>= 190000 then', '>= 140000 then');
      expect(older).not.toBe(file);
      const client = new pg.Client({ connectionString: url });
      const warnings: string[] = [];
      client.on('notice', ({ severity, message }) => warnings.push(`${severity} ${message}`));
      await client.connect();
      await client.query(older);
      await client.end();
      expect(warnings).toEqual([
        'WARNING This file was tried on PostgreSQL up to 18, and this server is newer: going on.',
      ]);
      expect(await session.query("select to_regclass('public.people') is not null")).toEqual([['t']]);
    }));
});

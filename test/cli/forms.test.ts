/** `--size` and `--profile`: what a database was built as is written in it, and is no difference. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, runCli } from './run-cli.ts';
import { withSpecs } from './spec-folder.ts';

const LIKES = `table: likes
comment: Who likes whom.
columns:
  liker_id: { type: uuid, references: { table: people, on_delete: cascade } }
  liked_id: { type: uuid, references: { table: people, on_delete: cascade } }
  note: { type: text, default: '' }
  liked_at: { type: timestamptz, default: { sql: now() } }
primary_key: [liker_id, liked_id]
checks:
  note_length: char_length(note) <= 100
  nobody_likes_himself: liker_id <> liked_id
indexes:
  - { columns: [liked_at] }
storage: { with: { fillfactor: 80 } }
partition: { by: hash, key: liker_id, parts: 4 }
access: { owner: liker_id, read: [owner], write: [owner] }
volume: 1M
`;

const VISITS = `table: visits
comment: Who came by.
columns:
  id: { type: bigint, identity: always }
  visited_at: { type: timestamptz, default: { sql: now() } }
primary_key: [visited_at, id]
partition: { by: range, key: visited_at, every: 1 month, ahead: 3, keep: 12 months }
access: { owner: none, read: [staff], write: [service] }
volume: 1M
`;

interface Scene {
  readonly run: (line: string) => Promise<Ran>;
  readonly query: (statement: string) => Promise<readonly (readonly (string | null)[])[]>;
  readonly execute: (statement: string) => Promise<void>;
}

function onDatabase(work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(17, ({ url, session }) =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '02-things/likes.yaml': LIKES, '02-things/visits.yaml': VISITS });
      const run = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--url', url], { cwd });
      await work({ run, query: session.query, execute: session.execute });
    }),
  );
}

const NOTHING = /-- Nothing to do\.\n$/;

async function parts({ query }: Scene): Promise<readonly (readonly (string | null)[])[]> {
  return await query(
    "select inhparent::regclass, count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r' group by 1 order by 1",
  );
}

describe('a database', { timeout: 120_000 }, () => {
  it('goes on in the form it was built in, and another is a difference', () =>
    onDatabase(async (scene) => {
      const { run, query } = scene;
      const made = await run('apply --yes --size small --target neon');
      expect(made.code, made.stderr).toBe(0);
      expect(await parts(scene)).toEqual([['public.visits', '3']]);
      expect(await query('select boyfanz.built_as()')).toEqual([
        ['{"size": "small", "target": "neon", "profile": "production"}'],
      ]);
      const diff = await run('diff');
      expect(diff.stdout).toMatch(NOTHING);
      expect(diff.stderr).toContain('Target neon: the database was built for it.\n');
      expect(diff.stderr).toContain('built at the size small, in the profile production');
      const standard = await run('diff --size standard');
      expect(standard.code).toBe(2);
      expect(standard.stdout).toMatch(/UNSUPPORTED: likes goes from a heap to a partitioned table;.*\n.*grow likes/);
      // More partitions ahead are nothing to be afraid of.
      expect(standard.stdout).toContain("'1 month', 3,");
      const other = await run('diff --target postgres');
      expect(other.stdout).toContain('create or replace function boyfanz.built_as()');
    }));

  it('in the profile development becomes a whole one, as far as partitions allow', () =>
    onDatabase(async (scene) => {
      const { run, query } = scene;
      const made = await run('apply --yes --profile development');
      expect(made.code, made.stderr).toBe(0);
      expect(await parts(scene)).toEqual([]);
      expect(
        await query("select indexrelid::regclass::text from pg_index where indrelid = 'public.likes'::regclass"),
      ).toEqual([['public.likes_pkey']]);
      expect(
        await query(
          "select conname from pg_constraint where conrelid = 'public.likes'::regclass and contype in ('c', 'f') order by 1",
        ),
      ).toEqual([['likes_liked_id_fkey'], ['likes_liker_id_fkey'], ['nobody_likes_himself']]);
      expect((await run('diff')).stdout).toMatch(NOTHING);
      const whole = await run('diff --profile production');
      expect(whole.stdout).toContain('create index likes_liked_at_idx on public.likes');
      expect(whole.stdout).toContain('add constraint note_length');
      expect(whole.stdout).not.toContain('likes goes from');
      expect(whole.stdout).toContain('UNSUPPORTED: visits goes from a heap to a partitioned table');
    }));

  it('from before this was written down is a standard one', () =>
    onDatabase(async (scene) => {
      const { run, execute } = scene;
      expect((await run('apply --yes --size standard --target postgres')).code).toBe(0);
      await execute('drop function boyfanz.built_as()');
      const diff = await run('diff --json');
      expect(JSON.stringify(jsonOf(diff))).toContain('built_as');
      expect(JSON.stringify(jsonOf(diff))).not.toContain('likes');
      expect((await run('apply --yes')).code).toBe(0);
      expect((await run('diff')).stdout).toMatch(NOTHING);
    }));

  it('that a later version built in a form of its own is left to it', () =>
    onDatabase(async ({ run, execute }) => {
      expect((await run('apply --yes')).code).toBe(0);
      await execute(
        `create or replace function boyfanz.built_as() returns jsonb language sql immutable parallel safe as $$select '{"target":"moon","size":"huge","profile":"production"}'::jsonb$$`,
      );
      const { code, stderr } = await run('diff');
      expect(code).toBe(6);
      expect(stderr).toContain('built at the size huge in the profile production, which this version does not know');
    }));
});

describe('build', () => {
  it('writes a form that is not the own one of the target into a folder of its own', () =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '02-things/likes.yaml': LIKES });
      const built = await runCli(['build', '--specs', 'specs', '--profile', 'development', '--json'], { cwd });
      expect(jsonOf(built)).toMatchObject({
        files: [
          { path: join('dist-sql', 'development', 'complete-schema.sql') },
          { path: join('dist-sql', 'development', 'postgres', 'complete-schema.sql') },
          { path: join('dist-sql', 'development', 'supabase', 'part-01.sql') },
        ],
      });
      expect(
        (await runCli(['build', '--specs', 'specs', '--target', 'postgres', '--size', 'large'], { cwd })).code,
      ).toBe(0);
      await access(join(cwd, 'dist-sql', 'large', 'postgres', 'complete-schema.sql'));
      const wrong = await runCli(['build', '--specs', 'specs', '--size', 'larg'], { cwd });
      expect(wrong.code).toBe(64);
      expect(wrong.stderr).toContain('There is no size larg.\n  did you mean `large`?');
    }));
});

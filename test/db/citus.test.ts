/**
 * `scale-citus.sql` against a stand-in: PostgreSQL with functions that refuse what Citus refuses. There is no Citus among
 * the engines of the tests, so that this says that its documented rules are kept, and not that it takes the file.
 */
import { readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { tablesOf } from '../../src/model/keys.ts';
import { displayName } from '../../src/model/name.ts';
import { scaleOf } from '../../src/model/scale.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { scaleScript } from '../../src/plan/scale-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { compiledSpecs, plainTarget } from '../foundation/foundation-script.ts';
import { treeWith } from '../spec/fixture-tree.ts';

const STAND_IN = readFileSync(new URL('../fixtures/citus/stand-in.sql', import.meta.url), 'utf8');

beforeAll(loadModule);

async function column(session: Session, query: string): Promise<readonly (string | null)[]> {
  // With or without the schema, as the search_path is.
  return (await session.query(query)).map(([value]) => value?.replaceAll('public.', '') ?? null);
}

/** What the stand-in says against a script that is then undone: the error that stops it, or what would break later. */
async function complaints(session: Session, script: string): Promise<readonly (string | null)[]> {
  await session.execute('begin');
  try {
    await session.execute(script);
    return await column(session, 'select * from stand_in.broken() order by 1');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await session.execute('rollback');
  }
}

const CALLS = `select call from stand_in.calls where call !~ '^function' order by no`;

describe('the whole schema', { timeout: 240_000 }, () => {
  it('is spread without a complaint, the second run does nothing, and what is left out has to be', async () => {
    const { project, model, info } = await compiledSpecs('citus');
    const script = scaleScript(project.name, model, info);
    expect(() => parseSync(script)).not.toThrow();
    await withDatabase(16, async ({ session }) => {
      await session.execute(buildScript(project.name, model, plainTarget('citus')));
      expect(await complaints(session, script)).toEqual([expect.stringContaining('This file needs Citus 13')]);
      await session.execute(STAND_IN);
      expect(await complaints(session, script)).toEqual([]);

      const drops = tablesOf(model).flatMap((table) =>
        [...scaleOf(info, table).drops.keys()].map((part) => [displayName(table.name), part] as const),
      );
      const undropped = script.replace(
        /^(alter table \S+ drop constraint|drop trigger|drop index) if exists .*$/gm,
        '',
      );
      const all = await complaints(session, `set local stand_in.collect = on; ${undropped}`);
      const unheard = drops.filter((drop) => !all.some((one) => one?.startsWith(`${drop[1]} of ${drop[0]}`)));
      expect(unheard).toEqual([]);

      await session.execute(script);
      const calls = await column(session, CALLS);
      const placed = tablesOf(model).filter((table) => scaleOf(info, table).placement.kind !== 'local');
      expect(calls.map((call) => call?.split(' ')[1]).sort()).toEqual(placed.map(({ name }) => name.name).sort());
      await session.execute(script);
      expect(await column(session, CALLS)).toEqual(calls);
    });
  });
});

const ACCESS = 'access: { read: [], write: [] }\nvolume: 10';

function spread(text: string): { readonly schema: string; readonly script: string } {
  const target = TARGETS.citus;
  const { diagnostics, model, info } = compileSpecs(treeWith(text), target);
  expect(diagnostics).toEqual([]);
  return { schema: buildScript('things', model, target), script: scaleScript('things', model, info) };
}

const TABLES = `table: colours
comment: A table.
columns:
  id: smallint
  made_by: { type: uuid, references: { table: users, on_delete: restrict } }
primary_key: [id]
scale: reference
${ACCESS}
---
table: rooms
comment: A table.
columns:
  id: uuid
  colour_id: { type: smallint, nullable: true, references: { table: colours, on_delete: set null } }
primary_key: [id]
scale: { by: id }
${ACCESS}
---
table: chairs
comment: A table.
columns:
  room_id: { type: uuid, references: { table: rooms, on_delete: cascade } }
  place: bigint
  next_to: { type: bigint, nullable: true }
primary_key: [room_id, place]
foreign_keys:
  neighbour: { columns: [room_id, next_to], references: { table: chairs }, on_delete: restrict }
partition: { by: hash, key: room_id, parts: 4 }
scale: { by: room_id, with: rooms }
access: { read: [], write: [] }
policies:
  of_open_rooms: { command: select, roles: [public], using: exists (select from public.rooms) }
  at_the_front: { command: select, roles: [public], using: place < 10 }
volume: 10
---
table: paints
comment: A table.
columns:
  id: uuid
  colour_id: { type: smallint, references: { table: colours, on_delete: cascade } }
primary_key: [id]
${ACCESS}
`;

describe('a small schema', () => {
  it('in which local and reference tables point to each other is spread in an order that Citus takes', async () => {
    const { schema, script } = spread(TABLES);
    await withDatabase(16, async ({ session }) => {
      await session.execute(`${schema}\n${STAND_IN}`);
      await session.execute(script);
      expect(await column(session, 'select * from stand_in.broken()')).toEqual([]);
      expect(await column(session, CALLS)).toEqual([
        'reference colours',
        'distribute rooms by id with none',
        'distribute chairs by room_id with rooms',
        'local users',
        'local paints',
      ]);
      await session.execute(script);
      expect(await column(session, `select count(*)::text from stand_in.calls where call !~ '^function'`)).toEqual([
        '5',
      ]);
      expect(await column(session, 'select polname::text from pg_policy')).toEqual(['at_the_front']);
      expect(await column(session, `select relkind::text from pg_class where oid = 'public.chairs'::regclass`)).toEqual(
        ['r'],
      );
    });
  });

  it('has nothing to run when no table says where its rows live', () => {
    const { script } = spread(`table: a\ncomment: A table.\ncolumns:\n  id: uuid\nprimary_key: [id]\n${ACCESS}\n`);
    expect(script).toBe('-- No table says `scale:`.\n');
  });
});

/** What Citus refuses, each in SQL after two tables `l` (local) and `d` (distributed by `k`). */
const REFUSED: Readonly<Record<string, readonly [string, RegExp]>> = {
  'a primary key without the column': [
    `create table t (k uuid, id bigint primary key); select create_distributed_table('t', 'k')`,
    /t_pkey does not include the partition column/,
  ],
  'an exclusion without equality of the column': [
    `create table t (k int, during int4range, exclude using gist (k with <>, during with &&)); select create_distributed_table('t', 'k')`,
    /with an equality operator if EXCLUDE/,
  ],
  'a unique index without the column': [
    `create table t (k uuid, id bigint); create unique index on t (id); select create_distributed_table('t', 'k')`,
    /t_id_idx does not include the partition column/,
  ],
  'a key of a distributed table to a local one': [
    `create table t (k uuid, l_id uuid references l); select create_distributed_table('t', 'k')`,
    /must be a distributed table or a reference table/,
  ],
  'a key of a reference table to a distributed one': [
    `create table t (k uuid references d); select create_reference_table('t')`,
    /from reference tables and local tables to distributed tables/,
  ],
  'a key of a local table to a distributed one': [
    `create table t (k uuid references d)`,
    /t_k_fkey of t points to distributed d/,
  ],
  'a key between groups': [
    `create table t (k uuid references d); select create_distributed_table('t', 'k', colocate_with => 'none')`,
    /not colocated/,
  ],
  'a key in a group without the column': [
    `create table t (k uuid, other uuid references d); select create_distributed_table('t', 'k', colocate_with => 'd')`,
    /same ordinal/,
  ],
  'a key that would set the column to null': [
    `create table t (k uuid references d on delete set null); select create_distributed_table('t', 'k', colocate_with => 'd')`,
    /SET NULL or SET DEFAULT is not supported/,
  ],
  'a group of another type': [
    `create table t (k bigint); select create_distributed_table('t', 'k', colocate_with => 'd')`,
    /column types don't match/,
  ],
  'a table before the one it goes with': [
    `create table t (k uuid); select create_distributed_table('t', 'k', colocate_with => 'l')`,
    /relation l is not distributed/,
  ],
  'a trigger without the setting': [
    `create table t (k uuid); create trigger x before insert on t for each row execute function nothing();
     select create_distributed_table('t', 'k')`,
    /because it has triggers/,
  ],
  'a trigger that looks at a local table': [
    `create table t (k uuid); create trigger x before insert on t for each row execute function look();
     set local citus.enable_unsafe_triggers = on; select create_distributed_table('t', 'k')`,
    /x of t reaches for l/,
  ],
  'a trigger with the clock on a reference table': [
    `create table t (k uuid); create trigger x before insert on t for each row execute function nothing();
     set local citus.enable_unsafe_triggers = on; select create_reference_table('t')`,
    /x of t differs between copies/,
  ],
  'partitions in partitions': [
    `create table t (k uuid, a int) partition by range (a);
     create table t1 partition of t for values from (0) to (9) partition by range (a); select create_distributed_table('t', 'k')`,
    /multi-level partitioned tables/,
  ],
  'a partitioned reference table': [
    `create table t (k uuid, a int) partition by range (a); select create_reference_table('t')`,
    /only supported for hash-distributed tables/,
  ],
  'a small identity': [
    `create table t (k uuid, id integer generated always as identity); select create_distributed_table('t', 'k')`,
    /smallint\/int identity column/,
  ],
  'a column without a hash': [
    `create table t (k json); select create_distributed_table('t', 'k')`,
    /has no default operator class/,
  ],
  'a generated column': [
    `create table t (a int, k int generated always as (a + 1) stored); select create_distributed_table('t', 'k')`,
    /must not use GENERATED ALWAYS/,
  ],
  'a policy with a subquery': [
    `create table t (k uuid); create policy p on t using (exists (select from l)); select create_distributed_table('t', 'k')`,
    /Subqueries are not supported in policies/,
  ],
};

describe('the stand-in', () => {
  it('refuses what Citus refuses, and takes what it takes', async () => {
    await withDatabase(16, async ({ session }) => {
      await session.execute(`set search_path = public; create extension btree_gist; ${STAND_IN}
        create table l (id uuid primary key); create table d (k uuid primary key); select create_distributed_table('d', 'k');
        create function nothing() returns trigger language plpgsql as 'begin perform now(); return new; end';
        create function look() returns trigger language plpgsql as 'begin perform 1 from public.l; return new; end'`);
      for (const [what, [script, message]] of Object.entries(REFUSED)) {
        expect((await complaints(session, script)).join('; '), what).toMatch(message);
      }
      expect(
        await complaints(
          session,
          `create table r (id int primary key); select create_reference_table('r');
           create table t (k uuid references d, id int references r on delete set null, primary key (id, k), a int)
             partition by range (id);
           select create_distributed_table('t', 'k', colocate_with => 'd');
           create table s (id int references r); select citus_add_local_table_to_metadata('s', true)`,
        ),
      ).toEqual([]);
    });
  });
});

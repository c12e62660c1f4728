import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openEmbeddedInMemory } from '../../src/db/embedded.ts';
import { readCatalog } from '../../src/db/read-catalog.ts';
import type { Session } from '../../src/db/session.ts';
import { spellModel } from '../../src/db/spell.ts';
import { findTable, modelOf } from '../../src/model/keys.ts';
import type { Model, SchemaObject, Table } from '../../src/model/model.ts';
import { qname } from '../../src/model/name.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { ENGINE_CACHE, withDatabase, withEmbedded } from '../engines/with-engine.ts';

const OPTIONS = { schemas: ['public', 'boyfanz', 'boyfanz_parts'], ignore: [] };
const MAJORS: readonly PgMajor[] = [14, 15, 17, 18];

type Speller = 'itself' | 'the stand-in';

const PLACES: readonly (readonly [major: PgMajor, speller: Speller])[] = [
  ...MAJORS.map((major) => [major, 'itself'] as const),
  [14, 'the stand-in'],
  [17, 'the stand-in'],
];

const openStandIn = () => openEmbeddedInMemory(ENGINE_CACHE);

/** A server says of itself whether anything can be made on it. */
function asStandby(session: Session): Session {
  return { ...session, server: { ...session.server, isStandby: true } };
}

function onServer(major: PgMajor, speller: Speller, work: (session: Session) => Promise<void>): Promise<void> {
  return withDatabase(major, ({ session }) => work(speller === 'itself' ? session : asStandby(session)));
}

const PREPARE = `
set search_path = public;
create extension citext; create extension btree_gist;
create schema boyfanz;
create schema boyfanz_parts;
create type tier as enum ('bronze', 'silver', 'gold');
create domain amount as numeric(12, 2);
create function boyfanz.current_user_id() returns uuid language sql stable as 'select null::uuid';
create function boyfanz.new_id() returns uuid language sql as 'select gen_random_uuid()';
create function boyfanz.touch() returns trigger language plpgsql as 'begin return new; end';
create table members (room_id uuid, user_id uuid, role text, kind tier);
`;

const COLUMNS = `id uuid, room_id uuid, user_id uuid, n integer, big bigint, price numeric(12, 2), spent amount,
  title text, code varchar(20), fixed char(3), email citext, tags text[], codes varchar(20)[], data jsonb, kind tier, day date, at timestamptz,
  local_at timestamp, starts_at timestamptz, ends_at timestamptz, flag boolean, "User ""Id""" uuid, "select" integer, "ünï" text`;

type Kind = 'check' | 'default' | 'generated' | 'where' | 'key' | 'using' | 'when' | 'exclude' | 'domain' | 'view';

/** An expression as a spec writes it, and as the live object was made. For default and generated, the type goes first. */
type Pair = readonly [kind: Kind, written: string, created: string, type?: string];

const SAME: readonly Pair[] = [
  ['check', 'n between 1 and 3', 'n between 1 and 3'],
  ['check', 'n between 1 and 3', '(n >= 1 and n <= 3)'],
  ['check', "title in ('a', 'b')", "title in ('a', 'b')"],
  ['check', "title in ('a', 'b')", "title = any (array['a'::text, 'b'::text])"],
  ['check', "code in ('a', 'b')", "code in ('a', 'b')"],
  // What pg_dump makes of the line before, and what a restore makes of that.
  ['check', "code in ('a', 'b')", "(code)::text = any ((array['a'::varchar, 'b'::varchar])::text[])"],
  ['check', "code in ('a', 'b')", "(code)::text = any (array[('a'::varchar)::text, ('b'::varchar)::text])"],
  ['check', "codes <@ array['a', 'b']::varchar[]", "codes <@ array['a', 'b']::character varying[]"],
  ['check', "tags <@ array['a','b']::text[]", "tags <@ array['a', 'b']::text[]"],
  ['check', "fixed in ('abc')", "fixed = 'abc'"],
  ['check', "kind in ('gold', 'silver')", "kind in ('gold'::tier, 'silver')"],
  ['check', "kind <> 'gold'", "kind <> 'gold'::public.tier"],
  ['check', 'coalesce(n, 0) >= 0', 'COALESCE(n,0)>=0'],
  ['check', "email ~ '^[^@]+@[^@]+$'", "email ~ '^[^@]+@[^@]+$'"],
  ['check', "email not like '%x'", "email not like '%x'"],
  ['check', "data #>> '{a,b}' = 'x'", "(data #>> '{a,b}'::text[]) = 'x'::text"],
  ['check', "data ? 'a' and jsonb_typeof(data -> 'a') = 'string'", "data ? 'a' and jsonb_typeof(data->'a') = 'string'"],
  ['check', "data @? '$.a[*] ? (@ > 1)'", "data @? '$.a[*] ? (@ > 1)'::jsonpath"],
  ['check', 'num_nonnulls(n, big) = 1', 'num_nonnulls(n, big) = 1'],
  ['check', '(n is null) = (title is null)', '((n is null) = (title is null))'],
  ['check', 'price > 0 and spent < 100.5', 'price > 0 AND spent < 100.5'],
  ['check', "ends_at - starts_at <= interval '1 day'", "ends_at - starts_at <= '1 day'::interval"],
  ['check', 'char_length(title) <= 80 -- a comment', 'char_length(title) <= 80'],
  [
    'check',
    '"User ""Id""" is not null and "select" > 0 and "ünï" <> \'\'',
    '"User ""Id""" is not null and "select" > 0 and ünï <> \'\'',
  ],
  [
    'check',
    "extract(isodow from day) < 6 and day > date '2020-01-01'",
    "extract(isodow from day) < 6 and day > '2020-01-01'::date",
  ],
  ['check', 'case when flag then n > 0 else true end', 'case when flag then n > 0 else true end'],
  ['check', 'flag is not true', 'flag is not true'],
  ['check', 'same_check.n > 0', 'n > 0'],
  ['default', 'now()', 'now()', 'timestamptz'],
  ['default', 'current_date', 'CURRENT_DATE', 'date'],
  ['default', 'current_timestamp', 'CURRENT_TIMESTAMP', 'timestamptz'],
  ['default', "'{}'", "'{}'::text[]", 'text[]'],
  ['default', "'{}'", "'{}'", 'jsonb'],
  ['default', "'draft'", "'draft'", 'text'],
  ['default', "'draft'", "'draft'", 'varchar(20)'],
  ['default', "'gold'", "'gold'::tier", 'tier'],
  ['default', '0', '0', 'numeric(12,2)'],
  ['default', '-1', '-1', 'bigint'],
  ['default', '1.50', '1.50', 'amount'],
  ['default', 'false', "'f'", 'boolean'],
  ['default', "array['a', 'b']", "array['a','b']::text[]", 'text[]'],
  ['default', "now() + interval '30 days'", "now() + '30 days'::interval", 'timestamptz'],
  ['default', 'boyfanz.new_id()', 'boyfanz.new_id()', 'uuid'],
  ['default', "'2026-01-01'", "'2026-01-01 00:00:00+00'", 'timestamptz'],
  [
    'generated',
    "to_tsvector('english', coalesce(title, ''))",
    "to_tsvector('english'::regconfig, coalesce(title, ''))",
    'tsvector',
  ],
  ['generated', 'price * 2', '(price * 2)', 'numeric(12,2)'],
  ['generated', "title || ' ' || code", "(title || ' ') || code", 'text'],
  ['where', 'flag and n > 0 and title is not null', 'flag and n > 0 and title is not null'],
  ['where', "code = 'x' and ends_at is null", "(code = 'x') and (ends_at is null)"],
  ['key', 'lower(title)', '(lower(title))'],
  ['key', '(title || code)', 'title || code'],
  ['key', 'email::text', '(email)::text'],
  ['key', "data ->> 'a'", "(data ->> 'a')"],
  ['key', "date_trunc('day', at at time zone 'UTC')", "date_trunc('day'::text, at at time zone 'UTC'::text)"],
  ['key', 'coalesce(title, code)', 'coalesce(title, code)'],
  ['using', 'user_id = (select boyfanz.current_user_id())', 'user_id = (SELECT boyfanz.current_user_id())'],
  ['using', 'true', 'true'],
  [
    'using',
    'exists (select 1 from members m where m.room_id = same_using.room_id and m.user_id = (select boyfanz.current_user_id()))',
    'EXISTS (select 1 from public.members m where m.room_id = same_using.room_id and m.user_id = (select boyfanz.current_user_id()))',
  ],
  [
    'using',
    "room_id in (select room_id from members where role = 'x')",
    "room_id in (select m.room_id from members m where m.role = 'x')".replaceAll('m.', 'members.').replace(' m ', ' '),
  ],
  [
    'using',
    'exists (select from same_using s where s.room_id = same_using.room_id)',
    'exists (select from same_using s where s.room_id = same_using.room_id)',
  ],
  [
    'using',
    "kind in ('gold') and n = (select max(length(m.role)) from members m)",
    "kind in ('gold') and n = (select max(length(m.role)) from members m)",
  ],
  ['when', 'old.title is distinct from new.title', '(old.title is distinct from new.title)'],
  ['when', 'old.* is distinct from new.*', '(old.* IS DISTINCT FROM new.*)'],
  ['when', "new.code in ('a', ')')", "new.code in ('a', ')')"],
  ['exclude', 'tstzrange(starts_at, ends_at)', 'tstzrange(starts_at, ends_at)'],
  ['exclude', "tstzrange(starts_at, ends_at, '[)')", "tstzrange(starts_at, ends_at, '[)'::text)"],
  ['domain', "value ~ '^[a-z]+$' and char_length(value) <= 3", "(value ~ '^[a-z]+$' and char_length(value) <= 3)"],
  ['domain', "value in ('a', 'b')", "value = any (array['a', 'b'])"],
  [
    'view',
    'select m.user_id, count(*) from members m group by m.user_id',
    'SELECT m.user_id, count(*) AS count FROM public.members m GROUP BY m.user_id',
  ],
  [
    'view',
    "select a.*, b.role as other from members a left join members b using (room_id) where a.kind = 'gold' order by 1; ",
    "select a.*, b.role as other from members a left join members b using (room_id) where a.kind = 'gold'::tier order by 1",
  ],
  [
    'view',
    'with w as (select role from members) select distinct role from w',
    'with w as (select role from members) select distinct role from w',
  ],
];

const DIFFERENT: readonly Pair[] = [
  ['check', 'n between 1 and 3', 'n between 1 and 4'],
  ['check', 'n > 0 and big > 0', 'n > 0 or big > 0'],
  ['check', "title in ('a', 'b')", "title in ('a', 'b', 'c')"],
  ['check', 'n > 0', 'big > 0'],
  ['check', "title = 'A'", "title = 'a'"],
  ['check', "email = 'a'", "email::text = 'a'"],
  ['default', 'now()', 'current_timestamp', 'timestamptz'],
  ['default', 'now()', 'clock_timestamp()', 'timestamptz'],
  ['default', "'a'", "'b'", 'text'],
  ['default', "'{}'", "'{a}'", 'text[]'],
  ['default', 'current_date', 'now()::date', 'date'],
  ['generated', 'n + 1', 'n + 2', 'integer'],
  ['where', 'n > 0', 'n >= 0'],
  ['key', 'lower(title)', 'upper(title)'],
  ['using', 'user_id = (select boyfanz.current_user_id())', 'user_id = boyfanz.current_user_id()'],
  ['using', 'true', 'false'],
  ['when', 'old.n > 1', 'new.n > 1'],
  ['exclude', "tstzrange(starts_at, ends_at, '[)')", "tstzrange(starts_at, ends_at, '[]')"],
  ['domain', 'char_length(value) < 3', 'char_length(value) < 4'],
  ['view', 'select role from members', 'select role from members where true'],
];

function ddl([kind, , created, type]: Pair, table: string): string {
  const create = `create table ${table} (${COLUMNS});`;
  switch (kind) {
    case 'check':
      return `${create} alter table ${table} add constraint x check (${created});`;
    case 'default':
      return `create table ${table} (x ${type} default ${created});`;
    case 'generated':
      return `create table ${table} (${COLUMNS}, x ${type} generated always as (${created}) stored);`;
    case 'where':
      return `${create} create index ${table}_x on ${table} (id) where ${created};`;
    case 'key':
      return `${create} create index ${table}_x on ${table} ((${created}));`;
    case 'using':
      return `${create} create policy x on ${table} using (${created}) with check (${created});`;
    case 'when':
      return `${create} create trigger x before update on ${table} for each row when (${created}) execute function boyfanz.touch();`;
    case 'exclude':
      return `${create} alter table ${table} add constraint ${table}_x exclude using gist (id with =, (${created}) with &&);`;
    case 'domain':
      return `create domain ${table} as text constraint x check (${created});`;
    case 'view':
      return `create view ${table} as ${created};`;
  }
}

/** The object with every expression `from` replaced by `to(expression)`. */
function rewrite(object: SchemaObject, to: (text: string) => string): SchemaObject {
  if (object.kind === 'domain')
    return { ...object, checks: object.checks.map((one) => ({ ...one, expr: to(one.expr) })) };
  if (object.kind === 'view') return { ...object, query: to(object.query) };
  if (object.kind !== 'table') return object;
  const orNull = (text: string | null) => (text === null ? null : to(text));
  return {
    ...object,
    columns: object.columns.map((column) =>
      'expr' in column.value ? { ...column, value: { ...column.value, expr: to(column.value.expr) } } : column,
    ),
    constraints: object.constraints.map((one) => {
      if (one.kind === 'check') return { ...one, expr: to(one.expr) };
      if (one.kind !== 'exclusion') return one;
      const elements = one.elements.map((element) =>
        element.key.kind === 'column' ? element : { ...element, key: { ...element.key, expr: to(element.key.expr) } },
      );
      return { ...one, elements };
    }),
    indexes: object.indexes.map((one) => ({
      ...one,
      where: orNull(one.where),
      keys: one.keys.map((key) =>
        key.key.kind === 'column' ? key : { ...key, key: { ...key.key, expr: to(key.key.expr) } },
      ),
    })),
    policies: object.policies.map((one) => ({ ...one, using: orNull(one.using), check: orNull(one.check) })),
    triggers: object.triggers.map((one) => ({ ...one, when: orNull(one.when) })),
  };
}

async function spellPairs(session: Session, pairs: readonly Pair[], prefix: string) {
  const names = pairs.map((_, at) => `${prefix}_${at}`);
  // The expressions name their own table by what it is called here.
  const named = pairs.map(([kind, written, created, type], at): Pair => {
    const own = (text: string) => text.replaceAll(/same_(check|using)/g, names[at] ?? '');
    return type === undefined ? [kind, own(written), own(created)] : [kind, own(written), own(created), type];
  });
  await session.execute(
    `${PREPARE} ${named.map((pair, at) => ddl(pair, names[at] ?? '')).join('\n')} set search_path = '';`,
  );
  const { model: live } = await readCatalog(session, OPTIONS);
  const byName = new Map(named.map((pair, at) => [names[at], pair]));
  const desired = modelOf(
    [...live.objects.values()].map((object) => {
      const pair = typeof object.name === 'string' ? undefined : byName.get(object.name.name);
      return pair === undefined ? object : rewrite(object, () => pair[1]);
    }),
  );
  const { model, unspelled } = await spellModel(session, desired, live, openStandIn);
  const find = (of: Model, at: number) =>
    [...of.objects.values()].find(({ name }) => typeof name !== 'string' && name.name === names[at]);
  return {
    unspelled,
    results: named.map((pair, at) => ({
      pair: pair.slice(0, 3).join(' | '),
      spelled: find(model, at),
      desired: find(desired, at),
      live: find(live, at),
    })),
  };
}

describe.each(PLACES)('spelling on PostgreSQL %i by %s', (major, speller) => {
  it('sees what is the same', async () => {
    await onServer(major, speller, async (session) => {
      const { results, unspelled } = await spellPairs(session, SAME, 'same');
      expect(unspelled).toEqual([]);
      for (const { pair, spelled, live } of results) expect(spelled, pair).toEqual(live);
    });
  });

  it('sees what is different, and leaves it as it is written', async () => {
    await onServer(major, speller, async (session) => {
      const { results, unspelled } = await spellPairs(session, DIFFERENT, 'other');
      expect(unspelled).toEqual([]);
      for (const { pair, spelled, desired, live } of results) {
        expect(spelled, pair).toEqual(desired);
        expect(spelled, pair).not.toEqual(live);
      }
    });
  });
});

describe.each(PLACES)('every kind of object on PostgreSQL %i by %s', (major, speller) => {
  it('is the same in brackets', async () => {
    await onServer(major, speller, async (session) => {
      const file = new URL('../fixtures/catalog/every-kind.sql', import.meta.url);
      await session.execute(`set search_path = public; ${await readFile(file, 'utf8')}; set search_path = '';`);
      const { model: live } = await readCatalog(session, OPTIONS);
      const bracketed = [...live.objects.values()].map((object) =>
        rewrite(object, (text) => (object.kind === 'view' ? `\n${text} ; ` : `( ${text} )`)),
      );
      const { model, unspelled } = await spellModel(session, modelOf(bracketed), live, openStandIn);
      expect(unspelled).toEqual([]);
      expect([...model.objects]).toEqual([...live.objects]);
    });
  });
});

/** Makes `script`, and spells what `change` makes of the live Model. */
async function spellChanged(session: Session, script: string, change: (table: Table) => Table) {
  await session.execute(`${PREPARE} ${script}; set search_path = '';`);
  const { model: live } = await readCatalog(session, OPTIONS);
  const desired = modelOf(
    [...live.objects.values()].map((object) => (object.kind === 'table' ? change(object) : object)),
  );
  const { model, unspelled } = await spellModel(session, desired, live, openStandIn);
  return { live, unspelled, table: (name: string, schema = 'public') => findTable(model, qname(schema, name)) };
}

const check = (name: string, expr: string) =>
  ({ kind: 'check', name, expr, noInherit: false, validated: true, comment: null, renamedFrom: null }) as const;

const onlyChecks =
  (...checks: readonly ReturnType<typeof check>[]) =>
  (table: Table): Table =>
    table.name.name === 't' ? { ...table, constraints: checks } : table;

describe('spelling', () => {
  it('reports what the server refuses, and spells the rest', async () => {
    await withDatabase(17, async ({ session }) => {
      const names = Array.from({ length: 40 }, (_, at) => `c${at}`);
      const script = `create table t (n integer, code text, ${names.map((name, at) => `constraint ${name} check (n <> ${at})`).join(', ')})`;
      const wrong = new Map([
        ['c7', 'n <> nothing'],
        ['c8', 'n <> = 3'],
        ['c30', "n <> 'x'"],
        ['c31', 'n in (select 1)'],
      ]);
      const { table, unspelled, live } = await spellChanged(
        session,
        script,
        onlyChecks(...names.map((name, at) => check(name, wrong.get(name) ?? `n<>${at}`))),
      );
      expect(unspelled.map(({ object, part, message }) => `${object} ${part}: ${message}`)).toEqual([
        'table public.t c7: column "nothing" does not exist',
        'table public.t c8: syntax error at or near "="',
        'table public.t c30: invalid input syntax for type integer: "x"',
        'table public.t c31: cannot use subquery in check constraint',
      ]);
      for (const constraint of table('t')?.constraints ?? []) {
        const before = findTable(live, qname('public', 't'))?.constraints.find(({ name }) => name === constraint.name);
        if (wrong.has(constraint.name)) expect(constraint).toMatchObject({ expr: wrong.get(constraint.name) });
        else expect(constraint).toEqual(before);
      }
    });
  });

  it('takes no brackets and comments for its own', async () => {
    await withDatabase(17, async ({ session }) => {
      const { unspelled, table } = await spellChanged(
        session,
        'create table t (n integer, constraint a check (n > 0), constraint b check (n > 1), constraint c check (n > 2), constraint d check (n > 3))',
        onlyChecks(
          check('a', 'n > 0 /* ) */ -- )'),
          check('b', 'n > 1)'),
          check('c', 'n>2'),
          check('d', 'n > 3)); commit; drop table t; --'),
        ),
      );
      expect(unspelled.map(({ part }) => part)).toEqual(['b', 'd']);
      expect(table('t')?.constraints).toMatchObject([{ expr: '(n > 0)' }, { expr: 'n > 1)' }, { expr: '(n > 2)' }, {}]);
    });
  });

  it('finds renamed constraints, indexes and policies among the live ones that nobody claims', async () => {
    await withDatabase(15, async ({ session }) => {
      const { table, unspelled } = await spellChanged(
        session,
        `create table t (n integer, title text, constraint old_name check (n between 1 and 3), constraint kept check (n > 0));
         create index old_index on t (lower(title)) where n > 0;
         create policy old_policy on t for select using (n > 0)`,
        (one) =>
          one.name.name !== 't'
            ? one
            : {
                ...one,
                constraints: [check('new_name', 'n between 1 and 3'), check('kept', 'n>0'), check('added', 'n<9')],
                indexes: one.indexes.map((index) => ({
                  ...index,
                  name: 'new_index',
                  where: 'n>0',
                  keys: index.keys.map((key) => ({
                    ...key,
                    key: { kind: 'expression', expr: 'lower( title )' } as const,
                  })),
                })),
                policies: one.policies.map((policy) => ({ ...policy, name: 'new_policy', using: 'n>0' })),
              },
      );
      expect(unspelled).toEqual([]);
      expect(table('t')).toMatchObject({
        constraints: [{ expr: '((n >= 1) AND (n <= 3))' }, { expr: '(n > 0)' }, { expr: 'n<9' }],
        indexes: [{ name: 'new_index', where: '(n > 0)', keys: [{ key: { expr: 'lower(title)' } }] }],
        policies: [{ name: 'new_policy', using: '(n > 0)' }],
      });
    });
  });

  it('follows renamed tables and columns', async () => {
    await withDatabase(15, async ({ session }) => {
      const { table, unspelled } = await spellChanged(
        session,
        `create table t (old_n integer, title text default 'x', constraint c check (old_n > 0));
         create policy p on t using (exists (select from members m where m.role = t.title and t.old_n > 1))`,
        (one) =>
          one.name.name !== 't'
            ? one
            : {
                ...one,
                name: qname('public', 'u'),
                renamedFrom: one.name,
                columns: one.columns.map((column) =>
                  column.name === 'old_n'
                    ? { ...column, name: 'n', renamedFrom: 'old_n' }
                    : { ...column, value: { kind: 'default', expr: "'x'" } },
                ),
                constraints: [check('c', 'n>0')],
                policies: one.policies.map((policy) => ({
                  ...policy,
                  using: 'exists (select from members m where m.role = u.title and u.n > 1)',
                })),
              },
      );
      expect(unspelled).toEqual([]);
      expect(table('u')).toMatchObject({
        columns: [{}, { value: { expr: "'x'::text" } }],
        constraints: [{ expr: '(n > 0)' }],
      });
      // The server would go on to print the old names as aliases in a subquery, so it is made anew.
      expect(table('u')?.policies[0]?.using).toBe('exists (select from members m where m.role = u.title and u.n > 1)');
    });
  });

  it('says nothing about columns and types that are yet to come', async () => {
    await withDatabase(15, async ({ session }) => {
      const column = {
        nullable: true,
        value: { kind: 'none' },
        collation: null,
        comment: null,
        renamedFrom: null,
      } as const;
      const { table, unspelled } = await spellChanged(
        session,
        'create table t (n integer, constraint c check (n > 0), constraint d check (n > 1), constraint e check (n > 2))',
        (one) =>
          one.name.name !== 't'
            ? one
            : {
                ...one,
                columns: [
                  ...one.columns,
                  { ...column, name: 'extra', type: { schema: null, name: 'text', args: [], dimensions: 0 } },
                  { ...column, name: 'mood', type: { schema: 'public', name: 'mood', args: [], dimensions: 0 } },
                ],
                constraints: [check('c', "n > 0 and extra <> 'x'"), check('d', "mood <> 'sad'"), check('e', 'n>2')],
              },
      );
      expect(unspelled).toEqual([]);
      expect(table('t')?.constraints).toMatchObject([
        { expr: "n > 0 and extra <> 'x'" },
        { expr: "mood <> 'sad'" },
        { expr: '(n > 2)' },
      ]);
    });
  });

  it('keeps apart tables of one name, and types of one column name', async () => {
    await withDatabase(18, async ({ session }) => {
      const policy = (own: string) =>
        `create policy p on ${own} using (exists (select from members m where m.role = x."select"))`;
      const { table, unspelled } = await spellChanged(
        session,
        `create table x ("select" text, status text, constraint c check (status <> 'a')); ${policy('x')};
         create table boyfanz.x ("select" varchar(3), status tier, constraint c check (status <> 'gold')); ${policy('boyfanz.x')}`,
        (one) =>
          one.name.name !== 'x'
            ? one
            : {
                ...one,
                constraints: [check('c', one.name.schema === 'public' ? "status<>'a'" : "status<>'gold'")],
                policies: one.policies.map((was) => ({
                  ...was,
                  using: 'exists (select from members m where m.role = "select")',
                })),
              },
      );
      expect(unspelled).toEqual([]);
      expect(table('x')?.constraints).toMatchObject([{ expr: "(status <> 'a'::text)" }]);
      expect(table('x', 'boyfanz')?.constraints).toMatchObject([{ expr: "(status <> 'gold'::public.tier)" }]);
      expect(table('x')?.policies[0]?.using).toContain('x."select"))');
      expect(table('x', 'boyfanz')?.policies[0]?.using).toContain('(x."select")::text');
    });
  });

  it('spells functions, partition bounds, domain defaults and DEFAULT NULL', async () => {
    await withDatabase(14, async ({ session }) => {
      await session.execute(`${PREPARE}
        create domain score as integer default 5;
        create function find(a tier default 'gold', b numeric(5, 2) default 1.5, out c text) returns setof text language sql as $$select 'x'$$;
        create function many() returns table (id uuid, at timestamptz) language sql as 'select null::uuid, now()';
        create function of_members() returns setof members language sql as 'select * from members';
        create table t (at timestamptz, x integer default null) partition by range (at);
        create table boyfanz_parts.t_a partition of t for values from (minvalue) to ('2026-01-01');
        create table boyfanz_parts.t_b partition of t for values from ('2026-01-01') to (maxvalue);
        create table l (kind tier, n integer) partition by list (kind);
        create table boyfanz_parts.l_a partition of l for values in ('gold', null);
        set search_path = '';`);
      const { model: live } = await readCatalog(session, OPTIONS);
      const parts = (table: Table, ...bounds: readonly object[]): Table => {
        if (table.storage.kind !== 'partitioned' || table.storage.parts.kind !== 'fixed') return table;
        const partitions = table.storage.parts.partitions.map((one, at) => ({
          ...one,
          bound: { ...one.bound, ...bounds[at] },
        }));
        return { ...table, storage: { ...table.storage, parts: { kind: 'fixed', partitions } } };
      };
      const change = (object: SchemaObject): SchemaObject => {
        if (object.kind === 'domain' && object.name.name === 'score') return { ...object, default: ' 5' };
        if (object.kind === 'function' && object.name.name === 'find') {
          const defaults = ["'gold'", '1.5', null];
          return {
            ...object,
            returns: 'setof text',
            args: object.args.map((arg, at) => ({ ...arg, default: defaults[at] ?? null })),
          };
        }
        if (object.kind === 'function' && object.name.name === 'many') {
          return { ...object, returns: 'table (id uuid, at timestamptz)' };
        }
        if (object.kind === 'function' && object.name.name === 'of_members')
          return { ...object, returns: 'setof members' };
        if (object.kind === 'table' && object.name.name === 't') {
          const withNull = object.columns.map((column) =>
            column.name === 'x' ? { ...column, value: { kind: 'default', expr: 'NULL' } as const } : column,
          );
          const bounds = [
            { from: ['minvalue'], to: ["'2026-01-01'"] },
            { from: ["'2026-01-01T00:00Z'"], to: ['maxvalue'] },
          ];
          return parts({ ...object, columns: withNull }, ...bounds);
        }
        if (object.kind === 'table' && object.name.name === 'l')
          return parts(object, { values: ["'gold'::tier", 'null'] });
        return object;
      };
      const desired = modelOf([...live.objects.values()].map(change));
      const spelled = await spellModel(session, desired, live, openStandIn);
      expect(spelled.unspelled).toEqual([]);
      expect([...spelled.model.objects]).toEqual([...live.objects]);
    });
  });

  it('leaves nothing behind', async () => {
    await withDatabase(17, async ({ session }) => {
      const counts = `select (select count(*) from pg_class), (select count(*) from pg_namespace), (select count(*) from pg_proc),
        (select count(*) from pg_type), current_setting('search_path'), current_setting('jit')`;
      await session.execute('create schema kept; create table kept.t (n integer); set search_path = kept');
      const before = await session.query(counts);
      const live = await spellAnything(session, 'kept');
      expect(live).toBe('(n > 0)');
      expect(await session.query(counts)).toEqual(before);
      await session.execute('begin; rollback');
    });
  });

  it('works on the embedded PostgreSQL', async () => {
    await withEmbedded(async (session) => {
      await session.execute('create schema kept; create table kept.t (n integer)');
      expect(await spellAnything(session, 'kept')).toBe('(n > 0)');
      const live = await readCatalog(session, { schemas: ['kept'], ignore: [] });
      expect([...live.model.objects.keys()]).toEqual(['schema kept', 'table kept.t']);
    });
  });

  it('goes by the stand-in for a role that may not make temporary tables', async () => {
    await withDatabase(17, async ({ session, settings }) => {
      await session.execute(`revoke temporary on database ${settings.database} from public;
        do $$ begin if to_regrole('spell_without_temp') is null then create role spell_without_temp; end if; end $$;
        create schema kept; grant usage on schema kept to spell_without_temp; create table kept.t (n integer);
        set role spell_without_temp`);
      expect(await spellAnything(session, 'kept')).toBe('(n > 0)');
    });
  });

  it('lets the stand-in do without extensions that it does not have, and with functions that no spec knows', async () => {
    await withDatabase(15, async ({ session }) => {
      // As PostGIS and Supabase have them: a type of its own with modifiers, and functions outside of the managed schemas.
      await session.execute(`create schema auth;
        create type public.geography as (x float8, y float8);
        create function public.st_makepoint(float8, float8) returns public.geography language sql immutable as 'select null::public.geography';
        create function auth.uid() returns uuid language sql stable as 'select null::uuid';
        create table public.t (lon float8, lat float8, u uuid,
          place public.geography generated always as (public.st_makepoint(lon, lat)) stored, check (place is not null));
        create policy p on public.t using (u = (select auth.uid()));
        create view public.v as select place, lon from public.t;`);
      const { model: read } = await readCatalog(session, OPTIONS);
      const postgis = { kind: 'extension', name: 'postgis', schema: 'public' } as const;
      const withModifiers = (object: SchemaObject): SchemaObject =>
        object.kind !== 'table'
          ? object
          : {
              ...object,
              columns: object.columns.map((column) =>
                column.name === 'place' ? { ...column, type: { ...column.type, args: ['Point', '4326'] } } : column,
              ),
            };
      const live = modelOf([...read.objects.values(), postgis].map(withModifiers));
      const other = [...live.objects.values()].map((object) =>
        rewrite(object, (text) => (object.kind === 'view' ? `\n${text} ; ` : `( ${text} )`)),
      );
      const { model, unspelled } = await spellModel(asStandby(session), modelOf(other), live, openStandIn);
      expect(unspelled).toEqual([]);
      expect([...model.objects]).toEqual([...live.objects]);
    });
  });
});

/** Spells a check on a made-up live table. */
async function spellAnything(session: Session, schema: string): Promise<string | null> {
  const table = (expr: string): Table => ({
    kind: 'table',
    name: qname(schema, 't'),
    comment: null,
    columns: [
      {
        name: 'n',
        type: { schema: null, name: 'integer', args: [], dimensions: 0 },
        nullable: true,
        value: { kind: 'none' },
        collation: null,
        comment: null,
        renamedFrom: null,
      },
    ],
    constraints: [check('c', expr)],
    indexes: [],
    storage: { kind: 'heap', unlogged: false, parameters: {} },
    rowSecurity: 'off',
    policies: [],
    grants: [],
    triggers: [],
    replicaIdentity: { kind: 'default' },
    renamedFrom: null,
  });
  const { model } = await spellModel(session, modelOf([table('n>0')]), modelOf([table('(n > 0)')]), openStandIn);
  const [constraint] = findTable(model, qname(schema, 't'))?.constraints ?? [];
  return constraint?.kind === 'check' ? constraint.expr : null;
}

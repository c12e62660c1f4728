import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareData, DataError, putData } from '../../src/db/put-data.ts';
import type { Session } from '../../src/db/session.ts';
import type { TableData } from '../../src/model/data.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import { lineColumn } from '../../src/text/source.ts';
import { withDatabase, withEmbedded } from '../engines/with-engine.ts';
import { treeWith } from '../spec/fixture-tree.ts';

const SPECS = `enum: mood
comment: Moods.
values: [sad, "it's happy"]
---
function: refuse_twice
comment: Refuses what is there already, as a table does that counts its rows.
returns: trigger
body: |
  begin
    if exists (select from public.levels where code = new.code) then raise exception 'A second %', new.code; end if;
    return new;
  end
---
function: refuse_update
comment: Refuses every update.
returns: trigger
body: begin raise exception 'Nothing changes here'; end
---
table: levels
comment: Levels, of which nothing changes.
columns:
  id: { type: uuid, default: { sql: gen_random_uuid() } }
  code: citext
  above_id: { type: uuid, nullable: true, references: { table: levels, on_delete: restrict } }
  rank: { type: smallint, default: 1 }
primary_key: [id]
unique:
  - [code]
checks:
  rank_is_positive: rank > 0
triggers:
  once: { timing: before, events: [insert], function: refuse_twice }
  never: { timing: before, events: [update], function: refuse_update }
access: { read: [staff], write: [service] }
volume: 10
---
table: people
comment: Refers to levels.
use: [timestamps]
columns:
  id: smallint
  name: text
  level_id: { type: uuid, references: { table: levels, on_delete: restrict } }
  mood: mood
  tags: "text[]"
  extra: { type: jsonb, nullable: true }
  plain: { type: json, nullable: true }
  price: { type: "numeric(8,2)", nullable: true }
  ratio: { type: real, nullable: true }
  since: { type: timestamptz, nullable: true }
  nickname: { type: citext, nullable: true }
primary_key: [id]
access: { read: [staff], write: [service] }
volume: 10
---
data: people
comment: Stands before the table it needs.
defaults: { mood: "it's happy", tags: [] }
rows:
  - { id: 1, name: Ada, level_id: { find: levels, code: high }, extra: { a: [1, null, "\\\\ '\\""] }, plain: { b: 1 }, price: 1.5 }
  - { id: 2, name: "O'Brien; drop", level_id: { find: levels, code: LOW }, tags: [a, 'b"c', 'd\\e', 'null', ''], ratio: 0.1, nickname: Obi }
  - { id: 3, name: Eve, level_id: { sql: "(select min(id::text)::uuid from public.levels)" }, mood: sad, since: "2026-01-31T12:00:00+02:00" }
---
data: levels
comment: The tree, from the leaves.
key: [code]
rows:
  - { code: low, above_id: { find: levels, code: middle } }
  - { code: middle, above_id: { find: levels, code: high }, rank: 2 }
  - { code: high, rank: 3 }
`;

function compiled(text: string): ReturnType<typeof compileSpecs> {
  const result = compileSpecs(treeWith(text), TARGETS.postgres);
  expect(result.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
  return result;
}

async function makeSchema(session: Session, text: string): Promise<readonly TableData[]> {
  const { model, data } = compiled(text);
  await session.execute(buildScript('test', model, TARGETS.postgres));
  await session.execute("set search_path = ''");
  return data;
}

const SETTINGS = { lockTimeoutMs: 1000, signal: new AbortController().signal };

async function put(session: Session, data: readonly TableData[]) {
  const outcomes = await putData(session, data, SETTINGS);
  return outcomes.map(({ data: { table }, added, changed, unchanged }) => [table.name, added, changed, unchanged]);
}

/** Every row version of both tables. */
function versions(session: Session) {
  return session.query(
    'select xmin, ctid, id::text from public.levels union all select xmin, ctid, id::text from public.people order by 3',
  );
}

const ENGINES: readonly (readonly [string, <T>(work: (session: Session) => Promise<T>) => Promise<T>])[] = [
  ['PostgreSQL 14', (work) => withDatabase(14, ({ session }) => work(session))],
  ['PostgreSQL 17', (work) => withDatabase(17, ({ session }) => work(session))],
  ['the embedded PostgreSQL', withEmbedded],
];

const DEFAULTS = `table: perks
comment: Perks by level, mostly none.
columns:
  level: smallint
  perks: { type: jsonb, default: '{}' }
  names: { type: 'text[]', default: '{}' }
primary_key: [level]
access: { read: [staff], write: [service] }
volume: 10
---
data: perks
comment: One row with perks, one without.
rows:
  - { level: 1 }
  - { level: 2, perks: { frame: gold }, names: [a] }
`;

it('a row that leaves out a column which others name gets its default', () =>
  withEmbedded(async (session) => {
    await putData(session, await makeSchema(session, DEFAULTS), SETTINGS);
    expect(await session.query('select perks::text, names::text from public.perks order by level')).toEqual([
      ['{}', '{}'],
      ['{"frame": "gold"}', '{a}'],
    ]);
  }));

describe.each(ENGINES)('reference data on %s', (_name, withSession) => {
  it('goes in in the order of what it needs, and a second time changes no row and fires no trigger', () =>
    withSession(async (session) => {
      const data = await makeSchema(session, SPECS);
      expect((await compareData(session, data)).outcomes.map(({ added }) => added)).toEqual([3, 3]);
      expect(await put(session, data)).toEqual([
        ['levels', 3, 0, 0],
        ['people', 3, 0, 0],
      ]);
      const before = await versions(session);
      expect(before).toHaveLength(6);
      expect(
        await session.query(`select p.name, l.code, a.code, p.tags, p.extra, p.price, p.ratio, p.since
          from public.people p join public.levels l on l.id = p.level_id left join public.levels a on a.id = l.above_id
          where p.id < 3 order by p.id`),
      ).toEqual([
        ['Ada', 'high', null, '{}', '{"a": [1, null, "\\\\ \'\\""]}', '1.50', null, null],
        ["O'Brien; drop", 'low', 'middle', '{a,"b\\"c","d\\\\e","null",""}', null, null, '0.1', null],
      ]);
      expect(await session.query("select since at time zone 'UTC' from public.people where id = 3")).toEqual([
        ['2026-01-31 10:00:00'],
      ]);
      expect(await put(session, data)).toEqual([
        ['levels', 0, 0, 3],
        ['people', 0, 0, 3],
      ]);
      expect(await compareData(session, data)).toMatchObject({ batches: [] });
      expect(await versions(session)).toEqual(before);
    }));

  it('brings back what was changed and what is gone, and leaves other rows alone', () =>
    withSession(async (session) => {
      const data = await makeSchema(session, SPECS);
      await put(session, data);
      await session.execute(`
        delete from public.people where id = 2;
        update public.people set name = 'Eva', nickname = null where id = 3;
        update public.people set mood = 'sad' where id = 1;
        insert into public.people (id, name, level_id, mood, tags) select 9, 'Ours', level_id, 'sad', '{}' from public.people where id = 1`);
      expect(await put(session, data)).toEqual([
        ['levels', 0, 0, 3],
        ['people', 1, 2, 0],
      ]);
      expect(await session.query('select id, name, mood from public.people order by id')).toEqual([
        ['1', 'Ada', "it's happy"],
        ['2', "O'Brien; drop", "it's happy"],
        ['3', 'Eve', 'sad'],
        ['9', 'Ours', 'sad'],
      ]);
    }));

  it('with `mode: add` only adds', () =>
    withSession(async (session) => {
      const data = await makeSchema(session, SPECS.replace('defaults: {', 'mode: add\ndefaults: {'));
      await put(session, data);
      await session.execute("delete from public.people where id = 2; update public.people set name = 'Eva'");
      expect((await put(session, data))[1]).toEqual(['people', 1, 0, 2]);
      expect(await session.query('select name from public.people order by id')).toEqual([
        ['Eva'],
        ["O'Brien; drop"],
        ['Eva'],
      ]);
    }));

  it('names the row that the server refuses, and then holds nothing', () =>
    withSession(async (session) => {
      const text = SPECS.replace('rank: 2 }', 'rank: -2 }');
      const data = await makeSchema(session, text);
      const error = await putData(session, data, SETTINGS).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(DataError);
      if (!(error instanceof DataError) || error.span === null) throw error;
      const { source, start } = error.span;
      expect(source.text.split('\n')[lineColumn(source, start).line - 1]).toContain('code: middle');
      expect(error.database.message).toContain('rank_is_positive');
      expect(await versions(session)).toEqual([]);
    }));
});

const COMPUTED = `table: reserved
comment: Names nobody may take, by the form in which they are compared.
columns:
  id: { type: integer, identity: { mode: by default, start: 100 } }
  name: text
  form: { type: text, generated: "lower(replace(name, '.', ''))" }
  reason: { type: text, nullable: true }
primary_key: [id]
unique:
  - [form]
access: { read: [staff], write: [service] }
volume: 10
---
data: reserved
comment: Found again by what the server computes.
key: [form]
rows:
  - { id: 1, name: Admin, reason: ours }
  - { id: 2, name: no.reply }
`;

it('finds rows again by a column that the server computes', () =>
  withDatabase(17, async ({ session }) => {
    const data = await makeSchema(session, COMPUTED);
    expect(await put(session, data)).toEqual([['reserved', 2, 0, 0]]);
    await session.execute(
      "update public.reserved set name = 'NoReply', reason = 'x' where id = 2; insert into public.reserved (name) values ('root')",
    );
    expect(await put(session, data)).toEqual([['reserved', 0, 1, 1]]);
    expect(await put(session, data)).toEqual([['reserved', 0, 0, 2]]);
    expect(await session.query('select id, name, form, reason from public.reserved order by id')).toEqual([
      ['1', 'Admin', 'admin', 'ours'],
      ['2', 'no.reply', 'noreply', null],
      ['100', 'root', 'root', null],
    ]);
  }));

/** YAML reads JSON; escapes keep out what specs refuse to hold as it is. */
function yaml(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const ANY_TEXT = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));

const ROW = fc.record({
  name: ANY_TEXT,
  tags: fc.array(ANY_TEXT, { maxLength: 3 }),
  moods: fc.array(fc.constantFrom('sad', 'happy'), { maxLength: 3 }),
  extra: fc.option(
    fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(ANY_TEXT, fc.boolean(), fc.constant(null), fc.array(fc.integer())),
    ),
    { nil: null },
  ),
  price: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
  ratio: fc.integer({ min: -1000, max: 1000 }).map((number) => number / 8 + 0.1),
  big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  is_on: fc.option(fc.boolean(), { nil: null }),
  nickname: fc.option(ANY_TEXT, { nil: null }),
});

const RANDOM = `enum: mood
comment: Moods.
values: [sad, happy]
---
table: random
comment: Values of all sorts.
columns:
  id: integer
  name: text
  tags: "text[]"
  moods: "mood[]"
  extra: { type: jsonb, nullable: true }
  price: "numeric(9,2)"
  ratio: double precision
  big: bigint
  is_on: { type: boolean, nullable: true }
  nickname: { type: citext, nullable: true }
primary_key: [id]
access: { read: [staff], write: [service] }
volume: 10
`;

describe('whatever the rows are', () => {
  it('they arrive as they are written, and the second time nothing changes', () =>
    withDatabase(17, async ({ session }) => {
      await makeSchema(session, RANDOM);
      await fc.assert(
        fc.asyncProperty(fc.array(ROW, { minLength: 1, maxLength: 5 }), async (rows) => {
          await session.execute('truncate public.random');
          const lines = rows.map((row, id) => `  - ${yaml({ id, ...row })}\n`).join('');
          const { data } = compiled(`${RANDOM}---\ndata: random\ncomment: Random.\nrows:\n${lines}`);
          expect(await put(session, data)).toEqual([['random', rows.length, 0, 0]]);
          expect(await put(session, data)).toEqual([['random', 0, 0, rows.length]]);
          const read = await session.query(
            'select name, nickname, big, price, extra, array_to_json(tags) from public.random order by id',
          );
          expect(
            read.map(([name, nickname, big, price, extra, tags]) => ({
              name,
              nickname,
              big,
              price: Number(price),
              extra: JSON.parse(extra ?? 'null'),
              tags: JSON.parse(tags ?? 'null'),
            })),
          ).toEqual(
            rows.map(({ name, nickname, big, price, extra, tags }) => ({
              name,
              nickname,
              big,
              price: Number(price),
              extra,
              tags,
            })),
          );
        }),
        { numRuns: 60 },
      );
    }));
});

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LiveDatabase, readCatalog } from '../../src/db/read-catalog.ts';
import type { Session } from '../../src/db/session.ts';
import { findTable } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { qname } from '../../src/model/name.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { withDatabase, withTimescale } from '../engines/with-engine.ts';

const SCHEMAS = ['public', 'boyfanz', 'boyfanz_parts'];
const OPTIONS = { schemas: SCHEMAS, ignore: ['ignored_*'] };
const MAJORS: readonly PgMajor[] = [14, 15, 17, 18];
const WEIRD = 'Weird "Name"';

async function load(session: Session, file: string): Promise<void> {
  const text = await readFile(new URL(`../fixtures/catalog/${file}.sql`, import.meta.url), 'utf8');
  await session.execute(`set search_path = public; ${text}; set search_path = '';`);
}

describe.each(MAJORS)('every kind of object on PostgreSQL %i', (major) => {
  let live: LiveDatabase;

  beforeAll(async () => {
    live = await withDatabase(major, async ({ session }) => {
      await load(session, 'every-kind');
      if (major >= 15) await load(session, 'every-kind-15');
      if (major >= 18) await load(session, 'every-kind-18');
      return await readCatalog(session, OPTIONS);
    });
  });

  const get = (key: string) => live.model.objects.get(key);
  const table = (name: string): Table => {
    const found = findTable(live.model, qname('public', name));
    if (found === null) throw new Error(`No table ${name}`);
    return found;
  };
  const column = (name: string, of = WEIRD) => table(of).columns.find((one) => one.name === name);
  const constraint = (name: string, of = WEIRD) => table(of).constraints.find((one) => one.name === name);
  const index = (name: string) => table(WEIRD).indexes.find((one) => one.name === name);
  const built = (name: string, args: readonly string[] = [], dimensions = 0) => ({
    schema: null,
    name,
    args,
    dimensions,
  });

  it('has exactly these objects', () => {
    expect([...live.model.objects.keys()]).toEqual([
      'schema boyfanz',
      'schema boyfanz_parts',
      'schema public',
      'extension btree_gist',
      'extension citext',
      'extension pg_trgm',
      'enum public.tier',
      'domain public.amounts',
      'domain public.handle',
      'sequence public.Weird "Name"_serial_number_seq',
      'sequence public.counter',
      'function boyfanz.touch_updated_at()',
      'function public.as_table(integer)',
      'function public.both_ways(integer, timestamptz)',
      'function public.on_ddl()',
      'function public.sum "it"(integer, tier, numeric[])',
      'table boyfanz.rolling_partitions',
      'table public.Weird "Name"',
      'table public.by_hash',
      'table public.by_list',
      'table public.by_range',
      'table public.cache',
      'table public.events',
      'table public.nested',
      'table public.parent',
      ...(major >= 15 ? ['table public.since_15', 'table public.since_15_target'] : []),
      ...(major >= 18 ? ['table public.since_18'] : []),
      'view public.active',
      ...(major >= 15 ? ['view public.invoker'] : []),
    ]);
  });

  it('lists what it cannot express', () => {
    const since18 = [
      { object: 'table public.since_18', what: 'the temporal key since_18_pkey' },
      { object: 'table public.since_18', what: 'the unenforced constraint unenforced' },
    ];
    expect(live.unmodelled).toEqual([
      { object: 'table public.by_expression', what: 'a table partitioned by an expression' },
      { object: 'table public.nested', what: 'the partition boyfanz_parts.nested_1, which is partitioned again' },
      { object: 'event trigger watch', what: 'an event trigger' },
      { object: 'function public.in_c(text)', what: 'a function in internal' },
      { object: 'function public.proc()', what: 'a procedure' },
      { object: 'function public.total_of(integer)', what: 'an aggregate' },
      { object: 'materialized view public.totals', what: 'a materialized view' },
      { object: 'statistics public.parent_stats', what: 'a statistics object' },
      { object: 'table public.cache', what: 'the rule keep' },
      { object: 'table public.child', what: 'a table that inherits from another' },
      ...(major >= 18 ? since18 : []),
      { object: 'type public.float_range', what: 'a range type' },
      { object: 'type public.pair', what: 'a composite type' },
    ]);
    expect(live.externalDependents).toEqual([
      { uses: 'public.parent', dependent: 'foreign key invoice_parent of Other "Schema".invoices' },
      { uses: 'public.parent', dependent: 'materialized view public.totals' },
      { uses: 'public.parent', dependent: 'view Other "Schema".report' },
    ]);
  });

  it('reads schemas, extensions, enums, domains', () => {
    expect(get('schema boyfanz')).toEqual({
      kind: 'schema',
      name: 'boyfanz',
      comment: 'Helpers',
      grants: [{ role: 'catalog_member', privilege: 'usage', columns: null, grantable: false }],
    });
    expect(get('extension citext')).toEqual({ kind: 'extension', name: 'citext', schema: 'public' });
    expect(get('enum public.tier')).toMatchObject({
      comment: 'Tiers',
      values: ['bronze', 'tin', 'silver', 'gold', 'O\'Neil "x"'].map((label) => ({ label, renamedFrom: null })),
    });
    expect(get('domain public.handle')).toEqual({
      kind: 'domain',
      name: qname('public', 'handle'),
      type: { schema: 'public', name: 'citext', args: [], dimensions: 0 },
      collation: qname('pg_catalog', 'C'),
      nullable: false,
      default: "'nobody'::public.citext",
      checks: [
        { name: 'long_enough', expr: '((char_length((VALUE)::text) >= 3) AND (char_length((VALUE)::text) <= 30))' },
        { name: 'no_at', expr: "(VALUE OPERATOR(public.!~) '@'::public.citext)" },
      ],
      comment: 'A name',
    });
    expect(get('domain public.amounts')).toMatchObject({ type: built('numeric', ['12', '2'], 1), nullable: true });
  });

  it('reads sequences', () => {
    expect(get('sequence public.counter')).toEqual({
      kind: 'sequence',
      name: qname('public', 'counter'),
      options: { type: 'integer', start: '5', increment: '5', min: '5', max: '500', cache: '10', cycle: true },
      ownedBy: null,
      comment: 'Counts',
      grants: [
        { role: 'catalog_member', privilege: 'select', columns: null, grantable: false },
        { role: 'catalog_member', privilege: 'usage', columns: null, grantable: false },
      ],
    });
    expect(get('sequence public.Weird "Name"_serial_number_seq')).toMatchObject({
      ownedBy: { table: qname('public', WEIRD), column: 'serial_number' },
    });
  });

  it('reads functions', () => {
    expect(get('function public.sum "it"(integer, tier, numeric[])')).toEqual({
      kind: 'function',
      name: qname('public', 'sum "it"'),
      args: [
        { name: 'a', mode: 'in', type: built('integer'), default: null },
        {
          name: 'b',
          mode: 'in',
          type: { schema: 'public', name: 'tier', args: [], dimensions: 0 },
          default: "'gold'::public.tier",
        },
        { name: 'rest', mode: 'variadic', type: built('numeric', [], 1), default: "'{}'::numeric[]" },
      ],
      returns: 'SETOF public.tier',
      language: 'sql',
      volatility: 'immutable',
      strict: true,
      security: 'invoker',
      parallel: 'safe',
      settings: { search_path: 'public, pg_temp', work_mem: '8MB' },
      body: { text: 'select b', variants: [] },
      comment: null,
      grants: [{ role: 'public', privilege: 'execute', columns: null, grantable: false }],
      attached: [],
    });
    expect(get('function boyfanz.touch_updated_at()')).toMatchObject({
      returns: 'trigger',
      language: 'plpgsql',
      security: 'definer',
      settings: { search_path: '' },
      comment: 'Touches',
      grants: [],
    });
    expect(get('function public.both_ways(integer, timestamptz)')).toMatchObject({
      args: [
        { name: 'a', mode: 'in' },
        { name: 'b', mode: 'out' },
        { name: 'c', mode: 'inout' },
      ],
      returns: 'record',
    });
    expect(get('function public.as_table(integer)')).toMatchObject({
      args: [{ name: 'n', mode: 'in' }],
      returns: 'TABLE(id uuid, "Weird ""Name""" text)',
    });
  });

  it('reads columns', () => {
    expect(column('select')).toEqual({
      name: 'select',
      type: built('bigint'),
      nullable: false,
      value: {
        kind: 'identity',
        mode: 'always',
        options: {
          type: 'bigint',
          start: '100',
          increment: '10',
          min: '1',
          max: '9223372036854775807',
          cache: '1',
          cycle: false,
        },
      },
      collation: null,
      comment: null,
      renamedFrom: null,
    });
    expect(column('ünï')?.value).toMatchObject({ mode: 'by default', options: { type: 'smallint', max: '32767' } });
    expect(column('name')).toMatchObject({ collation: qname('pg_catalog', 'C'), nullable: true });
    expect(column('handle')).toMatchObject({ collation: null, type: { schema: 'public', name: 'handle' } });
    expect(column('total')).toMatchObject({ type: built('numeric', ['12', '2']), value: { expr: '0' } });
    expect(column('doubled')?.value).toEqual({ kind: 'generated', expr: '(total * (2)::numeric)', stored: true });
    expect(column('char')).toMatchObject({ type: built('"char"'), value: { expr: `'x'::"char"` } });
    expect(column('fixed')?.type).toEqual(built('character', ['3']));
    expect(column('times')?.type).toEqual(built('timestamp with time zone', ['3'], 1));
    expect(column('kind', 'parent')).toMatchObject({ comment: 'Its kind', value: { expr: "'silver'::public.tier" } });
    expect(table(WEIRD).columns.map(({ name }) => name)).not.toContain('........pg.dropped.3........');
  });

  it('reads constraints', () => {
    const base = { comment: null, renamedFrom: null };
    expect(constraint('pk "x"')).toEqual({
      ...base,
      kind: 'primaryKey',
      name: 'pk "x"',
      columns: ['select', 'ünï'],
      include: [],
      deferrable: 'not deferrable',
    });
    expect(constraint('parent_code_key', 'parent')).toMatchObject({ columns: ['code', 'tenant'], include: ['kind'] });
    expect(constraint('parent_tenant_key', 'parent')).toMatchObject({ deferrable: 'initially deferred' });
    expect(constraint('code_kind', 'parent')).toMatchObject({ noInherit: true, validated: true, comment: 'Its check' });
    expect(constraint('later')).toEqual({
      ...base,
      kind: 'check',
      name: 'later',
      expr: '(total < (1000000)::numeric)',
      noInherit: false,
      validated: false,
    });
    expect(constraint('full_match')).toEqual({
      ...base,
      kind: 'foreignKey',
      name: 'full_match',
      columns: ['code', 'tenant'],
      target: qname('public', 'parent'),
      targetColumns: ['code', 'tenant'],
      onDelete: { kind: 'set null', columns: [] },
      onUpdate: { kind: 'set default', columns: [] },
      match: 'full',
      deferrable: 'initially deferred',
      validated: true,
    });
    expect(constraint('no_overlap')).toEqual({
      kind: 'exclusion',
      name: 'no_overlap',
      method: 'gist',
      elements: [
        { key: { kind: 'column', column: 'user id' }, opclass: null, operator: '=' },
        { key: { kind: 'expression', expr: 'lower((name)::text)' }, opclass: null, operator: '=' },
        { key: { kind: 'column', column: 'during' }, opclass: null, operator: '&&' },
      ],
      where: '(total > (0)::numeric)',
      deferrable: 'initially deferred',
      comment: 'Apart',
      renamedFrom: null,
    });
  });

  it('reads indexes', () => {
    const plain = { opclass: null, collation: null, direction: 'asc', nulls: 'last' };
    expect(index('idx "q"')).toEqual({
      name: 'idx "q"',
      unique: true,
      method: 'btree',
      keys: [
        { ...plain, key: { kind: 'expression', expr: 'lower((name)::text)' }, direction: 'desc', nulls: 'first' },
        { ...plain, key: { kind: 'column', column: 'user id' }, nulls: 'first' },
        { ...plain, key: { kind: 'expression', expr: '(total + (1)::numeric)' } },
      ],
      include: ['tags'],
      where: '((total > (0)::numeric) AND (code IS NOT NULL))',
      nullsNotDistinct: false,
      parameters: { fillfactor: '80' },
      comment: 'An index',
      renamedFrom: null,
    });
    expect(index('trgm')?.keys.map(({ opclass }) => opclass)).toEqual(['gin_trgm_ops', null]);
    expect(index('citext_as_text')?.keys).toMatchObject([
      { opclass: 'text_ops', collation: null },
      { opclass: 'varchar_pattern_ops', collation: null },
      { opclass: null, collation: qname('pg_catalog', 'POSIX'), direction: 'desc', nulls: 'last' },
    ]);
    expect(index('collated_expression')?.keys.map(({ collation }) => collation)).toEqual([
      qname('pg_catalog', 'C'),
      null,
    ]);
    expect(index('brin')).toMatchObject({ method: 'brin', parameters: { pages_per_range: '8' } });
    expect(table(WEIRD).indexes.map(({ name }) => name)).toEqual([
      'brin',
      'citext_as_text',
      'collated_expression',
      'idx "q"',
      'replica',
      'trgm',
    ]);
  });

  it('reads security, triggers and identity', () => {
    expect(table(WEIRD)).toMatchObject({ rowSecurity: 'forced', replicaIdentity: { kind: 'index', name: 'replica' } });
    expect(table('parent')).toMatchObject({ rowSecurity: 'off', replicaIdentity: { kind: 'full' } });
    expect(table(WEIRD).policies).toMatchObject([
      {
        name: 'own "rows"',
        command: 'select',
        permissive: true,
        roles: ['Catalog "ü"', 'catalog_member'],
        check: null,
      },
      { name: 'write', command: 'all', permissive: false, roles: ['public'], using: 'true', comment: 'Writing' },
    ]);
    expect(table(WEIRD).grants).toEqual([
      { role: 'Catalog "ü"', privilege: 'update', columns: ['code', 'name', 'select'], grantable: false },
      { role: 'catalog_member', privilege: 'insert', columns: null, grantable: true },
      { role: 'catalog_member', privilege: 'select', columns: null, grantable: true },
    ]);
    const [constraintTrigger, touch, transitions] = table(WEIRD).triggers;
    expect(touch).toEqual({
      name: 'touch',
      timing: 'before',
      events: ['update'],
      updateOf: ['total', 'select'],
      level: 'row',
      when: "((old.* IS NOT NULL) AND (old.total <> new.total) AND ((old.code)::text <> ') EXECUTE FUNCTION '::text))",
      function: qname('boyfanz', 'touch_updated_at'),
      args: ['a', "it's", 'back\\slash', 'ünï'],
      constraint: null,
      oldTable: null,
      newTable: null,
      enabled: 'always',
      comment: 'Touching',
    });
    expect(constraintTrigger).toMatchObject({
      name: ' WHEN (x',
      events: ['insert', 'delete'],
      when: null,
      constraint: 'initially deferred',
    });
    expect(transitions).toMatchObject({ level: 'statement', oldTable: 'olds', newTable: 'New "s"' });
  });

  it('reads storage', () => {
    expect(table('cache').storage).toEqual({ kind: 'heap', unlogged: true, parameters: {} });
    expect(table('parent').storage).toMatchObject({
      parameters: { fillfactor: '70', autovacuum_vacuum_scale_factor: '0.05' },
    });
    const part = (name: string, bound: object) => ({ name: qname('boyfanz_parts', name), bound });
    expect(table('by_hash').storage).toEqual({
      kind: 'partitioned',
      by: 'hash',
      key: ['user_id'],
      parts: {
        kind: 'fixed',
        partitions: [
          part('by_hash_p00', { kind: 'hash', modulus: 2, remainder: 0 }),
          part('by_hash_p01', { kind: 'hash', modulus: 2, remainder: 1 }),
        ],
      },
      parameters: { fillfactor: '90' },
    });
    expect(table('by_hash').triggers).toHaveLength(1);
    expect(table('by_hash').constraints).toHaveLength(2);
    expect(table('by_list').storage).toMatchObject({
      parts: {
        partitions: [
          part('by_list_eu', { kind: 'list', values: ["'de'", "'it''s, (x)'", 'NULL'] }),
          part('by_list_rest', { kind: 'default' }),
        ],
      },
    });
    const middle = ["'-5'", "'2026-01-01 00:00:00+00'"];
    expect(table('by_range').storage).toMatchObject({
      key: ['n', 'at'],
      parts: {
        partitions: [
          part('by_range_high', { kind: 'range', from: middle, to: ['100', 'MAXVALUE'] }),
          part('by_range_low', { kind: 'range', from: ['MINVALUE', 'MINVALUE'], to: middle }),
        ],
      },
    });
    expect(table('events').storage).toEqual({
      kind: 'partitioned',
      by: 'range',
      key: ['at'],
      parts: {
        kind: 'rolling',
        rolling: { every: { count: 1, unit: 'month' }, ahead: 3, keep: { count: 84, unit: 'month' }, overflow: false },
      },
      parameters: { fillfactor: '90', 'toast.autovacuum_enabled': 'false' },
    });
  });

  it('reads views and sizes', () => {
    expect(get('view public.active')).toMatchObject({
      securityBarrier: true,
      securityInvoker: false,
      comment: 'Active ones',
      grants: [{ role: 'catalog_member', privilege: 'select', columns: null, grantable: false }],
    });
    expect(live.sizes.get('table boyfanz.rolling_partitions')).toBe(8192);
    expect(live.sizes.get('table public.by_hash')).toBe(0);
  });

  it.runIf(major >= 15)('reads what PostgreSQL 15 brought', () => {
    expect(constraint('since_15_a_key', 'since_15')).toMatchObject({ nullsNotDistinct: true });
    expect(constraint('some_columns', 'since_15')).toMatchObject({ onDelete: { kind: 'set null', columns: ['a'] } });
    expect(table('since_15').indexes).toMatchObject([{ nullsNotDistinct: true, unique: true }]);
    expect(get('view public.invoker')).toMatchObject({ securityInvoker: true });
  });

  it.runIf(major >= 18)('reads what PostgreSQL 18 brought', () => {
    expect(column('doubled', 'since_18')?.value).toEqual({ kind: 'generated', expr: '(price * 2)', stored: false });
    expect(table('since_18').constraints.map(({ name }) => name)).toEqual(['unenforced']);
  });
});

it.each(MAJORS)('leaves out what extensions bring, their composite types too, on PostgreSQL %i', (major) =>
  withDatabase(major, async ({ session }) => {
    await session.execute('create extension tablefunc schema public; create type public.mine as (a int)');
    const live = await readCatalog(session, { schemas: ['public'], ignore: [] });
    expect(live.unmodelled.map(({ object }) => object)).toEqual(['type public.mine']);
  }));

describe('the transaction', () => {
  it('is over afterwards, and whatever the session has set', async () => {
    await withDatabase(15, async ({ session }) => {
      await session.execute(`set search_path = public; create table t (at timestamptz default '2026-01-01 00:00:00+00');
        set time zone 'Asia/Kathmandu'; set datestyle = 'SQL, DMY'; set quote_all_identifiers = on`);
      const live = await readCatalog(session, OPTIONS);
      expect(findTable(live.model, qname('public', 't'))?.columns[0]?.value).toEqual({
        kind: 'default',
        expr: "'2026-01-01 00:00:00+00'::timestamp with time zone",
      });
      expect(await session.query('show search_path')).toEqual([['public']]);
      await session.execute('begin; rollback');
    });
  });

  it('is over after an error', async () => {
    await withDatabase(15, async ({ session }) => {
      await session.execute('create schema boyfanz; create table boyfanz.rolling_partitions (other integer)');
      await expect(readCatalog(session, OPTIONS)).rejects.toThrow('parent_schema');
      expect(await session.query('select 1')).toEqual([['1']]);
    });
  });

  it('leaves invalid indexes out and names them', async () => {
    await withDatabase(15, async ({ session }) => {
      await session.execute('create table public.t (n integer); insert into public.t values (1), (1)');
      await expect(session.execute('create unique index concurrently broken on public.t (n)')).rejects.toThrow();
      const live = await readCatalog(session, OPTIONS);
      expect(findTable(live.model, qname('public', 't'))?.indexes).toEqual([]);
      expect(live.invalidIndexes).toEqual([{ table: qname('public', 't'), index: 'broken' }]);
      expect(live.sizes.get('table public.t')).toBe(8192);
    });
  });
});

describe('TimescaleDB', () => {
  it('reads hypertables and never their chunks', async () => {
    await withTimescale(async (session) => {
      await session.execute(`set search_path = public; create extension timescaledb;
        create table views (at timestamptz not null, video uuid, n integer);
        select create_hypertable('views', by_range('at', interval '7 days'), create_default_indexes => false);
        alter table views set (timescaledb.compress, timescaledb.compress_segmentby = 'video',
          timescaledb.compress_orderby = 'at desc, n');
        select add_compression_policy('views', interval '14 days');
        select add_retention_policy('views', interval '13 months');
        create table bare (at timestamptz not null, n integer);
        select create_hypertable('bare', by_range('at', interval '1 day'));
        insert into views select now() - n * interval '1 day', null, n from generate_series(1, 60) n;
        set search_path = '';`);
      const live = await readCatalog(session, OPTIONS);
      expect([...live.model.objects.keys()].filter((key) => key.startsWith('table'))).toEqual([
        'table public.bare',
        'table public.views',
      ]);
      const views = findTable(live.model, qname('public', 'views'));
      expect(views?.storage).toEqual({
        kind: 'hypertable',
        time: 'at',
        chunk: { count: 7, unit: 'day' },
        keep: { after: { count: 13, unit: 'month' }, by: 'policy' },
        columnstore: {
          after: { count: 14, unit: 'day' },
          segmentBy: ['video'],
          orderBy: [
            { column: 'at', direction: 'desc', nulls: 'first' },
            { column: 'n', direction: 'asc', nulls: 'last' },
          ],
        },
        parameters: {},
      });
      expect(views?.triggers).toEqual([]);
      expect(views?.indexes).toEqual([]);
      expect(live.sizes.get('table public.views')).toBeGreaterThan(0);
      expect(findTable(live.model, qname('public', 'bare'))?.storage).toMatchObject({
        chunk: { count: 1, unit: 'day' },
        keep: null,
        columnstore: null,
      });
      expect(live.unmodelled).toEqual([]);
    });
  });
});

/** What is read from a spec before anything is calculated, and what becomes of it. */
import { describe, expect, it } from 'vitest';
import { assumedColumns } from '../../src/estimate/assumed-facts.ts';
import { platformSize, type TableEstimate } from '../../src/estimate/platform-size.ts';
import { objectKey } from '../../src/model/keys.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { TargetName } from '../../src/target/target.ts';
import { treeWith } from '../spec/fixture-tree.ts';

const COLUMNS = `columns:
  id: { type: bigint, identity: always }
  code: text
  title: text
  kind: { type: text, one_of: [aa, bbbb] }
  digest: bytea
  state: { type: text, one_of: [pending, done, gone] }
  body: { type: text, nullable: true }
  settings: { type: jsonb, default: '{}' }
  ended_at: { type: timestamptz, nullable: true }
  at: timestamptz
`;
const CHECKS = `checks:
  code_form: code ~ '^[A-Z]{3}$'
  title_length: char_length(title) between 10 and 20
  digest_length: octet_length(digest) = 32
`;
const INDEXES = `indexes:
  - { columns: [code], where: ended_at is null }
  - { columns: [title], where: ended_at is not null }
  - { columns: [kind], where: state = 'pending' }
  - { columns: [digest], where: "state in ('done', 'gone') and ended_at is null" }
  - { columns: [body], where: char_length(body) > 3 or body is null }
`;

/** @param rest keys of the spec that come last, in their order */
function estimate(key: string, rest: string, users = 1_000_000, target: TargetName = 'timescale'): TableEstimate {
  const storage = /^(partition|hypertable|storage)/.test(rest) ? rest.slice(0, rest.indexOf('\n') + 1) : '';
  const text = `table: things\ncomment: A thing.\n${COLUMNS}primary_key: [${key}]\n${CHECKS}${INDEXES}${storage}access: { read: [staff], write: [service] }\n${rest.slice(storage.length)}`;
  const { model, info, diagnostics } = compileSpecs(treeWith(text), TARGETS[target]);
  expect(diagnostics).toEqual([]);
  const found = platformSize(model, info, users).find(({ table }) => table.name.name === 'things');
  if (found === undefined) throw new Error('The table is missing');
  return found;
}

describe('columns', () => {
  it('are as wide as their checks say, else as names and types suggest', () => {
    const text = `table: things\ncomment: A thing.\n${COLUMNS}primary_key: [id]\n${CHECKS}access: { read: [staff], write: [service] }\nvolume: 1M\n`;
    const { model } = compileSpecs(treeWith(text), TARGETS.postgres);
    const table = model.objects.get(objectKey('table', { schema: 'public', name: 'things' }));
    if (table?.kind !== 'table') throw new Error('The table is missing');
    const found = [...assumedColumns(table, model)].map(([name, { width, nullShare }]) => [name, width, nullShare]);
    expect(found).toEqual([
      ['id', 8, 0],
      ['code', 3, 0],
      ['title', 15, 0],
      ['kind', 3, 0],
      ['digest', 32, 0],
      ['state', 5, 0],
      ['body', 120, 0.5],
      ['settings', 75, 0],
      ['ended_at', 8, 0.7],
      ['at', 8, 0],
    ]);
  });
});

describe('a partial index', () => {
  it('holds the rows that the form of its predicate suggests', () => {
    const { facts } = estimate('id', 'volume: 1M\n');
    const shares = [...facts.indexes.values()].map(({ share }) => Number(share.toFixed(3)));
    expect(shares).toEqual([1, 0.7, 0.3, 0.05, 0.665, 0.75]);
  });
});

describe('growth', () => {
  it('of what is kept is by the age of the platform, of what is deleted by its keep', () => {
    const kept = estimate('id', 'volume: 24M\n');
    expect([kept.monthlyRows, kept.monthlyBytes]).toEqual([1e6, kept.size.total / 24]);
    const deleted = estimate('id', 'volume: 24M\nretention: purged 6 months after ended_at\n');
    expect([deleted.monthlyRows, deleted.monthlyBytes]).toEqual([4e6, 0]);
    const proof = estimate('id', 'volume: 24M\nretention: kept 10 years, as proof\n');
    expect(proof.monthlyBytes).toBeGreaterThan(0);
  });

  it('leaves a small table that nobody owns as it is, and a log not', () => {
    const catalogue = estimate('id', 'volume: 500\n', 10_000_000);
    expect([catalogue.facts.rows, catalogue.monthlyBytes, catalogue.scaling]).toEqual([500, 0, 'constant']);
    const log = estimate('id', 'volume: 500\nretention: 13 months\n', 10_000_000);
    expect([log.facts.rows, log.scaling]).toEqual([5000, 'with users']);
    expect(estimate('id', 'volume: 500k\n', 10_000).facts.rows).toBe(5000);
  });
});

describe('storage', () => {
  const hypertable =
    'hypertable: { time: at, chunk: 1 day, compress_after: 10 days, order_by: [{ at: desc }], keep: 100 days }\n';

  it('compresses the older chunks of a hypertable, and has native partitions instead', () => {
    const packed = estimate('id, at', `${hypertable}volume: 100M\n`);
    expect(packed.facts.layout).toEqual({ filled: 100, empty: 0, compressedShare: 0.9 });
    const native = estimate('id, at', `${hypertable}volume: 100M\n`, 1_000_000, 'postgres');
    expect(native.facts.layout).toEqual({ filled: 100, empty: 4, compressedShare: 0 });
    // A tenth as it was, and a quarter of the other chunks without their indexes.
    expect(packed.size.heap / native.size.heap).toBeCloseTo(0.1 + 0.9 / 4, 2);
    const indexes = ({ size }: TableEstimate) => size.total - size.heap - size.toast;
    expect(indexes(packed) / indexes(native)).toBeCloseTo(0.1, 2);
  });

  it('takes its least for every partition that a few rows reach', () => {
    const few = estimate('id', 'partition: { by: hash, key: id, parts: 16 }\nvolume: 5000\n', 1000);
    expect(few.facts).toMatchObject({ rows: 5000, layout: { filled: 16, empty: 0 } });
    const fewer = estimate('id', 'partition: { by: hash, key: id, parts: 16 }\nvolume: 5M\n', 1);
    expect(fewer.facts).toMatchObject({ rows: 5, layout: { filled: 5, empty: 11 } });
    // TOAST's index and six others of one page each, in each partition at least.
    expect(fewer.size.total).toBeGreaterThan(16 * 7 * 8192);
  });

  it('leaves room on pages for a fillfactor', () => {
    const full = estimate('id', 'volume: 10M\n').size.heap;
    const half = estimate('id', 'storage: { with: { fillfactor: 50 } }\nvolume: 10M\n').size.heap;
    expect(half / full).toBeGreaterThan(1.95);
    expect(half / full).toBeLessThan(2.2);
  });
});

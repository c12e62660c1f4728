/** Sizes and profiles change what lies beneath tables, and nothing that an application sees. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keepParts } from '../../src/diff/kept-parts.ts';
import { diffModels } from '../../src/diff/model.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { BUILT_AS, builtAsFunction, parseBuiltAs } from '../../src/model/built-as.ts';
import { functionKey, modelOf, tablesOf } from '../../src/model/keys.ts';
import type { Constraint, Model, Table } from '../../src/model/model.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { tableInSize } from '../../src/spec/in-size.ts';
import { TARGETS } from '../../src/target/list.ts';
import { SIZES } from '../../src/target/target.ts';
import { targetInForm } from '../../src/target/target-form.ts';
import { treeWith } from './fixture-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const tree = await readSpecTree(`${ROOT}/specs`, ROOT);

const development = compileSpecs(tree, targetInForm(TARGETS.timescale, { profile: 'development' }));

const written = tablesOf(compileSpecs(tree, TARGETS.postgres).asWritten);

function without(table: Table, ...left: readonly (keyof Table)[]): Partial<Table> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !left.some((one) => one === key)));
}

/** `heap`, `hash 16`, `rolling 3`. */
function division({ storage }: Table): string {
  if (storage.kind !== 'partitioned') return storage.kind;
  const { parts } = storage;
  return parts.kind === 'rolling' ? `rolling ${parts.rolling.ahead}` : `${storage.by} ${parts.partitions.length}`;
}

function named(tables: readonly Table[], name: string): Table {
  const found = tables.find((table) => table.name.name === name);
  if (found === undefined) throw new Error(`No table ${name}`);
  return found;
}

describe('a size', () => {
  it.each(SIZES)('%s leaves everything but the division as it is', (size) => {
    for (const table of written) {
      const sized = tableInSize(table, size);
      expect(without(sized, 'storage')).toEqual(without(table, 'storage'));
      expect(sized.storage.parameters).toEqual(table.storage.parameters);
      if (table.storage.kind !== 'partitioned' || table.storage.parts.kind !== 'rolling') continue;
      // Another length would leave partitions of two lengths side by side in a database that grows.
      const { every, keep } = table.storage.parts.rolling;
      expect(sized.storage).toMatchObject({ parts: { kind: 'rolling', rolling: { every, keep } } });
    }
  });

  it('divides by hash not at all, as written, or twice as far', () => {
    const hash = written.filter(({ storage }) => storage.kind === 'partitioned' && storage.by === 'hash');
    expect(hash.length).toBeGreaterThan(30);
    for (const table of hash) {
      const [small, standard, large] = SIZES.map((size) => division(tableInSize(table, size)));
      expect([small, large]).toEqual(['heap', `hash ${Number(standard?.split(' ')[1]) * 2}`]);
    }
  });

  it('small has rolling partitions ready for a week, or as many as are written', () => {
    const names = ['job_history', 'follow_events', 'notifications'];
    expect(names.map((name) => division(tableInSize(named(written, name), 'small')))).toEqual([
      'rolling 3',
      'rolling 1',
      'rolling 1',
    ]);
  });

  it('large gives every partition a name of its own', () => {
    const names = written.flatMap((table) => {
      const { storage } = tableInSize(table, 'large');
      const parts = storage.kind === 'partitioned' && storage.parts.kind === 'fixed' ? storage.parts.partitions : [];
      return parts.map(({ name }) => `${name.schema}.${name.name}`);
    });
    expect(new Set(names).size).toBe(names.length);
  });
});

/** `one_of`: which values there are is no matter of form. */
function isList(constraint: Constraint): boolean {
  return constraint.kind === 'check' && /^\S+ in \('[^()]*'\)$|^\S+ <@ array\[/.test(constraint.expr);
}

describe('the profile development', () => {
  const { model, asWritten } = development;

  it('has all tables with their columns, keys, triggers and policies, and neither partitions nor hypertables', () => {
    const tables = tablesOf(model);
    const whole = tablesOf(asWritten);
    expect(tables.map(({ name }) => name)).toEqual(whole.map(({ name }) => name));
    for (const [at, table] of tables.entries()) {
      const before = named([whole[at] ?? table], table.name.name);
      const kept = (one: Table) => without(one, 'constraints', 'indexes', 'storage');
      expect(kept(table)).toEqual(kept(before));
      expect(table.storage).toMatchObject({ kind: 'heap', parameters: {} });
      expect(table.indexes.map(({ name }) => name)).toEqual(
        before.indexes.filter(({ unique }) => unique).map(({ name }) => name),
      );
      // What is left out is a check, so that no row is refused that production takes.
      const left = before.constraints.filter((one) => !table.constraints.includes(one));
      expect(left.filter((one) => one.kind !== 'check' || isList(one))).toEqual([]);
      expect(table.constraints).toEqual(before.constraints.filter((one) => !left.includes(one)));
    }
  });

  it('leaves out checks of the form of one value, and no others', () => {
    const names = (one: Model, table: string) => named(tablesOf(one), table).constraints.map(({ name }) => name);
    const left = (table: string) => names(asWritten, table).filter((name) => !names(model, table).includes(name));
    expect(left('posts')).toEqual(['body_length', 'body_preview_length']);
    const dropped = tablesOf(asWritten).flatMap(({ name }) => left(name.name));
    expect(dropped).toContain('slug_form');
    expect(dropped).not.toContain('position_is_not_negative');
    expect(dropped.length).toBeGreaterThan(400);
    const all = tablesOf(asWritten).flatMap(({ constraints }) => constraints.filter(({ kind }) => kind === 'check'));
    expect(dropped.length).toBeLessThan(all.length / 4);
  });

  it('needs no TimescaleDB, and has every type', () => {
    const extensions = (one: Model) =>
      [...one.objects.values()].flatMap((object) => (object.kind === 'extension' ? [object.name] : []));
    expect(extensions(asWritten)).toContain('timescaledb');
    expect(extensions(model)).toEqual(extensions(asWritten).filter((name) => name !== 'timescaledb'));
  });
});

describe('what a database was built as', () => {
  it('stands in its Model, and is read back', () => {
    const record = { target: 'timescale', size: 'small', profile: 'development' };
    expect(development.model.objects.get(functionKey({ name: BUILT_AS, args: [] }))).toEqual(builtAsFunction(record));
    expect(parseBuiltAs(builtAsFunction(record).body.text)).toEqual(record);
  });

  it.each([
    'select 1',
    "select '{'::jsonb",
    'select \'{"size": \'::jsonb',
    "select '[]'::jsonb",
  ])('is not %s', (body) => {
    expect(parseBuiltAs(body)).toBeNull();
  });

  it('is not in a tree without the schema for it', () => {
    const { model, diagnostics } = compileSpecs(
      treeWith('domain: d\ncomment: A domain.\ntype: text\n'),
      TARGETS.postgres,
    );
    expect(diagnostics).toEqual([]);
    expect([...model.objects.keys()].filter((key) => key.includes('built_as'))).toEqual([]);
  });
});

describe('a live table that is divided as at another size', () => {
  const follows = named(written, 'follows');
  const live = (parts: 'small' | 'large' | 'standard') => modelOf([tableInSize(follows, parts)]);
  const wanted = live('small');

  it.each(SIZES)('is left as it is: %s', (size) => {
    const { model, kept } = keepParts(live(size), wanted, modelOf([follows]));
    expect(diffModels(live(size), model)).toEqual([]);
    expect(kept.length).toBe(size === 'small' ? 0 : 1);
  });

  it('is a difference where no size divides it so, or a size is asked for', () => {
    const { storage } = tableInSize(follows, 'large');
    if (storage.kind !== 'partitioned' || storage.parts.kind !== 'fixed') throw new Error('not divided');
    const half = { ...storage, parts: { ...storage.parts, partitions: storage.parts.partitions.slice(0, 7) } };
    const odd = modelOf([{ ...follows, storage: half }]);
    expect(keepParts(odd, wanted, modelOf([follows])).kept).toEqual([]);
    for (const one of [odd, live('large')]) {
      expect(diffModels(one, wanted)).toMatchObject([
        { kind: 'unsupported', help: expect.stringMatching(/grow follows --size SIZE.* 1\. .* 2\. .* 5\. /) },
      ]);
    }
  });
});

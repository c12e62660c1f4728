/** Triggers that are written once more for SQLite do what their functions do in PostgreSQL: the same statements, on both. */
import sqlite from 'node-sqlite3-wasm';
import { expect, it } from 'vitest';
import { sqliteScript } from '../../../src/emit/sqlite/sqlite-script.ts';
import { modelOf } from '../../../src/model/keys.ts';
import type { Column, Model, Table, Trigger } from '../../../src/model/model.ts';
import { parseType } from '../../../src/model/type.ts';
import { buildScript } from '../../../src/plan/build-script.ts';
import { loadParser } from '../../../src/sql/syntax-tree.ts';
import { TARGETS } from '../../../src/target/list.ts';
import { withDatabase } from '../../engines/with-engine.ts';
import { compiledSpecs } from '../../foundation/foundation-script.ts';

interface Case {
  readonly name: string;
  readonly function: string;
  readonly args?: readonly string[];
  readonly events: Trigger['events'];
  readonly updateOf?: readonly string[];
  readonly when?: string;
}

const CASES: readonly Case[] = [
  { name: 'append_only_all', function: 'append_only', events: ['update', 'delete'] },
  { name: 'append_only_change', function: 'append_only', args: ['change a'], events: ['update'] },
  { name: 'append_only_set', function: 'append_only', args: ['set b', 'clear a'], events: ['update', 'delete'] },
  { name: 'append_only_when', function: 'append_only', events: ['update', 'delete'], when: "old.kind <> 'draft'" },
  { name: 'append_only_of', function: 'append_only', events: ['update'], updateOf: ['a'] },
  { name: 'freeze', function: 'freeze_when_set', args: ['b', 'change a'], events: ['update', 'delete'] },
  { name: 'set_once', function: 'set_once', args: ['a', 'b'], events: ['update'], updateOf: ['a', 'b'] },
  { name: 'grows', function: 'only_grows', args: ['a', 'amount'], events: ['update'] },
  {
    name: 'grows_strictly',
    function: 'only_grows',
    args: ['strictly', 'amount'],
    events: ['update'],
    updateOf: ['amount'],
  },
  { name: 'refuse_delete', function: 'refuse_delete', events: ['delete'] },
  {
    name: 'refuse_delete_when',
    function: 'refuse_delete',
    args: ['why'],
    events: ['delete'],
    when: 'old.b is not null',
  },
  {
    name: 'refuse_when',
    function: 'refuse_when',
    args: ["it's so"],
    events: ['update'],
    when: "(old.kind, old.a) is distinct from (new.kind, new.a) and new.kind in ('x', 'final')",
  },
  { name: 'keep_until', function: 'keep_until', args: ['kept'], events: ['delete'] },
  {
    name: 'matches',
    function: 'matches_parent',
    args: ['parent_id', 'parents', 'kind', 'a=owner'],
    events: ['insert', 'update'],
    updateOf: ['parent_id', 'kind', 'a'],
  },
  {
    name: 'checks',
    function: 'check_parent',
    args: ['parents', "parent.id = child.parent_id and parent.kind <> 'draft' and parent.owner >= child.a", 'no'],
    events: ['insert', 'update'],
    when: 'new.parent_id is not null',
  },
  { name: 'touch', function: 'touch_updated_at', events: ['update'] },
];

function column(name: string, type: string, nullable: boolean, value: Column['value'] = { kind: 'none' }): Column {
  const parsed = parseType(type);
  if (parsed === null) throw new Error(type);
  return { name, type: parsed, nullable, value, collation: null, comment: null, renamedFrom: null };
}

function table(name: string, columns: readonly Column[], triggers: readonly Trigger[]): Table {
  const key = {
    kind: 'primaryKey',
    name: `${name}_pkey`,
    columns: ['id'],
    include: [],
    deferrable: 'not deferrable',
    comment: null,
    renamedFrom: null,
  } as const;
  return {
    kind: 'table',
    name: { schema: 'public', name },
    comment: null,
    columns,
    constraints: [key],
    indexes: [],
    storage: { kind: 'heap', unlogged: false, parameters: {} },
    rowSecurity: 'off',
    policies: [],
    grants: [],
    triggers,
    replicaIdentity: { kind: 'default' },
    renamedFrom: null,
  };
}

function trigger(one: Case): Trigger {
  return {
    name: 'rule',
    timing: 'before',
    events: one.events,
    updateOf: one.updateOf ?? [],
    level: 'row',
    when: one.when ?? null,
    function: { schema: 'boyfanz', name: one.function },
    args: one.args ?? [],
    constraint: null,
    oldTable: null,
    newTable: null,
    enabled: 'origin',
    comment: null,
  };
}

function tables(): readonly Table[] {
  const id = column('id', 'integer', false);
  const kind = column('kind', 'text', false);
  const parents = table('parents', [id, kind, column('owner', 'integer', true)], []);
  const columns = [
    id,
    column('parent_id', 'integer', true),
    kind,
    column('a', 'integer', true),
    column('b', 'text', true),
    column('amount', 'bigint', false),
    column('kept', 'date', true),
    column('updated_at', 'timestamptz', false, { kind: 'default', expr: 'now()' }),
  ];
  return [parents, ...CASES.map((one) => table(one.name, columns, [trigger(one)]))];
}

/** `t` is the table of the case. */
const STATEMENTS: readonly string[] = [
  "insert into t (id, parent_id, kind, a, b, amount, kept) values (1, 1, 'x', 1, null, 10, null)",
  "insert into t (id, parent_id, kind, a, b, amount, kept) values (2, 2, 'draft', 2, 'b', 20, '2000-01-01')",
  "insert into t (id, parent_id, kind, a, b, amount, kept) values (3, 1, 'draft', 9, 'b', 30, '2999-01-01')",
  "insert into t (id, parent_id, kind, a, b, amount, kept) values (4, null, 'x', null, null, 40, null)",
  "insert into t (id, parent_id, kind, a, b, amount, kept) values (5, 3, 'x', null, 'b', 50, '2000-01-01')",
  'update t set a = a where id = 1',
  'update t set a = 5 where id = 1',
  'update t set a = null where id = 2',
  "update t set b = 'c' where id = 1",
  "update t set b = 'd' where id = 2",
  'update t set b = null where id = 3',
  'update t set amount = amount + 1 where id = 1',
  'update t set amount = amount where id = 2',
  'update t set amount = amount - 1 where id = 3',
  "update t set kind = 'final' where id = 1",
  "update t set kind = 'x', parent_id = 1 where id = 2",
  'update t set parent_id = 3 where id = 4',
  "update t set updated_at = '2000-01-01T00:00:00.000Z' where id = 4",
  'delete from t where id = 1',
  'delete from t where id = 2',
  'delete from t where id = 3',
  'delete from t where id = 4',
  'delete from t where id = 5',
];

const PARENTS = "insert into parents (id, kind, owner) values (1, 'x', 1), (2, 'draft', 2), (3, 'x', null)";

function rowsQuery(name: string): string {
  return `select id, parent_id, kind, a, b, amount, kept, case when updated_at > '2001-01-01T00:00:00.000Z' then 1 else 0 end as recent from ${name} order by id`;
}

function model(foundation: Model): Model {
  const helpers = [...foundation.objects.values()].filter(
    (object) =>
      object.kind === 'schema' ||
      (object.kind === 'function' &&
        ['forbidden_changes', ...CASES.map((one) => one.function)].includes(object.name.name)),
  );
  return modelOf([...helpers, ...tables()]);
}

it('refuse and change the same rows', { timeout: 120_000 }, () =>
  withDatabase(17, async ({ session }) => {
    await loadParser();
    const both = model((await compiledSpecs()).model);
    const { text, losses } = sqliteScript('x', both);
    expect(losses.filter(({ kind }) => kind !== 'function')).toEqual([]);
    const db = new sqlite.Database();
    db.exec(text);
    db.exec(PARENTS);
    await session.execute("set timezone to 'UTC'; set client_min_messages = warning");
    await session.execute(buildScript('x', both, TARGETS.postgres));
    await session.execute(PARENTS.replace('parents', 'public.parents'));
    for (const { name } of CASES) {
      const [theirs, ours]: [string[], string[]] = [[], []];
      for (const statement of STATEMENTS) {
        const here = statement.replace(/^(insert into|update|delete from) t /, `$1 ${name} `);
        const there = statement.replace(/^(insert into|update|delete from) t /, `$1 public.${name} `);
        ours.push(`${here}: ${attempted(() => db.exec(here))}`);
        theirs.push(
          `${here}: ${await session.execute(there).then(
            () => 'done',
            () => 'refused',
          )}`,
        );
        ours.push(
          JSON.stringify(
            db
              .all(rowsQuery(name))
              .map((row) => Object.values(row).map((value) => (value === null ? null : String(value)))),
          ),
        );
        theirs.push(JSON.stringify(await session.query(rowsQuery(`public.${name}`))));
      }
      expect(ours).toEqual(theirs);
    }
    db.close();
  }),
);

function attempted(work: () => void): 'done' | 'refused' {
  try {
    work();
    return 'done';
  } catch {
    return 'refused';
  }
}

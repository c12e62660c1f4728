/** The file for SQLite, loaded: what is there, what it refuses, and what its triggers and defaults do. */
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteScript } from '../../../src/emit/sqlite/sqlite-script.ts';
import { modelOf } from '../../../src/model/keys.ts';
import type { Column, Table } from '../../../src/model/model.ts';
import { loadParser } from '../../../src/sql/syntax-tree.ts';
import { compiledSpecs } from '../../foundation/foundation-script.ts';
import { fillWithRows } from './fill-with-rows.ts';

const db = new sqlite.Database();
await loadParser();
const specs = await compiledSpecs();
const script = sqliteScript('boyfanz', specs.model, specs.data);

beforeAll(() => db.exec(script.text), 60_000);

afterAll(() => db.close());

function one(query: string): unknown {
  return Object.values(db.get(query) ?? {})[0];
}

function addUser(name: string): string {
  return String(one(`insert into users (username) values ('${name}') returning id`));
}

describe('the schema in SQLite', () => {
  it('has every table, and nothing that breaks a rule', () => {
    expect(one("select count(*) from sqlite_schema where type = 'table' and name not like 'sqlite_%'")).toBe(719);
    expect(one("select count(*) from pragma_table_list where type = 'table' and strict and schema = 'main'")).toBe(719);
    expect(one("select count(*) from sqlite_schema where type = 'view'")).toBe(4);
    expect(db.all('pragma foreign_key_check')).toEqual([]);
    expect(one('pragma integrity_check')).toBe('ok');
    expect(one('pragma foreign_keys')).toBe(1);
    for (const { name } of db.all("select name from sqlite_schema where type = 'view'"))
      db.all(`select * from "${name}"`);
  });

  it('takes rows that satisfy the specs: nothing that is kept is stricter than meant', () => {
    const fresh = new sqlite.Database();
    fresh.exec(sqliteScript('boyfanz', specs.model).text);
    const { rows, tables, refused } = fillWithRows(fresh, specs.model, specs.info);
    expect(refused).toEqual([]);
    expect(tables).toBeGreaterThan(650);
    expect(rows).toBeGreaterThan(1300);
    expect(fresh.all('pragma foreign_key_check')).toEqual([]);
    expect(fresh.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    fresh.close();
  }, 120_000);

  it('says in its head what is lost, and keeps nearly all checks', () => {
    const lost = (kind: string) => script.losses.filter((loss) => loss.kind === kind).length;
    const head = script.text.slice(0, 3000);
    expect(head).toContain(`--   ${lost('check')} checks not kept`);
    expect(head).toContain(`--   ${lost('trigger')} triggers not kept`);
    expect(/^-- Lost: exclusion constraint: user_geo_restrictions_one_mode_per_user_excl\.$/m.test(script.text)).toBe(
      true,
    );
    expect(lost('check')).toBeLessThan(200);
    // Those that sum up time series group their rows; others ask functions who is looking.
    expect(lost('view')).toBeLessThan(20);
    for (const kind of ['unique constraint', 'foreign key', 'row of reference data']) expect(lost(kind)).toBe(0);
  });

  it('holds the reference data', () => {
    expect(one('select count(*) from currencies')).toBe(55);
    expect(
      one('select count(*) from user_role_permissions p join user_roles r on r.id = p.role_id where r.is_staff'),
    ).toBeGreaterThan(100);
    expect(one('select count(*) from compliance_obligations')).toBe(56);
  });

  it.each([
    [
      'a value that is not in the list',
      "insert into users (username, status) values ('user_1', 'asleep')",
      /CHECK.*users_status_check/,
    ],
    [
      'a text for a number',
      "insert into users (username, token_version) values ('user_2', 'abc')",
      /cannot store TEXT/,
    ],
    [
      'a number that the type cannot hold',
      "insert into users (username, token_version) values ('user_3', 3000000000)",
      /CHECK/,
    ],
    [
      'a time in another form',
      "insert into users (username, created_at) values ('user_4', '2026-01-01 10:00:00')",
      /CHECK/,
    ],
    [
      'a day that does not exist',
      "insert into users (username, created_at) values ('user_5', '2026-02-30T10:00:00.000Z')",
      /CHECK/,
    ],
    [
      'an id in upper case',
      "insert into users (id, username) values ('01890A5D-AC96-774B-BCCE-B302099A8057', 'user_6')",
      /CHECK/,
    ],
    ['a name that does not match its pattern', "insert into users (username) values ('a b')", /CHECK.*username_form/],
    [
      'a code in another form than its domain',
      "insert into users (username, signup_country) values ('user_7', 'de')",
      /CHECK/,
    ],
    [
      'no row to refer to',
      "insert into user_blocks (blocker_id, blocked_id, source) select id, '00000000-0000-4000-8000-000000000000', 'manual' from users limit 1",
      /FOREIGN KEY/,
    ],
    [
      'two that do not go together',
      "insert into users (username, erased_at) values ('user_8', '2026-01-01T00:00:00.000Z')",
      /CHECK.*erased_names_its_time/,
    ],
    [
      'what is no JSON',
      "insert into user_preferences (user_id, extra) select id, '{' from users limit 1",
      /CHECK|malformed/,
    ],
    [
      'JSON of another kind',
      "insert into user_preferences (user_id, extra) select id, '[]' from users limit 1",
      /CHECK/,
    ],
    [
      'a digest of another length',
      "insert into user_sessions (user_id, device_id, token_hash, auth_methods, expires_at) select id, id, X'00', '[]', '2100-01-01T00:00:00.000Z' from users limit 1",
      /CHECK/,
    ],
    [
      'an element that is not in the list',
      'insert into user_muted_words (user_id, phrase, surfaces) select id, \'x\', \'["feed", "nowhere"]\' from users limit 1',
      /CHECK constraint failed: .*surfaces/,
    ],
    ['no value where there has to be one', 'insert into users (username) values (null)', /NOT NULL/],
  ])('refuses %s', (_what, statement, message) => {
    addUserOnce('refuser');
    expect(() => db.exec(statement)).toThrow(message);
  });

  it('knows citext, also where it is referred to', () => {
    addUserOnce('CamelCase');
    expect(one("select count(*) from users where username = 'camelcase'")).toBe(1);
    expect(() => addUser('CAMELCASE')).toThrow(/UNIQUE/);
  });

  it('makes ids and times that are valid and in order', () => {
    const id = addUser('newcomer');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - made)).toBeLessThan(60_000);
    expect(one(`select created_at from users where id = '${id}'`)).toBe(new Date(made).toISOString());
    const ids = Array.from({ length: 200 }, (_, at) => addUser(`many_${at}`));
    expect(new Set(ids).size).toBe(200);
  });

  it('touches updated_at, whether triggers fire triggers or not', () => {
    const id = addUser('changing');
    for (const recursive of ['off', 'on']) {
      db.exec(`pragma recursive_triggers = ${recursive}`);
      db.exec(`update users set updated_at = '2000-01-01T00:00:00.000Z', locale = 'de' where id = '${id}'`);
      expect(String(one(`select updated_at from users where id = '${id}'`)) > '2026').toBe(true);
    }
    db.exec('pragma recursive_triggers = off');
  });

  it('deletes along foreign keys, and refuses where they restrict', () => {
    const [a, b] = [addUser('blocker_one'), addUser('blocked_one')];
    db.exec(`insert into user_blocks (blocker_id, blocked_id, source) values ('${a}', '${b}', 'manual')`);
    db.exec(`delete from users where id = '${b}'`);
    expect(one('select count(*) from user_blocks')).toBe(0);
    expect(() => db.exec("delete from currencies where code = 'USD'")).toThrow(/FOREIGN KEY/);
  });

  it('refuses changes to rows that are append-only, set once or growing', () => {
    const id = addUser('immutable');
    expect(() => db.exec(`update users set token_version = -1 where id = '${id}'`)).toThrow(/only grows|CHECK/);
    const appendOnly = [
      ...script.text.matchAll(
        /create trigger "(\w+)" before update on "(\w+)"[^;]*\n {2}select raise\(abort, '\2 is append-only'\)/g,
      ),
    ];
    expect(appendOnly.length).toBeGreaterThan(100);
    db.exec(
      `insert into user_account_status_history (user_id, from_status, to_status, cause) values ('${id}', 'pending', 'active', 'self')`,
    );
    expect(() => db.exec("update user_account_status_history set to_status = 'banned'")).toThrow(/append-only/);
    expect(() => db.exec('delete from user_account_status_history')).toThrow(/append-only/);
  });
});

function addUserOnce(name: string): void {
  if (one(`select count(*) from users where username = '${name}'`) === 0) addUser(name);
}

const COLUMN: Column = {
  name: 'id',
  type: { schema: null, name: 'integer', args: [], dimensions: 0 },
  nullable: false,
  value: { kind: 'none' },
  collation: null,
  comment: null,
  renamedFrom: null,
};

const TABLE: Table = {
  kind: 'table',
  name: { schema: 'public', name: 't' },
  comment: null,
  columns: [],
  constraints: [],
  indexes: [],
  storage: { kind: 'heap', unlogged: false, parameters: {} },
  rowSecurity: 'off',
  policies: [],
  grants: [],
  triggers: [],
  replicaIdentity: { kind: 'default' },
  renamedFrom: null,
};

it('quotes hostile names, and never takes a name for a text', () => {
  const names = ['a"b', "it's", 'select', 'ünï', "x'; drop table t; --", 'rowid'];
  const table: Table = {
    ...TABLE,
    name: { schema: 'public', name: 'order "x"' },
    comment: 'ends here\n); drop table t;',
    columns: [
      COLUMN,
      ...names.map((name) => ({
        ...COLUMN,
        name,
        type: { ...COLUMN.type, name: 'text' },
        value: { kind: 'default' as const, expr: "'it''s \\ \"x\"'" },
      })),
    ],
    constraints: [
      {
        kind: 'check',
        name: 'c"1',
        expr: '"a""b" <> \'it\'\'s\' and "ünï" <> \'\'',
        noInherit: false,
        validated: true,
        comment: null,
        renamedFrom: null,
      },
      // No such column: SQLite would take the name for a text.
      {
        kind: 'check',
        name: 'c2',
        expr: "nosuch <> 'a'",
        noInherit: false,
        validated: true,
        comment: null,
        renamedFrom: null,
      },
    ],
  };
  const { text, losses } = sqliteScript('x', modelOf([table]));
  const fresh = new sqlite.Database();
  fresh.exec(text);
  fresh.exec('insert into "order ""x""" (id) values (1)');
  expect(fresh.get('select "a""b" as a from "order ""x"""')).toEqual({ a: 'it\'s \\ "x"' });
  expect(() => fresh.exec('insert into "order ""x""" (id, "a""b") values (2, \'it\'\'s\')')).toThrow(/CHECK/);
  expect(fresh.all('pragma table_info("order ""x""")').map(({ name }) => name)).toEqual(['id', ...names]);
  expect(losses.map(({ kind, what }) => [kind, what])).toEqual([['check', 'c2']]);
  fresh.close();
});

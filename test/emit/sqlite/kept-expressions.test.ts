/** What is kept of the schema's conditions means on SQLite what it means on PostgreSQL: both are asked about the same values. */
import sqlite from 'node-sqlite3-wasm';
import { expect, it } from 'vitest';
import type { Session } from '../../../src/db/session.ts';
import { attempt } from '../../../src/emit/sqlite/attempt.ts';
import { translateExpression } from '../../../src/emit/sqlite/expression.ts';
import { literalOf } from '../../../src/emit/sqlite/literal.ts';
import { columnPiece, sourcesScope, tableScope } from '../../../src/emit/sqlite/scope.ts';
import { columnHead, storedType } from '../../../src/emit/sqlite/stored-type.ts';
import { createRandom } from '../../../src/generate/random.ts';
import { baseType } from '../../../src/generate/value.ts';
import { tablesOf } from '../../../src/model/keys.ts';
import type { Column, Model, Table } from '../../../src/model/model.ts';
import { loadParser } from '../../../src/sql/syntax-tree.ts';
import { id, join, list, lit, raw, type Sql, sql } from '../../../src/sql/text.ts';
import { typeSql } from '../../../src/sql/type.ts';
import { withDatabase } from '../../engines/with-engine.ts';
import { compiledSpecs } from '../../foundation/foundation-script.ts';
import { samplesFor } from './sample-values.ts';

/** An expression with the columns that it speaks of, in both languages. */
interface Case {
  readonly where: string;
  readonly postgres: string;
  readonly sqlite: string;
  readonly columns: readonly Column[];
}

const MOST_ROWS = 40;
const CASES_PER_QUERY = 40;

function mentioned(table: Table, expr: string): readonly Column[] {
  const words = new Set(expr.replaceAll(/'(?:[^']|'')*'/g, ' ').match(/\w+/g));
  return table.columns.filter(({ name }) => words.has(name));
}

function casesOf(table: Table, model: Model): readonly Case[] {
  const scope = tableScope(table, model);
  const own = { name: table.name.name, sql: 't', table, isOptional: false };
  const inTrigger = { ...sourcesScope([own], model, null), isNowKnown: false };
  const expressions = [
    ...table.constraints.flatMap((one) => (one.kind === 'check' ? [[one.name, one.expr] as const] : [])),
    ...table.indexes.flatMap((index) => [
      ...(index.where === null ? [] : [[index.name, index.where] as const]),
      ...index.keys.flatMap(({ key }) => (key.kind === 'expression' ? [[index.name, key.expr] as const] : [])),
    ]),
  ];
  return expressions.flatMap(([name, expr]) => {
    const inTable = attempt(() => translateExpression(expr, scope));
    const made = inTable.isDone ? inTable : attempt(() => translateExpression(expr, inTrigger));
    const columns = mentioned(table, expr);
    return made.isDone
      ? [{ where: `${table.name.name}.${name}`, postgres: expr, sqlite: made.value.text, columns }]
      : [];
  });
}

function domainCases(model: Model): readonly Case[] {
  return [...model.objects.values()].flatMap((domain) => {
    if (domain.kind !== 'domain') return [];
    const column: Column = {
      name: 'value',
      type: domain.type,
      nullable: true,
      value: { kind: 'none' },
      collation: null,
      comment: null,
      renamedFrom: null,
    };
    const scope = {
      model,
      isNowKnown: false,
      areListsOpen: false,
      exists: null,
      column: () => columnPiece(column, null, model),
    };
    return domain.checks.flatMap(({ name, expr }) => {
      const made = attempt(() => translateExpression(expr, scope));
      return made.isDone ? [{ where: name, postgres: expr, sqlite: made.value.text, columns: [column] }] : [];
    });
  });
}

function rowsFor(one: Case, model: Model): Rows {
  const random = createRandom(one.where);
  const pools = one.columns.map((column) => samplesFor(column, one.postgres, model));
  const all = pools.reduce((product, pool) => product * pool.length, 1);
  if (pools.length === 1) return pools[0]?.map((value) => [value]) ?? [];
  if (all <= MOST_ROWS) {
    return pools.reduce<Rows>((rows, pool) => rows.flatMap((row) => pool.map((value) => [...row, value])), [[]]);
  }
  return Array.from({ length: MOST_ROWS }, () => pools.map((pool) => random.pick(pool)));
}

type Rows = readonly (readonly (string | null)[])[];

/** A query of one column, an array of answers. */
function question(one: Case, rows: Rows, model: Model): Sql {
  const types = one.columns.map(({ type }) => typeSql(baseType(type, model)));
  const cell = (value: string | null, at: number) =>
    sql`${value === null ? raw('null') : lit(value)}::${types[at] ?? raw('text')}`;
  const values = list(rows.map((row) => sql`(${list(row.map(cell))})`));
  const names = list(one.columns.map(({ name }) => id(name)));
  return sql`select to_json(array(select coalesce((${raw(one.postgres)})::text, 'null') from (values ${values}) as t(${names})))::text`;
}

/** Each answer as text, `refused` where the expression is an error: then row by row. */
async function askPostgres(
  session: Session,
  asked: readonly (readonly [Case, Rows])[],
  model: Model,
): Promise<readonly (readonly string[])[]> {
  const ask = async (questions: readonly Sql[]): Promise<readonly string[][]> =>
    (await session.query(join(questions, ' union all '))).map(([answers]) => JSON.parse(answers ?? '[]'));
  try {
    return await ask(asked.map(([one, rows]) => question(one, rows, model)));
  } catch {
    const answers: string[][] = [];
    for (const [one, rows] of asked) {
      const single = async (some: Rows) => (await ask([question(one, some, model)]))[0] ?? [];
      answers.push(
        await single(rows).catch(async () => {
          const slow: string[] = [];
          for (const row of rows) slow.push(...(await single([row]).catch(() => ['refused'])));
          return slow;
        }),
      );
    }
    return answers;
  }
}

function askSqlite(db: sqlite.Database, one: Case, rows: Rows, model: Model): readonly string[] {
  const types = one.columns.map(({ type }) => storedType(type, model));
  const heads = one.columns.map(({ name }, at) =>
    columnHead(name, types[at] ?? storedType({ schema: null, name: 'text', args: [], dimensions: 0 }, model)),
  );
  db.exec(`create table t (${heads.join(', ')}) strict`);
  const values = rows.map(
    (row) =>
      `(${row.map((value, at) => (value === null || types[at] === undefined ? 'null' : literalOf(value, types[at]))).join(', ')})`,
  );
  db.exec(`insert into t values ${values.join(', ')}`);
  const ask = (limit: string) =>
    db
      .all(`select ${one.sqlite} as answer from t order by rowid ${limit}`)
      .map(({ answer }) => (answer === null ? 'null' : String(answer)));
  const answers = (() => {
    try {
      return ask('');
    } catch {
      return rows.flatMap((_, at) => {
        try {
          return ask(`limit 1 offset ${at}`);
        } catch {
          return ['refused'];
        }
      });
    }
  })();
  db.exec('drop table t');
  return answers;
}

/** A row is refused by an error as well as by what is false. */
const WORDS: Readonly<Record<string, string>> = { '1': 'true', '0': 'false', refused: 'false' };

function isAlike(postgres: string, here: string, isTruth: boolean): boolean {
  return isTruth ? (WORDS[postgres] ?? postgres) === (WORDS[here] ?? here) : postgres === here;
}

it('every kept check, predicate and key of the schema', { timeout: 120_000 }, () =>
  withDatabase(17, async ({ session }) => {
    await loadParser();
    await session.execute(
      'set search_path = public; set timezone to UTC; create extension citext; create extension ltree',
    );
    const { model } = await compiledSpecs();
    const asked = new Map<string, readonly [Case, Rows]>();
    for (const one of [...tablesOf(model).flatMap((table) => casesOf(table, model)), ...domainCases(model)]) {
      const key = `${one.postgres} ${JSON.stringify(one.columns.map(({ type, nullable }) => [type, nullable]))}`;
      if (!asked.has(key)) asked.set(key, [one, rowsFor(one, model)]);
    }
    const all = [...asked.values()];
    const db = new sqlite.Database();
    const wrong: string[] = [];
    const answers = new Map<string, number>();
    for (let start = 0; start < all.length; start += CASES_PER_QUERY) {
      const some = all.slice(start, start + CASES_PER_QUERY);
      const theirs = await askPostgres(session, some, model);
      for (const [place, [one, rows]] of some.entries()) {
        const ours = askSqlite(db, one, rows, model);
        const isTruth = theirs[place]?.some((answer) => answer === 'true' || answer === 'false') ?? false;
        for (const [at, row] of rows.entries()) {
          const [there = 'nothing', here = 'nothing'] = [theirs[place]?.[at], ours[at]];
          answers.set(there, (answers.get(there) ?? 0) + 1);
          if (!isAlike(there, here, isTruth))
            wrong.push(`${one.where} ${JSON.stringify(row)}: ${there}, and ${here} by ${one.sqlite}`);
        }
      }
    }
    db.close();
    expect(wrong).toEqual([]);
    expect(asked.size).toBeGreaterThan(3000);
    for (const [answer, times] of [
      ['true', 30_000],
      ['false', 30_000],
      ['null', 1000],
    ] as const) {
      expect(answers.get(answer)).toBeGreaterThan(times);
    }
  }),
);

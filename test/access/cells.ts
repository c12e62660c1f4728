/** Every table, person and verb against what the words of the specs say, on a filled database. */
import type { Session } from '../../src/db/session.ts';
import type { Access, Verb } from '../../src/model/info.ts';
import { keyOf } from '../../src/model/keys.ts';
import type { Column, Table } from '../../src/model/model.ts';
import { displayName } from '../../src/model/name.ts';
import type { Roles } from '../../src/target/target.ts';
import { quoteIdent, quoteLiteral } from '../../src/text/quote.ts';
import { mayRead, mayWrite } from './column-cells.ts';
import { expectedCondition, openTables, type Person, type Specs, tableSql, wordsFor } from './expected-rows.ts';
import { findKnownPeople, peopleOf } from './people.ts';
import { ask, DENIED, type Identity, makeProbe, type Question } from './probe.ts';

export interface CellReport {
  readonly cells: number;
  /** What is not as the specs say, a line each. */
  readonly wrong: readonly string[];
  /** Words that speak of nobody in these rows, or give nobody a row to read. */
  readonly unwitnessed: readonly string[];
}

interface Cell {
  readonly table: Table;
  readonly access: Access;
  readonly person: Person;
  readonly role: string;
  readonly specs: Specs;
}

/** What the words of the specs mean for somebody, worked out by a superuser on the rows that there are. */
interface Expected {
  /** How many rows, and which. */
  readonly read: string;
  readonly update: number;
  /** Rows that they may change, and that may not be as they are. */
  readonly spoilt: number;
  readonly delete: number;
  /** A row as they may insert it, and one as they may not. */
  readonly theirs: Readonly<Record<string, unknown>> | null;
  readonly others: Readonly<Record<string, unknown>> | null;
}

function keyColumns(table: Table): readonly string[] {
  const key = table.constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (key?.kind !== 'primaryKey') throw new Error(`No primary key: ${displayName(table.name)}`);
  return key.columns.map(quoteIdent);
}

function may(verb: Verb, { access, person }: Cell): boolean {
  return wordsFor(access.words[verb], person).length > 0;
}

/** How many rows, and which. @param filter after an aggregate; empty for all rows */
function fingerprint(table: Table, filter: string): string {
  const key = `row(${keyColumns(table).join(', ')})::text`;
  return `coalesce(count(*)${filter} || ' ' || md5(string_agg(${key}, ',' order by ${key})${filter}), '0')`;
}

function expectedQuery(cell: Cell): string {
  const { table, person, specs } = cell;
  const [reads, changes, after, deletes, inserts] = (
    ['select', 'update', 'after update', 'delete', 'insert'] as const
  ).map((verb) => `(${expectedCondition(verb, table, person, specs)})`);
  const where = (...all: readonly (string | undefined)[]) => ` filter (where ${all.join(' and ')})`;
  const row = `to_jsonb(${quoteIdent(table.name.name)})`;
  const fields = [
    ['read', may('select', cell) ? fingerprint(table, where(reads)) : `'0'`],
    ['update', may('update', cell) ? `count(*)${where(reads, changes)}` : '0'],
    ['spoilt', may('update', cell) ? `count(*)${where(reads, changes, `${after} is not true`)}` : '0'],
    // Without a WHERE, which would ask for the right to read.
    ['delete', may('delete', cell) ? `count(*)${where(deletes)}` : '0'],
    ['theirs', may('insert', cell) ? `(array_agg(${row})${where(inserts)})[1]` : 'null'],
    ['others', may('insert', cell) ? `(array_agg(${row})${where(`${inserts} is not true`)})[1]` : 'null'],
  ];
  const isAsked = VERBS.some((verb) => may(verb, cell));
  return `select jsonb_build_object(${fields.map(([name, sql]) => `'${name}', ${sql}`).join(', ')})
    ${isAsked ? `from ${tableSql(table)}` : ''}`;
}

const VERBS: readonly Verb[] = ['select', 'insert', 'update', 'delete'];

/** One question to the database and what the answer has to be. */
interface Test {
  readonly wants: Question['wants'];
  readonly statement: string;
  /** What is wrong with the answer; `null` when it is right. */
  readonly verdict: (answer: string) => string | null;
}

const isDenied = (answer: string): boolean => answer.startsWith(DENIED);

function refused(what: string, statement: string, wants: Question['wants'] = 'rows'): Test {
  return { wants, statement, verdict: (answer) => (isDenied(answer) ? null : `may not ${what}, and: ${answer}`) };
}

function readTest(cell: Cell, { read }: Expected): Test {
  const { table } = cell;
  // What is refused is refused before partitions are looked at.
  if (!may('select', cell)) return refused('select', `select count(*) from only ${tableSql(table)}`, 'value');
  return {
    wants: 'value',
    statement: `select ${fingerprint(table, '')} from ${tableSql(table)}`,
    verdict: (answer) =>
      answer === read || (read === '0' && isDenied(answer)) ? null : `reads ${answer} and not ${read}`,
  };
}

/** Columns that the person may write, if anything. */
function writable({ table, access, person }: Cell): readonly Column[] {
  return table.columns.filter((column) => mayWrite(column, person.as, access));
}

function updateTest(cell: Cell, expected: Expected): Test {
  const { table, access, person, specs } = cell;
  const columns = writable(cell);
  const info = specs.info.get(keyOf(table));
  const readable = columns.find(({ name }) => info !== undefined && mayRead(name, person.as, access, info));
  const column = quoteIdent((readable ?? columns[0])?.name ?? '');
  const value = readable === undefined ? 'default' : column;
  if (!may('update', cell)) return refused('update', `update only ${tableSql(table)} set ${column} = default`);
  return {
    wants: 'rows',
    statement: `update ${tableSql(table)} set ${column} = ${value}`,
    verdict: (answer) => {
      if (expected.spoilt > 0) return isDenied(answer) ? null : `updates rows that may not be so: ${answer}`;
      return reached('update', answer, expected.update);
    },
  };
}

function reached(verb: Verb, answer: string, rows: number): string | null {
  return answer === String(rows) ? null : `${verb}s ${answer} rows and not ${rows}`;
}

function deleteTest(cell: Cell, expected: Expected): Test {
  const { table } = cell;
  if (!may('delete', cell)) return refused('delete', `delete from only ${tableSql(table)}`);
  return {
    wants: 'rows',
    statement: `delete from ${tableSql(table)}`,
    verdict: (answer) => reached('delete', answer, expected.delete),
  };
}

/** Puts in a copy of a row that is the person's, and of one that is not. */
function insertTests(cell: Cell, { theirs, others }: Expected): readonly Test[] {
  const { table } = cell;
  if (!may('insert', cell)) return [refused('insert', `insert into ${tableSql(table)} default values`)];
  const columns = writable(cell)
    .map(({ name }) => quoteIdent(name))
    .join(', ');
  const copy = (row: object): string =>
    `insert into ${tableSql(table)} (${columns})
      select ${columns} from jsonb_populate_record(null::${tableSql(table)}, ${quoteLiteral(JSON.stringify(row))})`;
  // A constraint that the copy breaks is looked at behind row security.
  const own = (answer: string) => (isDenied(answer) ? `may insert an own row, and: ${answer}` : null);
  const foreign = (answer: string) => (isDenied(answer) ? null : `inserts the row of another: ${answer}`);
  return [
    ...(theirs === null ? [] : [{ wants: 'rows', statement: copy(theirs), verdict: own } as const]),
    ...(others === null ? [] : [{ wants: 'rows', statement: copy(others), verdict: foreign } as const]),
  ];
}

/** Columns outside of a grant are refused, one by one. */
function columnTests(cell: Cell): readonly Test[] {
  const { table, access, person, specs } = cell;
  const info = specs.info.get(keyOf(table));
  if (info === undefined) return [];
  const at = tableSql(table);
  const tests: Test[] = [];
  for (const column of table.columns) {
    const name = quoteIdent(column.name);
    if (may('select', cell) && !mayRead(column.name, person.as, access, info))
      tests.push(refused(`read ${column.name}`, `select ${name} from only ${at}`, 'value'));
    if (!access.fixed.has(column.name) || mayWrite(column, person.as, access)) continue;
    if (may('update', cell))
      tests.push(refused(`set ${column.name}`, `update only ${at} set ${name} = default where false`));
    if (may('insert', cell))
      tests.push(refused(`give ${column.name}`, `insert into ${at} (${name}) select null where false`));
  }
  return tests;
}

function testsOf(cell: Cell, expected: Expected): readonly Test[] {
  return [
    readTest(cell, expected),
    ...insertTests(cell, expected),
    updateTest(cell, expected),
    deleteTest(cell, expected),
    ...columnTests(cell),
  ];
}

/** Words by which somebody should read, and of which nobody here does. */
function silentWords(
  table: Table,
  access: Access,
  asked: readonly (readonly [Person, Expected])[],
  without: readonly string[],
): readonly string[] {
  const silent = access.words.select.filter(
    (word) =>
      !without.includes(word) &&
      !asked.some(([person, { read }]) => read !== '0' && wordsFor([word], person).length > 0),
  );
  return [...without, ...silent].map((word) => `${displayName(table.name)}: ${word}`);
}

/**
 * @param session of a superuser on a database with rows; the functions of the probe are left in it
 * @param isMeant which tables; all, unless said
 */
export async function checkCells(
  session: Session,
  specs: Specs,
  roles: Roles,
  identity: Identity,
  isMeant: (table: Table) => boolean = () => true,
): Promise<CellReport> {
  await makeProbe(session);
  const known = await findKnownPeople(session);
  const wrong: string[] = [];
  const unwitnessed: string[] = [];
  let cells = 0;
  for (const [table, access] of openTables(specs)) {
    if (!isMeant(table)) continue;
    const { named, without } = await peopleOf(session, table, access, known, identity, specs);
    const cellsOf = [...named].map(([who, person]) => ({
      who,
      cell: { table, access, person, role: roles[person.as], specs },
    }));
    const expected = await ask(
      session,
      cellsOf.map(({ cell }) => ({ role: null, id: cell.person.id, wants: 'value', statement: expectedQuery(cell) })),
      identity,
    );
    const tests = cellsOf.map(({ who, cell }, at) => {
      const answer = expected[at] ?? '';
      if (!answer.startsWith('{')) throw new Error(`${displayName(table.name)}, ${who}: ${answer}`);
      const parsed: Expected = JSON.parse(answer);
      return { who, cell, parsed, tests: testsOf(cell, parsed) };
    });
    const flat = tests.flatMap((one) => one.tests.map((test) => ({ ...one, test })));
    const answers = await ask(
      session,
      flat.map(({ cell: { role, person }, test: { wants, statement } }) => ({ role, id: person.id, wants, statement })),
      identity,
    );
    for (const [at, { who, test }] of flat.entries()) {
      const problem = test.verdict(answers[at] ?? '');
      if (problem !== null) wrong.push(`${displayName(table.name)}, ${who}: ${problem}`);
    }
    cells += flat.length;
    const asked = tests.map(({ cell, parsed }) => [cell.person, parsed] as const);
    unwitnessed.push(...silentWords(table, access, asked, without));
  }
  return { cells, wrong, unwitnessed };
}

/**
 * Which tables and functions a function's body names, its own calls included. Bodies are not parsed: since no function
 * here has a search_path, whatever they name is written with its schema, also inside of dynamic SQL.
 */
import type { FunctionDef, Model, Table, Trigger } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { functionsNamed, lookupOf } from './lookup.ts';
import { oncePer } from './once-per.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

export interface Reach {
  readonly tables: ReadonlySet<Table>;
  /** Tables that are written to, as far as the text shows. */
  readonly written: ReadonlySet<Table>;
  readonly functions: ReadonlySet<FunctionDef>;
  /** Whether it looks at the clock, draws a random value or takes a number from a sequence. */
  readonly differs: boolean;
}

/** Functions whose result is another one on each server. */
const DIFFERING: ReadonlySet<string> = new Set([
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'current_timestamp',
  'current_date',
  'localtimestamp',
  'random',
  'gen_random_uuid',
  'gen_random_bytes',
  'uuid_v7',
  'nextval',
  'pg_backend_pid',
]);

interface Mention {
  readonly schema: string;
  readonly name: string;
  readonly isWrite: boolean;
}

/** Texts in a body may be SQL that it executes, so they are looked into as well. */
function tokensWithin(text: string): readonly SqlToken[] {
  return sqlTokens(text).flatMap((token) =>
    token.kind === 'string' ? sqlTokens(token.text.replace(/^e?(['$])/i, '').replace(/'$/, '')) : [token],
  );
}

function mentionsIn(tokens: readonly SqlToken[]): readonly Mention[] {
  return tokens.flatMap((token, at) => {
    const schema = tokens[at - 2];
    if (tokens[at - 1]?.text !== '.' || schema === undefined) return [];
    const before = tokens[at - 3]?.text;
    const isWrite =
      before === 'into' || before === 'update' || (before === 'from' && tokens[at - 4]?.text === 'delete');
    return [{ schema: schema.text, name: token.text, isWrite }];
  });
}

interface TextReach {
  readonly mentions: readonly Mention[];
  readonly differs: boolean;
}

function readText(text: string): TextReach {
  const tokens = tokensWithin(text);
  return { mentions: mentionsIn(tokens), differs: tokens.some(({ text: word }) => DIFFERING.has(word)) };
}

const textOf = oncePer((one: FunctionDef) => readText(one.body.text));

/** @param roots texts to begin with */
function follow(model: Model, roots: readonly TextReach[], named: readonly FunctionDef[]): Reach {
  const { tablesByText } = lookupOf(model);
  const tables = new Set<Table>();
  const written = new Set<Table>();
  const functions = new Set<FunctionDef>();
  let differs = false;
  const waiting = [...named];
  const take = (text: TextReach): void => {
    differs ||= text.differs;
    for (const { schema, name, isWrite } of text.mentions) {
      const table = tablesByText.get(`${schema}.${name}`);
      if (table !== undefined) tables.add(table);
      if (table !== undefined && isWrite) written.add(table);
      waiting.push(...functionsNamed(model, { schema, name }));
    }
  };
  for (const root of roots) take(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (functions.has(next)) continue;
    functions.add(next);
    take(textOf(next));
  }
  return { tables, written, functions, differs };
}

/** A trigger's arguments may be names of tables, or conditions that its function executes. */
export function reachOfTrigger(model: Model, trigger: Trigger): Reach {
  const { tablesByText } = lookupOf(model);
  const reach = follow(
    model,
    [...trigger.args, trigger.when ?? ''].map(readText),
    functionsNamed(model, trigger.function),
  );
  const byArgument = trigger.args.flatMap((arg) => tablesByText.get(arg) ?? []);
  return { ...reach, tables: new Set([...reach.tables, ...byArgument]) };
}

/** Of a piece of SQL in a table, such as a default. */
export function reachOfText(model: Model, text: string): Reach {
  return follow(model, [readText(text)], []);
}

export function tableNames(tables: Iterable<Table>): string {
  return [...tables].map(({ name }) => displayName(name)).join(', ');
}

/**
 * Temporary objects that carry expressions, so that the server stores them and can be asked for its spelling. An expression
 * stands between line breaks: a comment at its end must not swallow what follows.
 */

import { viewQuery } from '../../catalog/views.ts';
import type { FunctionArg } from '../../model/model.ts';
import type { Ident, QName } from '../../model/name.ts';
import { id, join, list, raw, type Sql, sql } from '../../sql/text.ts';
import { typeSql } from '../../sql/type.ts';
import type { Item } from './form.ts';

/** An item with the number that names it on the server. */
export interface Numbered {
  readonly item: Item;
  readonly number: number;
}

/** What is made in one piece: a temporary table with the expressions on it, or objects that need none. */
export interface Carrier {
  readonly kind: 'table' | 'defaults' | 'free';
  /** Own name where the spelling shows it; a made-up one otherwise. */
  readonly own: QName | null;
  readonly members: readonly Numbered[];
}

/** Prefix of every name that is made up; the number of the item or table follows. */
export const SPELL_PREFIX = 'boyfanz_spell_';

/**
 * Of a table's columns: PostgreSQL makes column names unique by comparing each with each, every time that it prints an
 * expression.
 */
const MAX_COLUMNS = 40;
const MAX_MEMBERS = 150;

/** Sorts items onto as few carriers as their columns allow. */
export function planCarriers(items: readonly Numbered[]): readonly Carrier[] {
  const free: Numbered[] = [];
  const defaults: Numbered[] = [];
  const pools: Pool[] = [];
  for (const numbered of items) {
    const { form } = numbered.item;
    if (form.kind === 'default') defaults.push(numbered);
    else if (!('scope' in form)) free.push(numbered);
    else addToPool(pools, numbered, form.scope.table, form.kind === 'generated');
  }
  return [
    ...pools.map((pool): Carrier => ({ kind: 'table', own: pool.own, members: pool.members })),
    ...chunks(defaults).map((members): Carrier => ({ kind: 'defaults', own: null, members })),
    ...chunks(free).map((members): Carrier => ({ kind: 'free', own: null, members })),
  ];
}

interface Pool {
  readonly own: QName | null;
  /** A trigger that looks at whole rows does not go with generated columns. */
  readonly isGenerated: boolean;
  readonly columns: Map<Ident, Sql>;
  readonly members: Numbered[];
}

function addToPool(pools: Pool[], numbered: Numbered, own: QName | null, isGenerated: boolean): void {
  const columns = [...numbered.item.columns].map(([name, type]) => [name, typeSql(type)] as const);
  const fits = (pool: Pool) =>
    pool.own?.name === own?.name &&
    pool.own?.schema === own?.schema &&
    pool.isGenerated === isGenerated &&
    pool.members.length < MAX_MEMBERS &&
    columns.every(([name, type]) => (pool.columns.get(name) ?? type) === type) &&
    (own !== null || newColumns(pool, columns) + pool.columns.size <= MAX_COLUMNS);
  let pool = pools.find(fits);
  if (pool === undefined) {
    pool = { own, isGenerated, columns: new Map(), members: [] };
    pools.push(pool);
  }
  for (const [name, type] of columns) pool.columns.set(name, type);
  pool.members.push(numbered);
}

function newColumns(pool: Pool, columns: readonly (readonly [Ident, Sql])[]): number {
  return columns.filter(([name]) => !pool.columns.has(name)).length + (pool.isGenerated ? pool.members.length : 0);
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / MAX_MEMBERS) }, (_, at) => at * MAX_MEMBERS);
  return starts.map((start) => items.slice(start, start + MAX_MEMBERS));
}

/** The statements that make a carrier. @param number names its table. */
export function carrierScript(carrier: Carrier, number: number): readonly Sql[] {
  if (carrier.kind === 'free') return carrier.members.map(freeStatement);
  const table = id(carrier.own?.name ?? `${SPELL_PREFIX}t${number}`);
  const columns = new Map(carrier.members.flatMap(({ item }) => [...item.columns]));
  const parts = [
    ...[...columns].map(([name, type]) => sql`${id(name)} ${typeSql(type)}`),
    ...carrier.members.map(tableElement),
  ];
  const create = sql`create temp table ${table} (${list(parts)})`;
  return [create, ...carrier.members.map((numbered) => statementOn(table, numbered))].filter((one) => one !== '');
}

function bracketed(text: string): Sql {
  return raw(`(\n${text}\n)`);
}

function nameOf({ number }: Numbered): Sql {
  return id(`${SPELL_PREFIX}${number}`);
}

/** The item as part of CREATE TABLE; empty for what needs a statement of its own. */
function tableElement(numbered: Numbered): Sql {
  const { form, text } = numbered.item;
  const name = nameOf(numbered);
  switch (form.kind) {
    case 'condition':
      return sql`constraint ${name} check ${bracketed(text)}`;
    case 'value':
      return sql`constraint ${name} check (${bracketed(text)} is not null)`;
    case 'default':
      return sql`${name} ${typeSql(form.type)} default ${bracketed(text)}`;
    case 'generated':
      // Stored ones may use functions of users and are spelled the same as virtual ones.
      return sql`${name} ${typeSql(form.type)} generated always as ${bracketed(text)} stored`;
    default:
      return raw('');
  }
}

function statementOn(table: Sql, numbered: Numbered): Sql {
  const { form, text } = numbered.item;
  const name = nameOf(numbered);
  switch (form.kind) {
    case 'policy':
      return sql`create policy ${name} on pg_temp.${table} using ${bracketed(text)}`;
    case 'when': {
      const { timing, events, level } = form.on;
      const head = sql`create trigger ${name} ${raw(timing)} ${raw(events.join(' or '))} on pg_temp.${table}`;
      return sql`${head} for each ${raw(level)} when ${bracketed(text)} execute function pg_catalog.suppress_redundant_updates_trigger()`;
    }
    default:
      return raw('');
  }
}

function freeStatement(numbered: Numbered): Sql {
  const { item, number } = numbered;
  const { form, text } = item;
  const name = nameOf(numbered);
  switch (form.kind) {
    case 'domainCheck':
      return sql`create domain pg_temp.${name} as ${typeSql(form.type)} constraint ${name} check ${bracketed(text)}`;
    case 'bound': {
      const parent = id(`${SPELL_PREFIX}b${number}`);
      const values = sql`for values in ${bracketed(text)}`;
      return sql`create temp table ${parent} (bound ${typeSql(form.type)}) partition by list (bound);\ncreate temp table ${name} partition of pg_temp.${parent} ${values}`;
    }
    case 'view':
      return sql`create temp view ${name} as ${raw(viewQuery(text))}\n`;
    case 'result': {
      const args = list(form.args.map((arg) => argument(arg)));
      return sql`create function pg_temp.${name}(${args}) returns ${raw(text)} language plpgsql as ''`;
    }
    default:
      throw new Error(`An expression of kind ${form.kind} needs a table`);
  }
}

function argument({ mode, name, type }: FunctionArg): Sql {
  return join([raw(mode === 'in' ? '' : mode), name === null ? raw('') : id(name), typeSql(type)], ' ');
}

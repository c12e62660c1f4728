/** Data types as SQL. */
import type { DataType } from '../model/type.ts';
import { qualified, raw, type Sql, sql } from './text.ts';

/** The spellings that people write, for the canonical names that are long. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['timestamp with time zone', 'timestamptz'],
  ['timestamp without time zone', 'timestamp'],
  ['time with time zone', 'timetz'],
  ['time without time zone', 'time'],
  ['character varying', 'varchar'],
  ['character', 'char'],
  ['bit varying', 'varbit'],
]);

/** @throws on a modifier that is not a number or a word: the parser lets nothing else through. */
function modifiers(args: readonly string[]): Sql {
  for (const arg of args) if (!/^-?\w+$/.test(arg)) throw new Error(`Not a type modifier: ${JSON.stringify(arg)}`);
  return raw(args.length === 0 ? '' : `(${args.join(',')})`);
}

export function typeSql(type: DataType): Sql {
  const base =
    type.schema === null
      ? raw(SHORT_NAMES.get(type.name) ?? type.name)
      : qualified({ schema: type.schema, name: type.name });
  return sql`${base}${modifiers(type.args)}${raw(type.dimensions === 1 ? '[]' : '')}`;
}

/** Functions. */
import type { FunctionArg, FunctionDef } from '../model/model.ts';
import { dollar, EMPTY, id, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';
import { typeSql } from './type.ts';
import type { VersionRange } from './version-range.ts';
import { atVersion } from './version-range.ts';

function argument(arg: FunctionArg): Sql {
  return join(
    [
      raw(arg.mode === 'in' ? '' : arg.mode),
      arg.name === null ? EMPTY : id(arg.name),
      typeSql(arg.type),
      arg.default === null ? EMPTY : sql`default ${raw(arg.default)}`,
    ],
    ' ',
  );
}

/** `schema.name(types)`, how DROP, GRANT and COMMENT name a function. */
export function functionSignature(fn: Pick<FunctionDef, 'name' | 'args'>): Sql {
  const inputs = fn.args.filter((arg) => arg.mode !== 'out').map((arg) => typeSql(arg.type));
  return sql`${qualified(fn.name)}(${list(inputs)})`;
}

function definition(fn: FunctionDef, head: string, body: string): Sql {
  const lines = [
    sql`${raw(head)} ${qualified(fn.name)}(${list(fn.args.map(argument))})`,
    sql`returns ${raw(fn.returns)}`,
    join(
      [
        raw(`language ${fn.language}`),
        raw(fn.volatility),
        raw(fn.strict ? 'strict' : ''),
        raw(fn.security === 'definer' ? 'security definer' : ''),
        raw(`parallel ${fn.parallel}`),
      ],
      ' ',
    ),
    ...Object.entries(fn.settings).map(
      ([name, value]) => sql`set ${join(name.split('.').map(id), '.')} = ${lit(value)}`,
    ),
    sql`as ${dollar(body)}`,
  ];
  return join(lines, '\n');
}

/**
 * Creates or replaces a function. With variants for newer servers inside the range it becomes one block that chooses on
 * the server: a function that its server's version does not know must not even be parsed.
 */
export function createFunction(
  fn: FunctionDef,
  head: 'create function' | 'create or replace function',
  range: VersionRange,
): readonly Sql[] {
  const { text, variants } = fn.body;
  return atVersion(
    range,
    [{ since: 0, text }, ...variants].map((variant) => ({
      since: variant.since,
      statement: definition(fn, head, variant.text),
    })),
  );
}

/** Functions are born executable by everybody; ours are closed until granted. */
export function closeFunction(fn: FunctionDef): Sql {
  return sql`revoke all on function ${functionSignature(fn)} from public`;
}

export function dropFunction(fn: FunctionDef): Sql {
  return sql`drop function ${functionSignature(fn)}`;
}

/** The application's queries of fixtures/queries.yaml, with the values that their parameters take on a given database. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Session } from '../../src/db/session.ts';
import { quoteLiteral } from '../../src/text/quote.ts';

type Parameter = { readonly sql: string } | { readonly most: string; readonly where?: string };

export interface ApplicationQuery {
  readonly id: string;
  readonly name: string;
  readonly sql: string;
  readonly params?: Readonly<Record<string, Parameter>>;
}

export async function readQueries(): Promise<readonly ApplicationQuery[]> {
  return parse(await readFile(new URL('../fixtures/queries.yaml', import.meta.url), 'utf8'));
}

function replaced(sql: string, values: ReadonlyMap<string, string>): string {
  return sql.replace(/\$([a-z]\w*)/g, (whole, name: string) => values.get(name) ?? whole);
}

/** SQL of the value that a column has most often, as a literal. */
function most(parameter: Extract<Parameter, { most: string }>, values: ReadonlyMap<string, string>): string {
  const [table, column] = parameter.most.split('.');
  const where = parameter.where === undefined ? '' : ` and (${replaced(parameter.where, values)})`;
  return `select ${column}::text from ${table} where ${column} is not null${where} group by ${column} order by count(*) desc, 1 limit 1`;
}

/**
 * The query with literals for its parameters.
 *
 * @throws when a column that a parameter comes from has no value: the query would run on nothing
 */
export async function boundQuery(session: Session, query: ApplicationQuery): Promise<string> {
  const values = new Map<string, string>();
  for (const [name, parameter] of Object.entries(query.params ?? {})) {
    if ('sql' in parameter) {
      values.set(name, parameter.sql);
      continue;
    }
    const [row] = await session.query(most(parameter, values));
    const value = row?.[0];
    if (value === undefined || value === null) throw new Error(`${query.id}: no row for ${name}, ${parameter.most}`);
    values.set(name, quoteLiteral(value));
  }
  return replaced(query.sql, values);
}

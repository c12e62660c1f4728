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
  /** Whose query it is: a person, by a parameter as `$u` or found like one; `staff`; the service, where nothing is said. */
  readonly as?: string | Parameter;
  /** Warm, in milliseconds, at a million users. */
  readonly p95_ms: number;
}

export interface BoundQuery {
  readonly sql: string;
  readonly as: { readonly kind: 'staff' | 'service' } | { readonly kind: 'member'; readonly id: string };
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

/** @returns SQL: a literal, or what the parameter says itself */
async function literalOf(
  session: Session,
  query: ApplicationQuery,
  parameter: Parameter,
  values: ReadonlyMap<string, string>,
): Promise<string> {
  if ('sql' in parameter) return parameter.sql;
  const value = (await session.query(most(parameter, values)))[0]?.[0];
  if (value === undefined || value === null) throw new Error(`${query.id}: no row for ${parameter.most}`);
  return quoteLiteral(value);
}

async function personOf(
  session: Session,
  query: ApplicationQuery,
  values: ReadonlyMap<string, string>,
): Promise<BoundQuery['as']> {
  const { as } = query;
  if (as === undefined) return { kind: 'service' };
  if (as === 'staff') return { kind: 'staff' };
  const sql = typeof as === 'string' ? replaced(as, values) : await literalOf(session, query, as, values);
  const id = (await session.query(`select (${sql})::uuid::text`))[0]?.[0] ?? '';
  return { kind: 'member', id };
}

/**
 * The query with literals for its parameters.
 *
 * @throws when a column that a parameter comes from has no value: the query would run on nothing
 */
export async function boundQuery(session: Session, query: ApplicationQuery): Promise<BoundQuery> {
  const values = new Map<string, string>();
  for (const [name, parameter] of Object.entries(query.params ?? {})) {
    values.set(name, await literalOf(session, query, parameter, values));
  }
  return { sql: replaced(query.sql, values), as: await personOf(session, query, values) };
}

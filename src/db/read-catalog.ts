/** Reads a database into a Model, in one snapshot. */
import { buildCatalog, type LiveDatabase } from '../catalog/catalog.ts';
import { type CatalogQuery, catalogQueries, FACTS_QUERY, noRows } from '../catalog/queries.ts';
import { arrayText, cells } from '../catalog/row.ts';
import { rolledBack } from './rolled-back.ts';
import type { Session } from './session.ts';

export type { LiveDatabase } from '../catalog/catalog.ts';

export interface ReadCatalogOptions {
  readonly schemas: readonly string[];
  /** Roles to look for. */
  readonly roles?: readonly string[];
  /** Patterns of names to leave out: `schema.name` or `name`, `*` for any characters. */
  readonly ignore: readonly string[];
}

/**
 * What the printed text of expressions depends on is set for this transaction alone, so that it is right behind a pooler
 * too. JIT would compile each of these queries for longer than it runs. Sizes are asked under a lock that an ALTER TABLE of
 * somebody else may keep from us for ever.
 */
export const READING_SETTINGS = `set local search_path = '';
set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
set local quote_all_identifiers = off; set local extra_float_digits = 1; set local jit = off;
set local lock_timeout = '10s';`;

/**
 * Asks one question after the other in one read-only snapshot. The session is left outside of a transaction.
 *
 * @throws DatabaseError, after rolling back.
 */
export async function readCatalog(session: Session, options: ReadCatalogOptions): Promise<LiveDatabase> {
  return await rolledBack(session, `begin isolation level repeatable read read only; ${READING_SETTINGS}`, async () => {
    const facts = cells((await session.query(FACTS_QUERY))[0] ?? []);
    const rows = noRows();
    const schemas = arrayText(options.schemas);
    for (const query of catalogQueries(session.server.major, {
      hasRolling: facts.flag(),
      hasTimescale: facts.flag(),
    })) {
      const rolling = arrayText(rows.rolling.map((row) => row[0] ?? ''));
      const names = query.name === 'roles' ? arrayText(options.roles ?? []) : schemas;
      rows[query.name] = await session.query(query.text, parametersOf(query, names, rolling));
    }
    return buildCatalog(rows, options.ignore);
  });
}

/** The server refuses parameters that the text does not use. */
function parametersOf(query: CatalogQuery, names: string, rolling: string): readonly string[] {
  if (query.text.includes('$2')) return [names, rolling];
  return query.text.includes('$1') ? [names] : [];
}

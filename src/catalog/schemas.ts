/** Schemas and extensions. */
import type { ExtensionDef, SchemaDef } from '../model/model.ts';
import type { GrantsOf } from './grants.ts';
import { type CatalogRow, cells } from './row.ts';

export const SCHEMAS_QUERY = `
select n.oid, n.nspname, obj_description(n.oid, 'pg_namespace')
from pg_namespace n
where n.nspname = any ($1::text[])
order by n.nspname`;

export function buildSchemas(rows: readonly CatalogRow[], grantsOf: GrantsOf): readonly SchemaDef[] {
  return rows.map((row) => {
    const cell = cells(row);
    const oid = cell.text();
    return { kind: 'schema', name: cell.text(), comment: cell.textOrNull(), grants: grantsOf('schema', oid) };
  });
}

/** plpgsql is there in every database from the start and is no difference to anything. */
export const EXTENSIONS_QUERY = `
select e.extname, n.nspname
from pg_extension e join pg_namespace n on n.oid = e.extnamespace
where e.extname <> 'plpgsql'
order by e.extname`;

export function buildExtensions(rows: readonly CatalogRow[]): readonly ExtensionDef[] {
  return rows.map((row) => {
    const cell = cells(row);
    return { kind: 'extension', name: cell.text(), schema: cell.text() };
  });
}

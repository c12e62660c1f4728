/** Views. Their query is the text that `pg_get_viewdef` prints, without the closing semicolon. */
import type { View } from '../model/model.ts';
import { qname } from '../model/name.ts';
import type { GrantsOf } from './grants.ts';
import { type CatalogRow, cells, parameterRecord } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export const VIEWS_QUERY = `
select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid, false), c.reloptions
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'v' and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
order by n.nspname, c.relname`;

export function buildViews(rows: readonly CatalogRow[], grantsOf: GrantsOf): readonly View[] {
  return rows.map((row) => {
    const cell = cells(row);
    const oid = cell.text();
    const name = qname(cell.text(), cell.text());
    const [comment, query] = [cell.textOrNull(), viewQuery(cell.text())];
    const options = parameterRecord(cell.texts());
    return {
      kind: 'view',
      name,
      query,
      securityInvoker: isOn(options.security_invoker),
      securityBarrier: isOn(options.security_barrier),
      comment,
      grants: grantsOf('relation', oid),
    };
  });
}

/** A view's query from `pg_get_viewdef`. */
export function viewQuery(definition: string): string {
  return definition.trim().replace(/;$/, '');
}

/** Options keep the word that was written. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && ['true', 'on', 'yes', '1'].includes(value.toLowerCase());
}

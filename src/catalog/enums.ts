/** Enum types. */
import type { EnumDef } from '../model/model.ts';
import { qname } from '../model/name.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export const ENUMS_QUERY = `
select n.nspname, t.typname, obj_description(t.oid, 'pg_type'),
  array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)::text[]
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'e' and ${inManagedSchemas('t.typnamespace')} and ${notFromExtension('pg_type', 't.oid')}
order by n.nspname, t.typname`;

export function buildEnums(rows: readonly CatalogRow[]): readonly EnumDef[] {
  return rows.map((row) => {
    const cell = cells(row);
    return {
      kind: 'enum',
      name: qname(cell.text(), cell.text()),
      comment: cell.textOrNull(),
      values: cell.texts().map((label) => ({ label, renamedFrom: null })),
    };
  });
}

/** Which tables a plan has rewritten: PostgreSQL gives them a new file. */
import type { Session } from '../../src/db/session.ts';
import { displayName, qname } from '../../src/model/name.ts';
import { type Plan, stepsOf } from '../../src/plan/plan.ts';

/** Object id to file, of tables that hold rows. */
type Files = ReadonlyMap<string, string>;

const TABLES = `
select c.oid, c.relfilenode, coalesce(pn.nspname, n.nspname), coalesce(p.relname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
left join pg_inherits h on h.inhrelid = c.oid
left join pg_class p on p.oid = h.inhparent
left join pg_namespace pn on pn.oid = p.relnamespace
where c.relkind = 'r' and n.nspname in ('public', 'other', 'boyfanz_parts', '_timescaledb_internal') and pg_relation_size(c.oid) > 0`;

export async function filesOfTables(session: Session): Promise<Files> {
  const rows = await session.query(TABLES);
  return new Map(rows.map(([oid, file]) => [oid ?? '', file ?? '']));
}

/** Names of the tables that were there with rows and have another file now; of the parent for a partition. Sorted. */
export async function rewrittenTables(session: Session, before: Files): Promise<readonly string[]> {
  const rows = await session.query(TABLES);
  const names = rows.flatMap(([oid, file, schema, name]) => {
    const old = before.get(oid ?? '');
    return old === undefined || old === file ? [] : [displayName(qname(schema ?? '', name ?? ''))];
  });
  return [...new Set(names)].sort();
}

export function tablesSaidToBeRewritten(plan: Plan): readonly string[] {
  const names = stepsOf(plan).flatMap(({ change, hazards }) =>
    hazards.some(({ kind }) => kind === 'TABLE_REWRITE') && 'table' in change && !('kind' in change.table)
      ? [displayName(change.table)]
      : [],
  );
  return [...new Set(names)].sort();
}

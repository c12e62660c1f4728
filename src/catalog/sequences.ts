/** Sequences: stand-alone ones, and those that identity columns own. */
import type { SequenceDef, SequenceOptions } from '../model/model.ts';
import { qname } from '../model/name.ts';
import type { GrantsOf } from './grants.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export const SEQUENCES_QUERY = `
select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), format_type(s.seqtypid, null),
  s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
  d.deptype, d.refobjid, d.refobjsubid, tn.nspname, t.relname, a.attname
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
  and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
left join pg_class t on t.oid = d.refobjid
left join pg_namespace tn on tn.oid = t.relnamespace
left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where ${inManagedSchemas('coalesce(t.relnamespace, c.relnamespace)')} and ${notFromExtension('pg_class', 'c.oid')}
order by n.nspname, c.relname`;

export interface Sequences {
  readonly standalone: readonly SequenceDef[];
  /** Options of identity columns by `table oid` + `.` + `attnum`. */
  readonly identity: ReadonlyMap<string, SequenceOptions>;
}

export function buildSequences(rows: readonly CatalogRow[], grantsOf: GrantsOf): Sequences {
  const standalone: SequenceDef[] = [];
  const identity = new Map<string, SequenceOptions>();
  for (const row of rows) {
    const cell = cells(row);
    const oid = cell.text();
    const name = qname(cell.text(), cell.text());
    const comment = cell.textOrNull();
    const options: SequenceOptions = {
      type: sequenceType(cell.text()),
      start: cell.text(),
      increment: cell.text(),
      min: cell.text(),
      max: cell.text(),
      cache: cell.text(),
      cycle: cell.flag(),
    };
    const [dependency, tableOid, attnum] = [cell.textOrNull(), cell.textOrNull(), cell.textOrNull()];
    if (dependency === 'i') {
      identity.set(`${tableOid}.${attnum}`, options);
      continue;
    }
    const [schema, table, column] = [cell.textOrNull(), cell.textOrNull(), cell.textOrNull()];
    const ownedBy =
      schema === null || table === null || column === null ? null : { table: qname(schema, table), column };
    standalone.push({ kind: 'sequence', name, options, ownedBy, comment, grants: grantsOf('relation', oid) });
  }
  return { standalone, identity };
}

function sequenceType(text: string): SequenceOptions['type'] {
  if (text === 'smallint' || text === 'integer' || text === 'bigint') return text;
  throw new Error(`Not a type of a sequence: ${text}`);
}

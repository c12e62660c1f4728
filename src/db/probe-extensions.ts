/** Which of a target's optional extensions a live database is to use, asked without making anything. */

import { arrayText, cells } from '../catalog/row.ts';
import { inManagedSchemas, notFromExtension } from '../catalog/scope.ts';
import type { Ident } from '../model/name.ts';
import { creatableExtension } from '../sql/creatable-extension.ts';
import { raw } from '../sql/text.ts';
import type { Target } from '../target/target.ts';
import { findUnfinishedPlan } from './ledger.ts';
import type { Session } from './session.ts';

export interface ProbedExtension {
  readonly name: Ident;
  readonly isUsed: boolean;
  /** Why, for people. */
  readonly reason: string;
  /** Whether the reason is news to somebody who did not ask. */
  readonly isNotable: boolean;
}

/**
 * Installed: there, in a schema. Creatable: on the disk, and this role may make it. In use: a table of ours has a column of one of its
 * types, or of an array of one.
 */
const PROBE = `
select x.name,
  n.nspname,
  has_database_privilege(current_database(), 'CREATE') and (${creatableExtension(raw('x.name'), raw('$3::text[]'))}
    or $4::boolean and exists (select from pg_available_extensions a where a.name = x.name)),
  exists (
    select from pg_class c
    join pg_attribute f on f.attrelid = c.oid and f.attnum > 0 and not f.attisdropped
    join pg_type t on t.oid = f.atttypid
    join pg_depend d on d.classid = 'pg_type'::regclass and d.objid in (t.oid, t.typelem) and d.deptype = 'e'
    where c.relkind in ('r', 'p') and d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid
      and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')})
from unnest($2::text[]) with ordinality x (name, at)
left join pg_extension e on e.extname = x.name
left join pg_namespace n on n.oid = e.extnamespace
order by x.at`;

/** The tool's own table is in every database that was loaded. */
const LOADED = `select to_regclass('boyfanz.rolling_partitions') is not null`;

interface Found {
  /** Schema that it is installed in, and the one that it would have to be in. */
  readonly installedIn: Ident | null;
  readonly schema: Ident;
  readonly isCreatable: boolean;
  readonly isInUse: boolean;
}

function judge(state: 'empty' | 'part-way' | 'loaded', found: Found): Omit<ProbedExtension, 'name'> {
  const { installedIn, schema } = found;
  const used = (reason: string) => ({ isUsed: true, reason, isNotable: true });
  const unused = (reason: string, isNotable = false) => ({ isUsed: false, reason, isNotable });
  if (found.isInUse) return used('tables here use it');
  if (state === 'loaded') return unused('the schema was made without it');
  if (installedIn === schema) return used('it is installed');
  if (installedIn !== null) return unused(`it is installed in the schema ${installedIn} and not in ${schema}`, true);
  // Made first of all: where an apply stopped and it is not there, that apply did without.
  if (state === 'part-way') return unused('the schema was begun without it');
  return found.isCreatable ? used('the server has it') : unused('it is not installed, and this role cannot install it');
}

/**
 * An empty database gets what its server offers. One that has the schema keeps what it has: an extension that is
 * installed later, for others, is no difference.
 *
 * @param extensions with the schema that each is wanted in
 * @param schemas that the tool manages
 * @param installers as in `Target`
 * @throws DatabaseError
 */
export async function probeExtensions(
  session: Session,
  extensions: ReadonlyMap<Ident, Ident>,
  schemas: readonly string[],
  installers: Target['installers'] = [],
): Promise<readonly ProbedExtension[]> {
  if (extensions.size === 0) return [];
  const isLoaded = (await session.query(LOADED))[0]?.[0] === 't';
  const isUnfinished = (await findUnfinishedPlan(session)) !== null;
  const state = isUnfinished ? 'part-way' : isLoaded ? 'loaded' : 'empty';
  const rows = await session.query(PROBE, [
    arrayText(schemas),
    arrayText([...extensions.keys()]),
    arrayText(installers === 'platform' ? [] : installers),
    String(installers === 'platform'),
  ]);
  return rows.map((row) => {
    const cell = cells(row);
    const name = cell.text();
    const found = { installedIn: cell.textOrNull(), isCreatable: cell.flag(), isInUse: cell.flag() };
    return { name, ...judge(state, { ...found, schema: extensions.get(name) ?? '' }) };
  });
}

/** Which target a live server is, asked without making anything. */
import { arrayText, cells } from '../catalog/row.ts';
import { askedSigns, type FoundSigns, type Recognised, recognise } from '../target/recognise.ts';
import type { Session } from './session.ts';

/** Names of what is there, one list for each kind. Functions are looked up in the catalog: a cast needs rights on their schemas. */
const PROBE = `
select
  array(select rolname::text from pg_catalog.pg_roles where rolname = any ($1::text[])),
  array(select n.nspname || '.' || p.proname from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.pronargs = 0 and n.nspname || '.' || p.proname = any ($2::text[])),
  array(select name from pg_catalog.pg_settings where name = any ($3::text[])),
  array(select nspname::text from pg_catalog.pg_namespace where nspname = any ($4::text[])),
  array(select extname::text from pg_catalog.pg_extension where extname = any ($5::text[])),
  array(select name::text from pg_catalog.pg_available_extensions where name = any ($6::text[])),
  nullif(current_setting('timescaledb.license', true), '')`;

/**
 * @param host the name that the server was reached by; `null` for a socket
 * @throws DatabaseError
 */
export async function probeTarget(session: Session, host: string | null): Promise<Recognised> {
  const [row = []] = await session.query(PROBE, [
    arrayText(askedSigns('roles')),
    arrayText(askedSigns('functions')),
    arrayText(askedSigns('settings')),
    arrayText(askedSigns('schemas')),
    arrayText(askedSigns('extensions')),
    arrayText(askedSigns('available')),
  ]);
  const cell = cells(row);
  const names = () => new Set(cell.texts());
  const found: FoundSigns = {
    host,
    roles: names(),
    functions: names(),
    settings: names(),
    schemas: names(),
    extensions: names(),
    available: names(),
    license: cell.textOrNull(),
  };
  return recognise(found);
}

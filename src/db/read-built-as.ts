/** What a live database says that it was built as, asked without running anything of it. */
import { BUILT_AS, type BuiltAs, parseBuiltAs } from '../model/built-as.ts';
import type { Session } from './session.ts';

/** `loaded`: it has the schema, and was built before this was written down. */
export type Recorded = 'empty' | 'loaded' | BuiltAs;

/** The body is read: whoever may read the catalog need not be allowed to run the function. */
const RECORD = `
select (
    select p.prosrc from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = $1 and p.proname = $2 and p.pronargs = 0),
  exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = 'rolling_partitions')`;

/** @throws DatabaseError */
export async function readBuiltAs(session: Session): Promise<Recorded> {
  const [[body = null, isLoaded] = []] = await session.query(RECORD, [BUILT_AS.schema, BUILT_AS.name]);
  return (body === null ? null : parseBuiltAs(body)) ?? (isLoaded === 't' ? 'loaded' : 'empty');
}

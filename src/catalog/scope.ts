/** Which objects of a database are looked at: SQL conditions that the queries share, and the ignore patterns. */
import type { QName } from '../model/name.ts';

/** Condition on a namespace oid: one of the managed schemas, which are `$1::text[]` in every query. */
export function inManagedSchemas(namespaceColumn: string): string {
  return `${namespaceColumn} = any (array(select n.oid from pg_namespace n where n.nspname = any ($1::text[])))`;
}

/** Condition: not brought along by an extension. */
export function notFromExtension(catalog: string, oidColumn: string): string {
  return `not exists (
    select from pg_depend member
    where member.classid = '${catalog}'::regclass and member.objid = ${oidColumn} and member.objsubid = 0 and member.deptype = 'e')`;
}

/** Ordinary and partitioned tables of the managed schemas that are nobody's partition or child; `c` is pg_class. */
export const MANAGED_TABLES = `c.relkind in ('r', 'p') and not c.relispartition and c.reloftype = 0
  and ${inManagedSchemas('c.relnamespace')}
  and ${notFromExtension('pg_class', 'c.oid')}
  and not exists (select from pg_inherits h where h.inhrelid = c.oid)`;

/** Objects of the tool itself that no spec describes and no diff may show. */
const OWN_IGNORED = [
  'boyfanz.apply_ledger',
  'boyfanz.apply_ledger_*',
  'boyfanz.loaded_parts',
  'boyfanz.loaded_parts_*',
];

/**
 * Compiles ignore patterns. A pattern with a dot is matched against `schema.name`, any pattern against `name`; `*` stands
 * for any characters.
 */
export function ignoreFilter(patterns: readonly string[]): (name: QName) => boolean {
  const expressions = [...OWN_IGNORED, ...patterns].map((pattern) => {
    const body = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${body.join('.*')}$`, 's');
  });
  return ({ schema, name }) => expressions.some((one) => one.test(name) || one.test(`${schema}.${name}`));
}

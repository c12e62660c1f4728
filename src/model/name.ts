/**
 * Names of database objects.
 *
 * A name is held raw: `Weird "Name"` is stored without any quoting, and only `sql/text.ts` quotes it.
 */

/** A raw identifier, unquoted, as PostgreSQL stores it in `pg_class.relname` and its kin. */
export type Ident = string;

/** A schema-qualified raw name. */
export interface QName {
  readonly schema: Ident;
  readonly name: Ident;
}

/** PostgreSQL cuts identifiers at NAMEDATALEN - 1 bytes (src/include/pg_config_manual.h). */
export const MAX_IDENT_BYTES = 63;

export function qname(schema: Ident, name: Ident): QName {
  return { schema, name };
}

/** From the text of `displayName`, or another in which a name without a dot is of the given schema. */
export function namedIn(text: string, schema: Ident = 'public'): QName {
  const dot = text.indexOf('.');
  return dot === -1 ? qname(schema, text) : qname(text.slice(0, dot), text.slice(dot + 1));
}

export function sameName(a: QName, b: QName): boolean {
  return a.schema === b.schema && a.name === b.name;
}

/** The name as people write it: `users` in the schema public, `boyfanz.uuid_v7` elsewhere. For messages, never for SQL. */
export function displayName(name: QName): string {
  return name.schema === 'public' ? name.name : `${name.schema}.${name.name}`;
}

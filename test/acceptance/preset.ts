/** What every spec must say and no change case is about, so that the cases stay small. */
import { isMap, parseAllDocuments, stringify } from 'yaml';

const TABLE_DEFAULTS = {
  comment: 'A case.',
  access: { owner: 'none', read: [], write: [] },
  volume: 1000,
} as const;

/** In the order that specs are held to; see `spec/raw.ts`. */
const TABLE_KEYS = `table schema renamed_from comment use columns primary_key unique foreign_keys checks exclude indexes
  triggers storage partition hypertable replica_identity access row_security policies grants volume retention allow`.split(
  /\s+/,
);

function inOrder(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = TABLE_KEYS.filter((key) => fields[key] !== undefined);
  const unknown = Object.keys(fields).filter((key) => !TABLE_KEYS.includes(key));
  return Object.fromEntries([...known, ...unknown].map((key) => [key, fields[key]]));
}

function withComment(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [[kind, name] = ['', ''], ...rest] = Object.entries(fields);
  if (kind === 'extension' || kind === 'schema' || fields.comment !== undefined) {
    return withInvoker(fields);
  }
  const schema = rest.filter(([key]) => key === 'schema');
  const others = rest.filter(([key]) => key !== 'schema');
  return withInvoker(Object.fromEntries([[kind, name], ...schema, ['comment', 'A case.'], ...others]));
}

/** PostgreSQL 14 has no such views, and a case has the same plan on every server. */
function withInvoker(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (fields.view === undefined || fields.security_invoker !== undefined) return fields;
  const entries = Object.entries(fields).flatMap((entry) =>
    entry[0] === 'query' ? [entry, ['security_invoker', false] as const] : [entry],
  );
  return Object.fromEntries(entries);
}

/** @returns the same documents with what is missing. */
export function completed(text: string): string {
  return parseAllDocuments(text)
    .map((document) => {
      if (!isMap(document.contents)) throw new Error(`Not a spec: ${String(document)}`);
      const fields: Record<string, unknown> = document.toJS();
      const whole = fields.table === undefined ? withComment(fields) : inOrder({ ...TABLE_DEFAULTS, ...fields });
      return stringify(whole, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
    })
    .join('---\n');
}

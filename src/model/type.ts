/**
 * Data types in one canonical form, so that `timestamptz`, `TIMESTAMP WITH TIME ZONE` and what `format_type()` prints
 * compare equal.
 *
 * The canonical name of a built-in type is the one `format_type()` prints without modifiers. A type that is not
 * built in carries its schema.
 */
import type { Ident } from './name.ts';

export interface DataType {
  /** `null` for a built-in type (schema pg_catalog). */
  readonly schema: Ident | null;
  /** Raw name; for built-in types the canonical SQL name, for example `timestamp with time zone`. */
  readonly name: string;
  /** Modifiers in order: `['12', '2']` for `numeric(12,2)`, `['Point', '4326']` for a geography. */
  readonly args: readonly string[];
  /** 1 for `text[]`; PostgreSQL does not keep more than "is an array", so parsing folds deeper dimensions to 1. */
  readonly dimensions: 0 | 1;
}

/** Aliases that PostgreSQL's grammar or catalogs accept, to the name `format_type()` prints. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int2', 'smallint'],
  ['int8', 'bigint'],
  ['float', 'double precision'],
  ['float4', 'real'],
  ['float8', 'double precision'],
  ['bool', 'boolean'],
  ['decimal', 'numeric'],
  ['dec', 'numeric'],
  ['varchar', 'character varying'],
  ['char varying', 'character varying'],
  ['char', 'character'],
  ['bpchar', 'character'],
  ['timestamptz', 'timestamp with time zone'],
  ['timestamp', 'timestamp without time zone'],
  ['timetz', 'time with time zone'],
  ['time', 'time without time zone'],
  ['varbit', 'bit varying'],
]);

/** Built-in types a column may have, by canonical name. */
export const BUILT_IN_TYPES: ReadonlySet<string> = new Set([
  'smallint',
  'integer',
  'bigint',
  'numeric',
  'real',
  'double precision',
  'money',
  'boolean',
  'text',
  'character',
  'character varying',
  '"char"',
  'name',
  'bytea',
  'uuid',
  'json',
  'jsonb',
  'jsonpath',
  'xml',
  'date',
  'interval',
  'timestamp with time zone',
  'timestamp without time zone',
  'time with time zone',
  'time without time zone',
  'inet',
  'cidr',
  'macaddr',
  'macaddr8',
  'bit',
  'bit varying',
  'tsvector',
  'tsquery',
  'point',
  'line',
  'lseg',
  'box',
  'path',
  'polygon',
  'circle',
  'int4range',
  'int8range',
  'numrange',
  'tsrange',
  'tstzrange',
  'daterange',
  'int4multirange',
  'int8multirange',
  'nummultirange',
  'tsmultirange',
  'tstzmultirange',
  'datemultirange',
  'pg_lsn',
  'pg_snapshot',
  'xid',
  'xid8',
  'cid',
  'tid',
  'oid',
  'regclass',
  'regtype',
  'regproc',
  'regprocedure',
  'regrole',
  'regnamespace',
  'regconfig',
  'regdictionary',
  'regoper',
  'regoperator',
  'regcollation',
  'void',
  'trigger',
  'event_trigger',
  'record',
  'anyelement',
  'anyarray',
  'anynonarray',
  'anyenum',
  'anyrange',
  'anycompatible',
  'anycompatiblearray',
  'internal',
  'cstring',
  'refcursor',
  'txid_snapshot',
]);

const DEFAULT_ARGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['character', ['1']],
  ['bit', ['1']],
]);

interface TypeText {
  readonly base: string;
  readonly args: readonly string[];
  readonly isArray: boolean;
}

function splitTypeText(text: string): TypeText | null {
  const match =
    /^\s*("(?:[^"]|"")*"(?:\."(?:[^"]|"")*")?|[^([\]]+?)\s*(?:\(([^)]*)\)\s*([a-z ]*?))?\s*((?:\[\d*\])*)\s*$/is.exec(
      text,
    );
  if (match === null) return null;
  const [, head = '', args, tail = '', arrays = ''] = match;
  const base = tail === '' ? head : `${head} ${tail}`;
  return {
    base: base.trim(),
    args: args === undefined ? [] : args.split(',').map((arg) => arg.trim()),
    isArray: arrays !== '',
  };
}

function unquote(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase();
}

function splitQualified(base: string): readonly [schema: string | null, name: string] {
  const match = /^("(?:[^"]|"")*"|[^".\s]+)\.("(?:[^"]|"")*"|[^".]+)$/.exec(base);
  return match === null ? [null, unquote(base)] : [unquote(match[1] ?? ''), unquote(match[2] ?? '')];
}

/**
 * Parses a type as PostgreSQL's grammar or `format_type()` write it. An unqualified name that is not built in comes back
 * with `schema: null` and its raw name: the caller resolves it to an enum, a domain or an extension's type.
 *
 * @returns `null` when the text is not a type at all.
 */
export function parseType(text: string): DataType | null {
  const parts = splitTypeText(text);
  if (parts === null || parts.base === '') return null;
  const dimensions = parts.isArray ? 1 : 0;
  const plain = parts.base.toLowerCase().replace(/\s+/g, ' ');
  const [schema, name] = splitQualified(parts.base);
  if (schema !== null && schema !== 'pg_catalog') return { schema, name, args: parts.args, dimensions };
  if (parts.base === '"char"') return { schema: null, name: '"char"', args: [], dimensions };
  const builtIn = ALIASES.get(schema === null ? plain : name) ?? (schema === null ? plain : name);
  if (!BUILT_IN_TYPES.has(builtIn)) return { schema: null, name, args: parts.args, dimensions };
  const args = parts.args.length === 0 ? (DEFAULT_ARGS.get(builtIn) ?? []) : parts.args;
  // numeric(12) means numeric(12,0), and format_type() always prints both.
  const full = builtIn === 'numeric' && args.length === 1 ? [...args, '0'] : args;
  return { schema: null, name: builtIn, args: full, dimensions };
}

export function isBuiltIn(type: DataType): boolean {
  return type.schema === null && BUILT_IN_TYPES.has(type.name);
}

export function sameType(a: DataType, b: DataType): boolean {
  return (
    a.schema === b.schema &&
    a.name === b.name &&
    a.dimensions === b.dimensions &&
    a.args.length === b.args.length &&
    a.args.every((arg, at) => arg.toLowerCase() === b.args[at]?.toLowerCase())
  );
}

/** The type without its modifiers: what has to agree on both sides of a foreign key. */
export function withoutArgs(type: DataType): DataType {
  return { ...type, args: [] };
}

/** The type as people write it (`timestamptz`, `citext`, `numeric(12,2)[]`). For messages and keys, never for SQL. */
export function displayType(type: DataType): string {
  const short = type.name === 'timestamp with time zone' ? 'timestamptz' : type.name;
  const base = type.schema === null || type.schema === 'public' ? short : `${type.schema}.${short}`;
  const args = type.args.length === 0 ? '' : `(${type.args.join(',')})`;
  return `${base}${args}${type.dimensions === 1 ? '[]' : ''}`;
}

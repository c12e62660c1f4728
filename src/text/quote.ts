/** Quoting of names and values: the one place that knows how. The `sql` tag and spec expressions build on it. */

/**
 * Key words that cannot stand unquoted as a column or table name on PostgreSQL 14-18: categories R (reserved) and T
 * (reserved, can be function or type) of src/include/parser/kwlist.h.
 */
const NO_NAMES: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
  column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
  localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
  returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
  unique user using variadic verbose when where window with`.split(/\s+/),
);

/** Key words of category C, which we quote for safety in type positions. */
const NO_TYPES: ReadonlySet<string> = new Set(
  `between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer
  interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
  json_table json_value least merge_action national nchar none normalize nullif numeric out overlay position precision
  real row setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
  xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
);

/** A word that is no name where it stands without quotes. */
export function isKeyWordOnly(word: string): boolean {
  return NO_NAMES.has(word);
}

export function isReservedWord(name: string): boolean {
  return NO_NAMES.has(name) || NO_TYPES.has(name);
}

/** Quotes an identifier where it has to be. Does not check its length: see `id()`. */
export function quoteIdent(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !isReservedWord(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * A string literal that reads the same whatever `standard_conforming_strings` says. Two dashes are written so that tools
 * which take away comments without reading strings, such as hosted SQL editors, find none in it.
 */
export function quoteLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`;
  if (!value.includes('\\') && !value.includes('--')) return quoted;
  return `E${quoted.replaceAll('\\', '\\\\').replaceAll(/-(?=-)/g, '\\055')}`;
}

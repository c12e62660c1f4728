/**
 * Rows for a table of the schema as one INSERT: values by type, and a WHERE that says what its checks say, so that nothing
 * has to be dropped. Random, and the same each time.
 */
import { typeShape } from '../../src/estimate/type-shape.ts';
import type { TableInfo } from '../../src/model/info.ts';
import { intervalText } from '../../src/model/interval.ts';
import type { Column, Model, Table } from '../../src/model/model.ts';
import { displayType } from '../../src/model/type.ts';
import { quoteIdent, quoteLiteral } from '../../src/text/quote.ts';

/** `w(n)`: words of n characters, as well compressible as texts are; `k(n)`: n letters in a row; `b(n)`: n random bytes. */
export const SAMPLE_HELPERS = `
  set search_path = public, pg_temp;
  set session_replication_role = replica;
  create temp table words as
    select string_agg(substr(translate(md5(i::text), '0123456789', 'aeiotrnslm'), 1, 2 + i % 7), ' ') as text from generate_series(1, 12000) i;
  create function pg_temp.w(length integer) returns text language sql volatile
    as $$ select substr(text, 1 + (random() * 20000)::integer, length) from words $$;
  create function pg_temp.k(length integer) returns text language sql volatile
    as $$ select substr(translate(md5(random()::text) || md5(random()::text), '0123456789', 'aeiotrnslm'), 1, length) $$;
  create function pg_temp.b(length integer) returns bytea language sql volatile
    as $$ select substr(sha512(random()::text::bytea) || sha512(random()::text::bytea) || sha512(random()::text::bytea), 1, length) $$;
  create function pg_temp.one(words text[]) returns text language sql volatile
    as $$ select words[1 + floor(random() * cardinality(words))::integer] $$;`;

/** Texts of people, which are longer and of any length. */
const LONG_TEXT =
  /^(body|bio|description|text|note|notes|message|details|reason|content|transcript|caption|about|internal_note|public_reason|question|answer|comment|subject_text|error|last_error|prompt|output|url)$/;
const LONG_TEXT_AVERAGE = 250;
/** Documents, some of which are too wide for their row. */
const DOCUMENT = /(transcript|prompt|template|document|payload|snapshot|definition|body_html|lines)/;
const DOCUMENT_AVERAGE = 2500;
/** Too wide for its row, and not to be compressed. */
const EMBEDDING_LENGTH = 640;
const SPREAD_OF_REFERENCES = 2000;
const NULL_SHARE = 0.4;

/** Labels of a column whose check is `column in ('a', 'b')`. */
function labelsOf(table: Table, column: Column): readonly string[] {
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'check' || !constraint.expr.startsWith(`${column.name} in (`)) continue;
    return [...constraint.expr.matchAll(/'([^']*)'/g)].map(([, label = '']) => label);
  }
  return [];
}

const CODES: Readonly<Record<string, string>> = {
  country_code: `pg_temp.one('{DE,US,FR,BR,JP,GB,ES,IT}')`,
  currency_code: `pg_temp.one('{EUR,USD,GBP,JPY}')`,
  language_tag: `pg_temp.one('{de,en-US,fr,pt-BR,ja}')`,
  digest_256: 'sha256(random()::text::bytea)',
};

function lengthOf(average: number): string {
  return `5 + (-ln(1 - random()) * ${average})::integer`;
}

function textValue(name: string): string {
  if (DOCUMENT.test(name) && !/(key|ref|id)$/.test(name)) return `pg_temp.w(${lengthOf(DOCUMENT_AVERAGE)})`;
  if (LONG_TEXT.test(name)) return `pg_temp.w(${lengthOf(LONG_TEXT_AVERAGE)})`;
  if (/url$/.test(name)) return `'https://' || pg_temp.k(20 + (random() * 40)::integer)`;
  if (/timezone/.test(name)) return `'Europe/Berlin'`;
  if (/email/.test(name)) return `pg_temp.k(4 + (random() * 12)::integer) || '@' || pg_temp.k(6) || '.com'`;
  return `pg_temp.k(4 + (random() * 20)::integer)`;
}

/** A value of the type, as SQL in which `g` counts the rows. */
function sampleValue(table: Table, column: Column, model: Model, refersTo: string | null): string {
  const type = displayType(column.type);
  const labels = labelsOf(table, column);
  if (labels.length > 0) return `pg_temp.one(array[${labels.map(quoteLiteral).join(', ')}])`;
  if (column.type.dimensions === 1) {
    const element = sampleValue(table, { ...column, type: { ...column.type, dimensions: 0 } }, model, refersTo);
    return `array(select ${element} from generate_series(1, ${column.name === 'embedding' ? EMBEDDING_LENGTH : '1 + ((g * 7) % 5)'}))`;
  }
  const code = CODES[column.type.name];
  if (code !== undefined) return code;
  const pick = `floor(random() * random() * ${SPREAD_OF_REFERENCES})::integer`;
  switch (column.type.name) {
    case 'uuid':
      return refersTo === null ? 'gen_random_uuid()' : `md5(${quoteLiteral(refersTo)} || ${pick})::uuid`;
    case 'text':
    case 'citext':
    case 'character varying':
    case 'character':
      return textValue(column.name);
    case 'bytea':
      return /hash|fingerprint|_bidx/.test(column.name) ? 'pg_temp.b(32)' : 'pg_temp.b(40 + (random() * 60)::integer)';
    case 'jsonb':
    case 'json':
      return `jsonb_build_object('kind', pg_temp.k(6), 'count', g, 'text', pg_temp.w(${lengthOf(DOCUMENT.test(column.name) ? DOCUMENT_AVERAGE : 100)}))`;
    case 'timestamp with time zone':
      return `timestamptz '2026-01-01' + g * interval '37 seconds' + random() * interval '20 seconds'`;
    case 'date':
      return `date '2025-01-01' + (g % 500)`;
    case 'boolean':
      return 'random() < 0.5';
    case 'smallint':
      if (column.name === 'dimension') return String(EMBEDDING_LENGTH);
      return '1 + floor(random() * 5)::smallint';
    case 'integer':
      if (column.name === 'dimension') return String(EMBEDDING_LENGTH);
      return refersTo === null ? '1 + floor(random() * 1000)::integer' : `1 + ${pick}`;
    case 'bigint':
      return refersTo === null ? '1 + floor(random() * 100000)::bigint' : `1 + ${pick}`;
    case 'real':
    case 'double precision':
      return 'random()';
    case 'numeric':
      return `round(random()::numeric, ${column.type.args[1] ?? 2})`;
    case 'interval':
      return `(1 + g % 50) * interval '1 minute'`;
    case 'time without time zone':
      return `time '00:00' + (g % 1440) * interval '1 minute'`;
    case 'inet':
      return `('10.' || g % 250 || '.' || floor(random() * 250) || '.7')::inet`;
    case 'cidr':
      return `('10.' || g % 250 || '.' || floor(random() * 250) || '.0/24')::cidr`;
    case 'tsvector':
      return `to_tsvector('simple', pg_temp.w(20 + (random() * 300)::integer))`;
    case 'tstzrange':
      return `tstzrange(timestamptz '2026-01-01' + g * interval '3 hours', timestamptz '2026-01-01' + (g + 1) * interval '3 hours')`;
    case 'daterange':
      return `daterange(date '1990-01-01' + g, date '1990-01-01' + g + 1)`;
    case 'int4range':
      return 'int4range(g, g + 1)';
    case 'int8range':
      return 'int8range(g, g + 1)';
    case 'box':
      return 'box(point(random(), random()), point(random(), random()))';
    case 'pg_lsn':
      return `'0/1'::pg_lsn + g`;
    case 'xid8':
      return 'g::text::xid8';
    case 'ltree':
      return `pg_temp.k(5)::ltree || pg_temp.k(5)`;
    case 'name':
      return 'pg_temp.k(12)::name';
    default:
      throw new Error(`No sample for the type ${type} of ${table.name.name}.${column.name}`);
  }
}

function isMadeByDefault({ value, type }: Column): boolean {
  if (value.kind === 'identity' || value.kind === 'generated') return true;
  return value.kind === 'default' && type.name === 'uuid';
}

/** The time by which rolling partitions are cut stays within those that stand ready. */
function partitionTime({ storage }: Table, column: Column, rows: number): string | null {
  if (storage.kind !== 'partitioned' || storage.by !== 'range' || !storage.key.includes(column.name)) return null;
  if (storage.parts.kind !== 'rolling') return null;
  const { every, ahead } = storage.parts.rolling;
  const span = `interval ${quoteLiteral(intervalText(every))} * ${ahead}`;
  const base = column.type.name === 'date' ? 'current_date' : 'now()';
  const time = `${base} + (${span}) * (g % ${rows * 2} / ${rows * 2}.0) * 0.9`;
  return column.type.name === 'date' ? `(${time})::date` : time;
}

function referenceOf(table: Table, column: Column, info: TableInfo | undefined): string | null {
  for (const constraint of table.constraints) {
    if (constraint.kind === 'foreignKey' && constraint.columns.includes(column.name)) return constraint.target.name;
  }
  return info?.softReferences.get(column.name) ?? null;
}

/** At most `rows` rows; fewer where checks and unique keys leave fewer of the values tried. */
export function sampleRows(table: Table, info: TableInfo | undefined, model: Model, rows: number): string {
  const given = table.columns.filter((column) => !isMadeByDefault(column));
  const values = given.map((column) => {
    const value =
      partitionTime(table, column, rows) ?? sampleValue(table, column, model, referenceOf(table, column, info));
    const type =
      typeShape(column.type, model).size === null && column.type.name === 'text' ? '' : `::${typeText(column)}`;
    const typed = `(${value})${type}`;
    const nullable = column.nullable ? `case when random() >= ${NULL_SHARE} then ${typed} end` : typed;
    return `${nullable} as ${quoteIdent(column.name)}`;
  });
  const made = table.columns
    .filter((column) => isMadeByDefault(column))
    .map((column) => `null::${typeText(column)} as ${quoteIdent(column.name)}`);
  const checks = table.constraints.flatMap((one) => (one.kind === 'check' ? [`(${one.expr}) is not false`] : []));
  const names = given.map(({ name }) => quoteIdent(name)).join(', ');
  const target = `${quoteIdent(table.name.schema)}.${quoteIdent(table.name.name)}`;
  return [
    'select setseed(0.25);',
    `insert into ${target} (${names})`,
    `select ${names} from (select ${[...values, ...made].join(', ')} from generate_series(1, ${rows * 6}) g offset 0) s`,
    ...(checks.length === 0 ? [] : [`where ${checks.join(' and ')}`]),
    `limit ${rows} on conflict do nothing`,
  ].join('\n');
}

function typeText({ type }: Column): string {
  const args = type.args.length === 0 ? '' : `(${type.args.join(',')})`;
  const schema = type.schema === null ? '' : `${quoteIdent(type.schema)}.`;
  const name = type.schema === null ? type.name : quoteIdent(type.name);
  return `${schema}${name}${args}${type.dimensions === 1 ? '[]' : ''}`;
}

/**
 * How SQLite keeps each type of PostgreSQL. Tables are STRICT, so a column holds what it says; what STRICT cannot say, a
 * check does. There is one way of writing each value, so that `=`, `<`, keys and foreign keys mean what they mean in
 * PostgreSQL: a time in UTC with three digits after the second, a uuid in lower case.
 */
import { objectKey } from '../../model/keys.ts';
import type { DomainCheck, Model } from '../../model/model.ts';
import type { DataType } from '../../model/type.ts';
import { id, lit } from './quote.ts';

export type Storage = 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB';

/** What a stored value is to an expression. `opaque` is kept as it was given, and nothing is known of it but NULL. */
export type Form =
  | 'boolean'
  | 'integer'
  | 'real'
  | 'float4'
  | 'decimal'
  | 'text'
  | 'citext'
  | 'uuid'
  | 'bytes'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'local'
  | 'json'
  | 'list'
  | 'opaque';

export interface StoredType {
  readonly storage: Storage;
  readonly form: Form;
  /** The condition that a value of this type meets; `null` when STRICT says it all. */
  readonly check: ((column: string) => string) | null;
  /** Those of its domains, the innermost first. */
  readonly domainChecks: readonly DomainCheck[];
  /** What an array is of. */
  readonly element: StoredType | null;
}

interface TypeRule {
  readonly names: readonly string[];
  readonly storage: Storage;
  readonly form: Form;
  readonly check: StoredType['check'];
  /** For people: what a value looks like, and what is not as in PostgreSQL. */
  readonly words: string;
}

/** How a time is written. Format of strftime(). */
export const TIME_FORMAT = '%Y-%m-%dT%H:%M:%fZ';
export const LOCAL_FORMAT = '%Y-%m-%dT%H:%M:%f';

// A modifier makes SQLite count the day anew: without one, the 30th of February passes.
const roundTrip = (format: string) => (column: string) => `strftime('${format}', ${column}, '+0 days') is ${column}`;
const between = (low: string, high: string) => (column: string) => `${column} between ${low} and ${high}`;

export const TYPE_RULES: readonly TypeRule[] = [
  {
    names: ['boolean'],
    storage: 'INTEGER',
    form: 'boolean',
    check: (column) => `${column} in (0, 1)`,
    words: '0 or 1',
  },
  {
    names: ['smallint'],
    storage: 'INTEGER',
    form: 'integer',
    check: between('-32768', '32767'),
    words: 'range checked',
  },
  {
    names: ['integer'],
    storage: 'INTEGER',
    form: 'integer',
    check: between('-2147483648', '2147483647'),
    words: 'range checked',
  },
  {
    names: ['bigint'],
    storage: 'INTEGER',
    form: 'integer',
    check: null,
    words: '64 bits in both; amounts of money are these',
  },
  { names: ['double precision'], storage: 'REAL', form: 'real', check: null, words: 'the same; NaN becomes NULL' },
  { names: ['real'], storage: 'REAL', form: 'float4', check: null, words: 'with more digits than PostgreSQL keeps' },
  {
    names: ['numeric'],
    storage: 'REAL',
    form: 'decimal',
    check: null,
    words: '15 digits, and neither rounded nor limited to its scale',
  },
  {
    names: ['text', 'character varying', 'name', '"char"'],
    storage: 'TEXT',
    form: 'text',
    check: null,
    words: 'the same',
  },
  {
    names: ['citext'],
    storage: 'TEXT',
    form: 'citext',
    check: null,
    words: '`collate nocase`: only A to Z have no case',
  },
  {
    names: ['uuid'],
    storage: 'TEXT',
    form: 'uuid',
    check: (column) => `length(${column}) = 36 and ${column} not glob '*[^-0-9a-f]*'`,
    words: '36 characters, in lower case',
  },
  { names: ['bytea'], storage: 'BLOB', form: 'bytes', check: null, words: 'the same' },
  {
    names: ['timestamp with time zone'],
    storage: 'TEXT',
    form: 'timestamp',
    check: roundTrip(TIME_FORMAT),
    words:
      '`2026-01-31T23:59:59.000Z`: always UTC, always three digits, what `toISOString()` of JavaScript gives; no infinity',
  },
  {
    names: ['timestamp without time zone'],
    storage: 'TEXT',
    form: 'local',
    check: roundTrip(LOCAL_FORMAT),
    words: '`2026-01-31T23:59:59.000`',
  },
  { names: ['date'], storage: 'TEXT', form: 'date', check: roundTrip('%Y-%m-%d'), words: '`2026-01-31`; no infinity' },
  {
    names: ['time without time zone'],
    storage: 'TEXT',
    form: 'time',
    check: (column) => `strftime('%H:%M:%S', ${column}) is ${column}`,
    words: '`23:59:59`, in whole seconds',
  },
  {
    names: ['jsonb', 'json'],
    storage: 'TEXT',
    form: 'json',
    // Of NULL, json_valid() makes NULL since 3.45 only, and false before.
    check: (column) => `${column} is null or json_valid(${column})`,
    words: 'JSON as it was given; order and spaces count when two are compared',
  },
  {
    names: ['interval'],
    storage: 'TEXT',
    form: 'opaque',
    check: null,
    words: 'as it was given (`1 day`); SQLite does not reckon with it',
  },
  {
    names: ['int4range', 'int8range', 'numrange', 'daterange', 'tstzrange', 'tsrange'],
    storage: 'TEXT',
    form: 'opaque',
    check: null,
    words: 'as PostgreSQL prints it (`[1,10)`); SQLite knows nothing of its bounds',
  },
  {
    names: [
      'inet',
      'cidr',
      'ltree',
      'tsvector',
      'vector',
      'geography',
      'geometry',
      'box',
      'point',
      'pg_lsn',
      'xid8',
      'every other',
    ],
    storage: 'TEXT',
    form: 'opaque',
    check: null,
    words: 'as it was given; SQLite knows nothing of it',
  },
];

const RULES = new Map(TYPE_RULES.flatMap((rule) => rule.names.map((name) => [name, rule] as const)));

function ruleOf(name: string): TypeRule {
  const rule = RULES.get(name) ?? RULES.get('every other');
  if (rule === undefined) throw new Error(`No rule for ${name}`);
  return rule;
}

/** A list is a JSON array; `array` of the list's own type is not checked, elements are what the application puts there. */
const LIST: Omit<StoredType, 'element'> = {
  storage: 'TEXT',
  form: 'list',
  check: (column) => `json_type(${column}) = 'array'`,
  domainChecks: [],
};

export function storedType(type: DataType, model: Model): StoredType {
  if (type.dimensions === 1) return { ...LIST, element: storedType({ ...type, dimensions: 0 }, model) };
  if (type.schema !== null) {
    const name = { schema: type.schema, name: type.name };
    const domain = model.objects.get(objectKey('domain', name));
    if (domain?.kind === 'domain') {
      const below = storedType(domain.type, model);
      return { ...below, domainChecks: [...below.domainChecks, ...domain.checks] };
    }
    const found = model.objects.get(objectKey('enum', name));
    if (found?.kind === 'enum') {
      const labels = found.values.map(({ label }) => lit(label)).join(', ');
      // Their order is not that of their names: `opaque` lets nothing compare them by `<`, and text lets `=`.
      return {
        storage: 'TEXT',
        form: 'text',
        check: (column) => `${column} in (${labels})`,
        domainChecks: [],
        element: null,
      };
    }
  }
  const { storage, form, check } = ruleOf(type.name);
  const [length] = type.args;
  const isLimited = form === 'text' && length !== undefined && /^\d+$/.test(length);
  return {
    storage,
    form,
    check: isLimited ? (column) => `length(${column}) <= ${length}` : check,
    domainChecks: [],
    element: null,
  };
}

/** `"slug" TEXT collate nocase`, as a column definition starts. */
export function columnHead(name: string, type: StoredType): string {
  return `${id(name)} ${type.storage}${type.form === 'citext' ? ' collate nocase' : ''}`;
}

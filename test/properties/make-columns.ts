/** Columns of a generated table. A name keeps to types that PostgreSQL casts into each other without being told how. */
import type { Column, ColumnValue, DomainDef, EnumDef, FunctionDef, SequenceDef } from '../../src/model/model.ts';
import type { Ident, QName } from '../../src/model/name.ts';
import { qname } from '../../src/model/name.ts';
import type { DataType } from '../../src/model/type.ts';
import { quoteLiteral } from '../../src/text/quote.ts';
import { bySlot, type Choices, type Part } from './choices.ts';
import { familyOf, generatedExpression } from './make-expressions.ts';
import { hasFunction, NEXT } from './make-functions.ts';
import { builtIn, DOMAIN_NAMES, ENUM_NAMES, sequenceOptions } from './make-types.ts';
import { columnName, comment, SCHEMA, sqlName } from './names.ts';

export interface Types {
  readonly enums: readonly EnumDef[];
  readonly domains: readonly DomainDef[];
  readonly sequences: readonly SequenceDef[];
  readonly functions: readonly FunctionDef[];
  readonly major: number;
}

function typeOf(name: QName, dimensions: 0 | 1 = 0): DataType {
  return { ...name, args: [], dimensions };
}

type TypeChoice = (c: Choices, types: Types) => DataType | null;

function domainType(types: Types, name: string): DataType | null {
  const found = types.domains.find((domain) => domain.name.name === name);
  return found === undefined ? null : typeOf(found.name);
}

const number: TypeChoice = (c, types) =>
  c.of(
    builtIn('integer'),
    builtIn('bigint'),
    builtIn('integer'),
    builtIn('bigint'),
    builtIn('smallint'),
    builtIn('numeric', ['12', '2']),
    builtIn('double precision'),
    domainType(types, DOMAIN_NAMES[0]),
  );

const text: TypeChoice = (c, types) =>
  c.of(
    builtIn('text'),
    builtIn('text'),
    builtIn('character varying', ['20']),
    builtIn('character varying', ['40']),
    builtIn('character', ['3']),
    { schema: 'public', name: 'citext', args: [], dimensions: 0 },
    domainType(types, DOMAIN_NAMES[1]),
  );

const time: TypeChoice = (c) =>
  c.of(builtIn('timestamp with time zone'), builtIn('date'), builtIn('timestamp without time zone'));

const only =
  (type: DataType, ...others: readonly DataType[]): TypeChoice =>
  (c) =>
    c.of(type, ...others);

const enumOf =
  (name: string, dimensions: 0 | 1): TypeChoice =>
  (_c, types) => {
    const found = types.enums.find((one) => one.name.name === name);
    return found === undefined ? null : typeOf(found.name, dimensions);
  };

/** Enum and its array are not cast into each other, so each has its own name. */
const COLUMNS: readonly (readonly [names: readonly [Ident, Ident], type: TypeChoice])[] = [
  [['id', 'Id'], number],
  [['n', 'Größe'], number],
  [['select', 'total'], number],
  [['s', 'Weird "Name"'], text],
  [['name', "'; drop"], text],
  [['at', 'happened_at'], time],
  [['value', 'user'], time],
  [['u', 'uuid'], only(builtIn('uuid'))],
  [['flag', 'is_on'], only(builtIn('boolean'))],
  [['data', 'json'], only(builtIn('jsonb'))],
  [['tags', 'labels'], only(builtIn('text', [], 1), builtIn('character varying', ['20'], 1))],
  [['mood', 'feeling'], enumOf(ENUM_NAMES[0], 0)],
  [['moods', 'feelings'], enumOf(ENUM_NAMES[1], 1)],
  [['r', 'range'], only(builtIn('int4range'))],
  [['during', 'period'], only(builtIn('tstzrange'))],
  [['ip', 'address'], only(builtIn('inet'), builtIn('cidr'))],
  [['words', 'search'], only(builtIn('tsvector'))],
  [['p', 'place'], only(builtIn('point'))],
  [['raw', 'bytes'], only(builtIn('bytea'))],
  [['lasts', 'interval'], only(builtIn('interval'))],
];

/** The first ones are the commonest: keys and references need them. */
const SLOTS: readonly number[] = [...COLUMNS.map((_, at) => at), 0, 0, 1, 1, 2, 3, 3, 4, 5];

function numberDefault(c: Choices, types: Types): string {
  const sequence = c.pick(types.sequences);
  if (sequence !== null && c.once(3)) return `nextval(${quoteLiteral(sqlName(sequence.name))}::regclass)`;
  if (hasFunction(types.functions, NEXT) && c.once(3)) return `${sqlName(qname(SCHEMA, NEXT))}()`;
  return c.of('0', '1', '-1', '2 + 3');
}

function defaultOf(type: DataType, c: Choices, types: Types): string {
  if (type.dimensions === 1) return c.of("'{}'", 'null');
  switch (familyOf(type)) {
    case 'number':
      return numberDefault(c, types);
    case 'text':
      return c.of("'a'", "''''", "upper('b')", 'null');
    case 'time':
      return c.of('now()', 'current_date', "'2024-02-29'");
    case 'boolean':
      return c.of('false', 'true');
    case 'json':
      return c.of("'{}'", "'[1, 2]'::jsonb");
    case 'other':
      return otherDefault(type, types);
  }
}

function otherDefault(type: DataType, types: Types): string {
  if (type.schema !== null) {
    const [first] = types.enums.find(({ name }) => name.name === type.name)?.values ?? [];
    return first === undefined ? 'null' : quoteLiteral(first.label);
  }
  switch (type.name) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'int4range':
      return "'[1,5)'";
    case 'interval':
      return "interval '1 day'";
    default:
      return 'null';
  }
}

function identityType(type: DataType): 'smallint' | 'integer' | 'bigint' | null {
  return type.name === 'smallint' || type.name === 'integer' || type.name === 'bigint' ? type.name : null;
}

const NONE: ColumnValue = { kind: 'none' };

function valueFor(
  type: DataType,
  c: Choices,
  types: Types,
  isPartitioned: boolean,
  before: readonly Column[],
): ColumnValue {
  const kind = c.of('none', 'none', 'default', 'default', 'generated', 'identity');
  if (kind === 'default') return { kind, expr: defaultOf(type, c, types) };
  if (kind === 'identity') {
    const of = identityType(type);
    if (of === null || (isPartitioned && types.major < 17)) return NONE;
    return { kind, mode: c.of('always', 'by default'), options: sequenceOptions(of, c) };
  }
  if (kind === 'generated') return generatedValue(type, c, types, before);
  return NONE;
}

function generatedValue(type: DataType, c: Choices, types: Types, before: readonly Column[]): ColumnValue {
  const family = familyOf(type);
  // A domain or citext column has conditions and casts of its own, which a virtual column may not use.
  const wantsStored = types.major < 18 || type.schema !== null || !c.once(3);
  if (family !== 'number' && family !== 'text') return NONE;
  const usable = wantsStored ? before : before.filter((column) => column.type.schema === null);
  const functions = wantsStored ? types.functions : [];
  const expr = generatedExpression(family, c, { columns: usable, functions, prefix: '' });
  return expr === null ? NONE : { kind: 'generated', expr, stored: wantsStored };
}

export function makeColumns(parts: readonly Part[], types: Types, isPartitioned: boolean): readonly Column[] {
  const columns: Column[] = [];
  const commonest = parts.map(([slot = 0, ...rest]) => [SLOTS[slot % SLOTS.length] ?? 0, ...rest]);
  for (const [slot, c] of bySlot(commonest, COLUMNS.length)) {
    const [names, choose] = COLUMNS[slot] ?? [];
    const type = choose?.(c, types) ?? null;
    if (names === undefined || type === null) continue;
    const value = valueFor(type, c, types, isPartitioned, columns);
    const collatable = type.dimensions === 0 && familyOf(type) === 'text' && type.schema === null;
    columns.push({
      ...columnName(names, c),
      type,
      value,
      nullable: value.kind !== 'identity' && !c.once(3),
      collation: collatable && c.once(6) ? qname('pg_catalog', 'C') : null,
      comment: comment(c),
    });
  }
  return columns.length > 0 ? columns : [PLAIN];
}

const PLAIN: Column = {
  name: 'id',
  renamedFrom: 'Id',
  type: builtIn('integer'),
  nullable: true,
  value: NONE,
  collation: null,
  comment: null,
};

/**
 * How PostgreSQL lays out a value of a type: `typlen`, `typalign` and `typstorage` of pg_type on a 64-bit server, and whether
 * its btree operator class lets equal keys be stored once (`equalimage`, PostgreSQL 13).
 */
import { baseType } from '../check/lookup.ts';
import { objectKey } from '../model/keys.ts';
import type { Model } from '../model/model.ts';
import { type DataType, isBuiltIn } from '../model/type.ts';

export interface TypeShape {
  /** Bytes of a value, `null` when values have a length of their own. */
  readonly size: number | null;
  readonly align: Alignment;
  /** Whether a value may be compressed and moved out of its row. */
  readonly toast: 'plain' | 'main' | 'extended';
  /** Most bytes of a value of limited length, `null` without a limit or for a fixed size. */
  readonly most: number | null;
  readonly deduplicates: boolean;
}

export type Alignment = 1 | 2 | 4 | 8;

function fixed(size: number, align: Alignment, deduplicates = true): TypeShape {
  return { size, align, toast: 'plain', most: null, deduplicates };
}

function varlena(
  align: 4 | 8,
  toast: 'main' | 'extended',
  deduplicates: boolean,
  most: number | null = null,
): TypeShape {
  return { size: null, align, toast, most, deduplicates };
}

const FIXED: Readonly<Record<string, TypeShape>> = {
  boolean: fixed(1, 1),
  '"char"': fixed(1, 1),
  smallint: fixed(2, 2),
  integer: fixed(4, 4),
  bigint: fixed(8, 8),
  real: fixed(4, 4, false),
  'double precision': fixed(8, 8, false),
  money: fixed(8, 8),
  date: fixed(4, 4),
  'time without time zone': fixed(8, 8),
  'time with time zone': fixed(12, 8),
  'timestamp without time zone': fixed(8, 8),
  'timestamp with time zone': fixed(8, 8),
  interval: fixed(16, 8, false),
  uuid: fixed(16, 1),
  name: fixed(64, 1),
  oid: fixed(4, 4),
  xid: fixed(4, 4),
  xid8: fixed(8, 8),
  cid: fixed(4, 4),
  tid: fixed(6, 2),
  pg_lsn: fixed(8, 8),
  macaddr: fixed(6, 4),
  macaddr8: fixed(8, 4),
  point: fixed(16, 8, false),
  line: fixed(24, 8, false),
  lseg: fixed(32, 8, false),
  box: fixed(32, 8, false),
  circle: fixed(24, 8, false),
};

const EIGHT_ALIGNED: ReadonlySet<string> = new Set([
  'int8range',
  'tsrange',
  'tstzrange',
  'int8multirange',
  'tsmultirange',
  'tstzmultirange',
  'path',
  'polygon',
]);

const DEDUPLICATED: ReadonlySet<string> = new Set([
  'text',
  'character varying',
  'character',
  'bytea',
  'bit',
  'bit varying',
]);

/** Bytes of a character with a declared length, in UTF-8 at its widest, as PostgreSQL reckons. */
function mostOf({ name, args }: DataType): number | null {
  const [length, scale] = args.map(Number);
  if (length === undefined) return null;
  switch (name) {
    case 'character varying':
    case 'character':
      return length * 4 + 4;
    case 'numeric':
      return Math.ceil((length + (scale ?? 0)) / 4) * 2 + 12;
    default:
      return null;
  }
}

/** @returns the layout; of a type it does not know, that of a text */
export function typeShape(type: DataType, model: Model): TypeShape {
  const base = { ...baseType(model, { ...type, dimensions: 0 }), dimensions: type.dimensions };
  const element = FIXED[base.name];
  if (base.dimensions === 1) return varlena(element?.align === 8 ? 8 : 4, 'extended', false);
  if (!isBuiltIn(base)) {
    const isEnum =
      base.schema !== null && model.objects.has(objectKey('enum', { schema: base.schema, name: base.name }));
    return isEnum ? fixed(4, 4) : varlena(4, 'extended', false);
  }
  if (element !== undefined) return element;
  if (base.name === 'numeric') return varlena(4, 'main', false, mostOf(base));
  if (base.name === 'inet' || base.name === 'cidr') return varlena(4, 'main', true);
  return varlena(EIGHT_ALIGNED.has(base.name) ? 8 : 4, 'extended', DEDUPLICATED.has(base.name), mostOf(base));
}

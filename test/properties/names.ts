/** Names that the generated Models use, many of them hostile. A slot has two, and each is the former name of the other. */
import type { Ident, QName } from '../../src/model/name.ts';
import { qname } from '../../src/model/name.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import type { Choices } from './choices.ts';

export const SCHEMA = 'prop';
export const OTHER_SCHEMA = 'Prop "two"';
export const PARTITIONS_SCHEMA = 'prop_parts';
export const ALL_SCHEMAS: readonly string[] = [SCHEMA, OTHER_SCHEMA, PARTITIONS_SCHEMA];

/** Made before any test: roles belong to the whole server. */
export const ROLES: readonly string[] = ['prop_reader', 'prop "writer" rölé'];

const LONG = 'a_name_of_sixty_three_bytes_which_is_the_most_that_postgres_kee';

type Names = readonly [Ident, Ident];

const TABLES: readonly (readonly [QName, QName])[] = [
  [qname(SCHEMA, 'items'), qname(SCHEMA, 'Weird "Table"')],
  [qname(SCHEMA, 'select'), qname(SCHEMA, 'shared')],
  [qname(OTHER_SCHEMA, 'items'), qname(OTHER_SCHEMA, "'; drop")],
  [qname(SCHEMA, LONG), qname(OTHER_SCHEMA, 'ünï tâble')],
];

const VIEWS: readonly Names[] = [
  ['view0', 'shared'],
  ['View "1"', 'view1'],
  ['user', `v${LONG.slice(1)}`],
];

const SEQUENCES: readonly Names[] = [
  ['numbers', 'shared'],
  ['Seq "1"', 'order'],
];

export const TABLE_SLOTS = TABLES.length;
export const VIEW_SLOTS = VIEWS.length;
export const SEQUENCE_SLOTS = SEQUENCES.length;

interface Renamed<T> {
  readonly name: T;
  readonly renamedFrom: T | null;
}

function chosen<T>(names: readonly [T, T], isOther: boolean): Renamed<T> {
  return isOther ? { name: names[1], renamedFrom: names[0] } : { name: names[0], renamedFrom: names[1] };
}

export function tableName(slot: number, c: Choices): Renamed<QName> {
  const names = TABLES[slot % TABLE_SLOTS];
  if (names === undefined) throw new Error(`No table has the slot ${slot}`);
  return chosen(names, c.once(6));
}

export function viewName(slot: number, c: Choices): QName {
  return qname(SCHEMA, VIEWS[slot]?.[c.once(6) ? 1 : 0] ?? 'view');
}

export function sequenceName(slot: number, c: Choices): QName {
  return qname(SCHEMA, SEQUENCES[slot]?.[c.once(6) ? 1 : 0] ?? 'sequence');
}

export function columnName(names: Names, c: Choices): Renamed<Ident> {
  return chosen(names, c.once(8));
}

/** Of a constraint or index: as derived, or one of two of its own. */
export function partName(derived: Ident, own: Ident, c: Choices): Renamed<Ident> {
  switch (c.of('derived', 'derived', 'own', 'other')) {
    case 'own':
      return chosen([own, `Other "${own}"`], false);
    case 'other':
      return chosen([own, `Other "${own}"`], true);
    default:
      return { name: derived, renamedFrom: null };
  }
}

export function comment(c: Choices): string | null {
  return c.of(null, null, null, 'Plain', 'It\'s "quoted" \\ ünï; -- $fn$');
}

export function sqlName(name: QName): string {
  return `${quoteIdent(name.schema)}.${quoteIdent(name.name)}`;
}

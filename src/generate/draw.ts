/** What a source of values is given, and what it has to know of its column. */
import type { Facts } from './facts.ts';
import type { Random } from './random.ts';
import type { Value, ValueType } from './value.ts';

/** What the values of one row have in common. */
export interface Draw {
  readonly random: Random;
  /** The moment that the row is about. */
  readonly time: number;
  /** Counts the rows that were tried, so that what must differ differs. */
  readonly number: number;
}

export type Source = (draw: Draw) => Value;

export interface ColumnTraits {
  readonly name: string;
  readonly type: ValueType;
  /** Name of the column's domain, empty when it has none. */
  readonly domain: string;
  /** Name of the type below domains: `smallint`, `ltree`. */
  readonly typeName: string;
  /** Digits of a numeric: whole and after the point. */
  readonly numeric: { readonly precision: number; readonly scale: number } | null;
  readonly facts: Facts;
  /** Part of a key, so that values should differ. */
  readonly isKey: boolean;
  /** The present, as the generator sees it. */
  readonly now: number;
}

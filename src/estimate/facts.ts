/**
 * What the arithmetic of sizes needs to know about the rows of a table. `assumed-facts.ts` makes it from a spec; statistics
 * of a live database fill in the same, so that one calculation serves both and can be checked by itself.
 */
import type { Ident } from '../model/name.ts';

export interface ColumnFacts {
  /** From 0 (never null) to 1. */
  readonly nullShare: number;
  /** Average bytes of a value that is not null, without its length word. Types of a fixed size ignore it. */
  readonly width: number;
  /** Whether values differ much in width, as texts of people do, or hardly, as hashes. */
  readonly spread: 'even' | 'varied';
  /** Bytes left of a byte when PostgreSQL compresses the value, which it does only in rows that are too wide. */
  readonly compressed: number;
}

export interface IndexFacts {
  /** Rows that are in the index, from 0 to 1: below 1 for a partial index. */
  readonly share: number;
  /** Different keys for each row in the index: 1 when no key comes twice. */
  readonly distinct: number;
  /** How rows come in the order of the index, which decides how full its pages become. */
  readonly order: InsertOrder;
  /** Average bytes of each key that is an expression, in order; columns are known already. */
  readonly expressionWidths: readonly number[];
  /** Only of a GIN index. */
  readonly entries: EntryFacts | null;
}

/**
 * `ascending`: at the end, as with a time or an identity. `descending`: at the front, as with a time in an index that says
 * `desc` first.
 */
export type InsertOrder = 'ascending' | 'descending' | 'any';

/** What GIN takes a value apart into: words of a text, elements of an array. */
export interface EntryFacts {
  /** Entries of a row. */
  readonly each: number;
  /** Different entries in one relation, partitions counted one by one. */
  readonly distinct: number;
  /** Average bytes, with the length where there is one. */
  readonly width: number;
}

/** Over how many relations the rows of a table spread evenly. */
export interface Layout {
  /** Partitions or chunks with rows; 1 for a plain table. */
  readonly filled: number;
  /** Partitions that stand ready and are empty. */
  readonly empty: number;
  /** Share of `filled` that TimescaleDB has compressed. */
  readonly compressedShare: number;
}

export interface TableFacts {
  readonly rows: number;
  readonly layout: Layout;
  /** Every column. */
  readonly columns: ReadonlyMap<Ident, ColumnFacts>;
  /** Every index, those behind constraints as well. */
  readonly indexes: ReadonlyMap<Ident, IndexFacts>;
}

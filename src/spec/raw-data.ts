/** Documents of reference data as types, as `raw.ts` has those of objects. */

/** A scalar, a list for an array, anything for jsonb, `{ sql: … }`, or `{ find: table, column: value, … }`. */
export type RawDataValue =
  | string
  | number
  | boolean
  | null
  | readonly RawDataValue[]
  | { readonly [key: string]: RawDataValue };

export interface RawData {
  data: string;
  schema?: string;
  comment: string;
  /** Default: the primary key. */
  key?: string[];
  /** Default: update. */
  mode?: 'update' | 'add';
  /** Values of rows that do not give their own. */
  defaults?: Record<string, RawDataValue>;
  rows: Record<string, RawDataValue>[];
}

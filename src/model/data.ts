/**
 * Reference data: rows that belong to the schema, such as currencies and roles. They stand beside the Model and are never
 * compared with it: a database may hold more rows, and other values where the specs only add.
 */
import type { Span } from '../text/source.ts';
import type { Expr } from './model.ts';
import type { Ident, QName } from './name.ts';
import type { DataType } from './type.ts';

/** `update`: what the specs say is put back at each run; `add`: rows that are missing are added, and no other is touched. */
export type DataMode = 'update' | 'add';

export interface TableData {
  readonly table: QName;
  readonly comment: string;
  /** Columns by which a row is found again: a primary key, a unique constraint, or a unique index of columns alone. */
  readonly key: readonly Ident[];
  readonly mode: DataMode;
  /** In the order of the table; each row has a cell for each. */
  readonly columns: readonly DataColumn[];
  /** Columns of the key that the server computes from the others: the statements compute them as well. */
  readonly computed: readonly { readonly name: Ident; readonly expr: Expr }[];
  /** A row comes after the rows of the same table that it finds. */
  readonly rows: readonly DataRow[];
  /** The table's name in the document. */
  readonly span: Span;
}

export interface DataColumn {
  readonly name: Ident;
  readonly type: DataType;
}

export interface DataRow {
  readonly cells: readonly DataCell[];
  /** 0, or one more than that of the highest row of the same table that it finds: rows of one step can go in together. */
  readonly step: number;
  readonly span: Span;
}

export type DataCell =
  | { readonly kind: 'null' }
  | DataConstant
  | { readonly kind: 'sql'; readonly expr: Expr }
  | DataFind;

/** `text` is what the type's input takes, in one form for equal values; numbers and booleans stand bare in SQL. */
export interface DataConstant {
  readonly kind: 'constant';
  readonly text: string;
  readonly bare: boolean;
}

/** The primary key of the row of another table (or the same one) that has these values. */
export interface DataFind {
  readonly kind: 'find';
  readonly table: QName;
  /** Its primary key. */
  readonly column: Ident;
  /** Columns of a unique key, none of them NULL. */
  readonly where: readonly { readonly column: Ident; readonly cell: DataCell }[];
}

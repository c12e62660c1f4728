/** The columns of tables, as expressions see them. */
import type { Column, Model, Table } from '../../model/model.ts';
import type { Scope } from './expression.ts';
import { atom, type Piece } from './piece.ts';
import { id } from './quote.ts';
import { storedType } from './stored-type.ts';

/** @param qualifier as it stands in the SQL: an alias, `new`; `null` for the bare name */
export function columnPiece(column: Column, qualifier: string | null, model: Model, isOptional = false): Piece {
  const type = storedType(column.type, model);
  const name = id(column.name);
  return atom(qualifier === null ? name : `${qualifier}.${name}`, type.form, isOptional || isNullable(column), {
    type,
  });
}

/** A generated column that is not computed stays NULL. */
function isNullable(column: Column): boolean {
  return column.nullable || column.value.kind === 'generated';
}

export function columnOf(table: Table, name: string): Column | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

/** Of one table: its columns by their names, with or without its own. */
export function tableScope(table: Table, model: Model): Scope {
  return {
    model,
    isNowKnown: false,
    areListsOpen: false,
    exists: null,
    column: (parts) => {
      const [name = '', ...before] = [...parts].reverse();
      const isOwn = before.length === 0 || (before.length === 1 && before[0] === table.name.name);
      const column = isOwn ? columnOf(table, name) : null;
      return column === null ? null : columnPiece(column, null, model);
    },
  };
}

export interface Source {
  /** As expressions call it. */
  readonly name: string;
  /** As the SQL is to call it. */
  readonly sql: string;
  readonly table: Table;
  /** On the side of an outer join that may be missing. */
  readonly isOptional: boolean;
}

/** Of several tables: a bare name is that of the one that has it. */
export function sourcesScope(sources: readonly Source[], model: Model, exists: Scope['exists']): Scope {
  return {
    model,
    isNowKnown: true,
    areListsOpen: true,
    exists,
    column: (parts) => {
      const [name = '', source, ...more] = [...parts].reverse();
      if (more.length > 0) return null;
      const found = sources.flatMap((one) => {
        const column = source === undefined || source === one.name ? columnOf(one.table, name) : null;
        return column === null ? [] : [columnPiece(column, one.sql, model, one.isOptional)];
      });
      return found.length === 1 ? (found[0] ?? null) : null;
    },
  };
}

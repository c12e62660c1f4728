/** Column definitions and the ALTER COLUMN forms. */
import type { Column, ColumnValue } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { catchUp, identityOptions, setIdentityOptions } from './sequence.ts';
import { EMPTY, id, join, lit, qualified, raw, type Sql, sql } from './text.ts';
import { typeSql } from './type.ts';

function valueClause(value: ColumnValue): Sql {
  switch (value.kind) {
    case 'none':
      return EMPTY;
    case 'default':
      return sql`default ${raw(value.expr)}`;
    case 'generated':
      return sql`generated always as (${raw(value.expr)}) ${raw(value.stored ? 'stored' : 'virtual')}`;
    case 'identity':
      return sql`generated ${raw(value.mode)} as identity${identityOptions(value.options)}`;
  }
}

/** `name type collate … default … not null`, as inside CREATE TABLE and after ADD COLUMN. */
export function columnDefinition(column: Column): Sql {
  return join(
    [
      id(column.name),
      typeSql(column.type),
      column.collation === null ? EMPTY : sql`collate ${qualified(column.collation)}`,
      valueClause(column.value),
      column.nullable ? EMPTY : raw('not null'),
    ],
    ' ',
  );
}

function alterColumn(table: QName, column: Ident, action: Sql): Sql {
  return sql`alter table ${qualified(table)} alter column ${id(column)} ${action}`;
}

/**
 * A type change goes by the assignment cast; PostgreSQL refuses where there is none. The default steps aside, since it
 * may not cast, and the wanted one is set after.
 */
export function alterColumnType(table: QName, from: Column, to: Column): readonly Sql[] {
  const collation = to.collation === null ? EMPTY : sql` collate ${qualified(to.collation)}`;
  return [
    ...(from.value.kind === 'default' ? setColumnValue(table, to.name, from.value, { kind: 'none' }) : []),
    alterColumn(table, to.name, sql`type ${typeSql(to.type)}${collation}`),
    ...(to.value.kind === 'default' ? setColumnValue(table, to.name, { kind: 'none' }, to.value) : []),
  ];
}

export function setColumnNullable(table: QName, column: Ident, nullable: boolean): Sql {
  return alterColumn(table, column, raw(nullable ? 'drop not null' : 'set not null'));
}

function dropValue(table: QName, column: Ident, from: ColumnValue): readonly Sql[] {
  switch (from.kind) {
    case 'none':
      return [];
    case 'default':
      return [alterColumn(table, column, raw('drop default'))];
    case 'identity':
      return [alterColumn(table, column, raw('drop identity'))];
    case 'generated':
      return [alterColumn(table, column, raw('drop expression'))];
  }
}

/**
 * Moves a column from one source of values to another.
 *
 * @throws for a generated target: PostgreSQL before 17 cannot make a plain column generated, so `diff` replaces the column.
 */
export function setColumnValue(table: QName, column: Ident, from: ColumnValue, to: ColumnValue): readonly Sql[] {
  switch (to.kind) {
    case 'none':
      return dropValue(table, column, from);
    case 'default':
      return [
        ...(from.kind === 'default' ? [] : dropValue(table, column, from)),
        alterColumn(table, column, sql`set default ${raw(to.expr)}`),
      ];
    case 'identity': {
      if (from.kind !== 'identity') {
        const identity = alterColumn(table, column, sql`add ${valueClause(to)}`);
        return [...dropValue(table, column, from), identity, restartAfterRows(table, column)];
      }
      const mode = from.mode === to.mode ? EMPTY : sql`set generated ${raw(to.mode)}`;
      return [
        ...catchUp(sql`${sequenceOf(table, column)}::regclass`, from.options, to.options),
        alterColumn(table, column, join([mode, setIdentityOptions(from.options, to.options)], ' ')),
      ];
    }
    case 'generated':
      throw new Error(`Column ${column} cannot be made generated in place`);
  }
}

function sequenceOf(table: QName, column: Ident): Sql {
  return sql`pg_get_serial_sequence(${lit(qualified(table))}, ${lit(column)})`;
}

/** A new identity on rows must start after them; on an empty table it starts where it was told to. */
function restartAfterRows(table: QName, column: Ident): Sql {
  return sql`select setval(${sequenceOf(table, column)}, max(${id(column)})) from ${qualified(table)} having max(${id(column)}) is not null`;
}

/** Columns of one table. */
import { isDeepStrictEqual } from 'node:util';
import type { Column, ColumnValue } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { sameType } from '../model/type.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { matchByName } from './keyed.ts';

export function retyped(from: Column, to: Column): boolean {
  return !sameType(from.type, to.type) || !isDeepStrictEqual(from.collation, to.collation);
}

const NONE: ColumnValue = { kind: 'none' };

function setValue(table: QName, column: Column, from: ColumnValue, to: ColumnValue): Change {
  return { kind: 'setColumnValue', table, column: column.name, from, to };
}

function hasPlainValue(value: ColumnValue): boolean {
  return value.kind === 'none' || value.kind === 'default';
}

const FACETS: Facets<Column, QName> = {
  name: noChange,
  renamedFrom: noChange,
  type: (from, to, table): readonly Change[] =>
    retyped(from, to) ? [{ kind: 'alterColumnType', table, from, to }] : [],
  // With the type, in one statement.
  collation: (from, to, table): readonly Change[] =>
    sameType(from.type, to.type) ? [{ kind: 'alterColumnType', table, from, to }] : [],
  nullable: (_from, to, table): readonly Change[] => [
    { kind: 'setColumnNullable', table, column: to.name, nullable: to.nullable },
  ],
  value: (from, to, table): readonly Change[] => {
    if (!retyped(from, to) || from.value.kind === to.value.kind) {
      // A type change carries the default along.
      return retyped(from, to) && hasPlainValue(to.value) ? [] : [setValue(table, to, from.value, to.value)];
    }
    // What the old type stands for goes before it, what the new one stands for comes after.
    return [
      ...(hasPlainValue(from.value) ? [] : [setValue(table, to, from.value, NONE)]),
      ...(hasPlainValue(to.value) ? [] : [setValue(table, to, NONE, to.value)]),
    ];
  },
  comment: (from, to, table) => diffComment({ kind: 'column', table, name: to.name }, from.comment, to.comment),
};

/** A column becomes generated, or computes something else, only by being made anew: PostgreSQL before 17 has no other way. */
function mustBeMadeAnew(from: Column, to: Column): boolean {
  // A virtual column holds no values to go on with.
  if (from.value.kind === 'generated' && !from.value.stored && to.value.kind !== 'generated') return true;
  return to.value.kind === 'generated' && (!isDeepStrictEqual(from.value, to.value) || retyped(from, to));
}

export function addedColumn(table: QName, column: Column): readonly Change[] {
  return [
    { kind: 'addColumn', table, column },
    ...diffComment({ kind: 'column', table, name: column.name }, null, column.comment),
  ];
}

export function diffColumns(table: QName, from: readonly Column[], to: readonly Column[]): readonly Change[] {
  const { removed, added, kept } = matchByName(from, to);
  return [
    ...removed.map((column): Change => ({ kind: 'dropColumn', table, column })),
    ...added.flatMap((column) => addedColumn(table, column)),
    ...kept.flatMap((pair): readonly Change[] =>
      mustBeMadeAnew(pair.from, pair.to)
        ? [{ kind: 'dropColumn', table, column: pair.from }, ...addedColumn(table, pair.to)]
        : runFacets(FACETS, pair.from, pair.to, table),
    ),
  ];
}

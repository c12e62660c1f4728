/** `use:` copies the columns of groups in front of a table's own; nothing nests and nothing overrides. */
import type { Ident, QName } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { didYouMean, listOf } from '../text/suggest.ts';
import { type AbsentColumns, absentColumns } from './absent-columns.ts';
import type { AbsentPart } from './for-target.ts';
import type { ParsedDocument } from './parse.ts';
import type { Problems } from './problem.ts';
import type { RawColumn, RawColumnGroups, RawTable } from './raw.ts';
import { type DeclaredColumn, keyAt, type Place, valueAt } from './scope.ts';

export interface ColumnGroups {
  readonly raw: RawColumnGroups;
  /** `null` when there is no column-groups.yaml, or a broken one. */
  readonly document: ParsedDocument | null;
  readonly absent: readonly AbsentPart[];
  /** Extensions that parts of the groups require and the target uses. */
  readonly required: ReadonlySet<Ident>;
  /** False when the file could not be read: groups it may hold are then not called unknown. */
  readonly isComplete: boolean;
}

export const NO_COLUMN_GROUPS: ColumnGroups = {
  raw: {},
  document: null,
  absent: [],
  required: new Set(),
  isComplete: true,
};

export function longColumn(raw: string | RawColumn): RawColumn {
  return typeof raw === 'string' ? { type: raw } : raw;
}

/** The groups a table uses, with the place of each in its `use:`. Unknown ones are reported and left out. */
export function usedGroups(
  table: RawTable,
  place: Place,
  groups: ColumnGroups,
  problems: Problems,
): readonly { readonly name: string; readonly group: RawColumnGroups[string]; readonly use: Span }[] {
  return (table.use ?? []).flatMap((name, index) => {
    const use = valueAt(place, 'use', index);
    const group = Object.hasOwn(groups.raw, name) ? groups.raw[name] : undefined;
    if (group !== undefined) return [{ name, group, use }];
    if (groups.isComplete) {
      const known = Object.keys(groups.raw);
      const all = known.length === 0 ? 'there is no column-groups.yaml.' : `the groups are ${listOf(known, 'and')}.`;
      problems.report('unknown-column-group', use, `There is no column group \`${name}\`.`, {
        help: didYouMean(name, known) ?? all,
      });
    }
    return [];
  });
}

function reportTwice(name: Ident, first: DeclaredColumn, span: Span, problems: Problems): void {
  problems.report('duplicate-column', span, `The column \`${name}\` comes from a column group as well.`, {
    help: 'leave it out here, or do not use the group.',
    related: [{ message: 'the group is used here', span: first.use ?? keyAt(first.place, ...first.path) }],
  });
}

/** All columns of a table in order: those of its groups, then its own. */
export function expandColumns(
  table: RawTable,
  place: Place,
  groups: ColumnGroups,
  problems: Problems,
): ReadonlyMap<Ident, DeclaredColumn> {
  const columns = new Map<Ident, DeclaredColumn>();
  const add = (column: DeclaredColumn, span: Span): void => {
    const first = columns.get(column.name);
    if (first === undefined) columns.set(column.name, column);
    else reportTwice(column.name, first, span, problems);
  };
  for (const { name: groupName, group, use } of usedGroups(table, place, groups, problems)) {
    if (groups.document === null) continue;
    for (const [name, raw] of Object.entries(group.columns)) {
      const path = [groupName, 'columns', name];
      add({ name, raw: longColumn(raw), place: groups.document, path, use }, use);
    }
  }
  for (const [name, raw] of Object.entries(table.columns)) {
    const path = ['columns', name];
    add({ name, raw: longColumn(raw), place, path, use: null }, keyAt(place, ...path));
  }
  return columns;
}

/** Columns of a table, and of the groups it uses, that the target does not get. */
export function absentColumnsOf(table: RawTable, own: readonly AbsentPart[], groups: ColumnGroups): AbsentColumns {
  return new Map([
    ...(table.use ?? []).flatMap((group) => [...absentColumns(groups.absent, group, 'columns')]),
    ...absentColumns(own, 'columns'),
  ]);
}

/** Columns of the primary key as a spec writes it, whichever of the two spellings. */
export function primaryKeyOf(table: RawTable): readonly Ident[] {
  const key = table.primary_key;
  if (key === undefined) return [];
  return Array.isArray(key) ? key : key.columns;
}

/** The schema of a document, and its name. */
export function nameIn(schema: string | undefined, name: Ident, fallback: string): QName {
  return { schema: schema ?? fallback, name };
}

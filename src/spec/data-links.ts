/**
 * What rows of reference data say of one another: equal keys, finds and foreign keys whose row is missing. Cells are told
 * apart by an identity, a text that is equal for equal values; SQL has none, and nothing is said about it.
 */
import type { DataCell, DataFind } from '../model/data.ts';
import type { Column, ForeignKey } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Draft, DraftRow } from './data-draft.ts';
import { uniqueKeys } from './data-keys.ts';
import { nodeSpan } from './node.ts';
import type { Problems } from './problem.ts';
import { dotted, keyAt, valueAt } from './scope.ts';

type Drafts = ReadonlyMap<string, Draft>;

interface RowIndex {
  readonly rows: ReadonlyMap<string, number>;
  /** False when a row holds what cannot be told apart: one that is not found may be there all the same. */
  readonly isComplete: boolean;
}

export interface Links {
  /** The row that a find names: its number, `unknown` when that cannot be told, `missing` when it is not there. */
  readonly resolve: (find: DataFind) => number | 'unknown' | 'missing';
  /** @returns `null` for a cell that has none: NULL, SQL, a mistake */
  readonly identify: (cell: DataCell | null | undefined, column: Column | undefined) => string | null;
  readonly indexOf: (draft: Draft, columns: readonly Ident[]) => RowIndex | null;
}

/** citext compares without regard to case. */
function constantIdentity(text: string, column: Column | undefined): string {
  return column?.type.name === 'citext' ? text.toLowerCase() : text;
}

export function linkDrafts(drafts: Drafts): Links {
  const indexes = new Map<string, RowIndex | null>();
  const resolved = new Map<DataFind, number | 'unknown' | 'missing'>();

  const identify: Links['identify'] = (cell, column) => {
    if (cell?.kind === 'constant') return constantIdentity(cell.text, column);
    if (cell?.kind !== 'find') return null;
    const row = resolve(cell);
    const draft = drafts.get(dotted(cell.table));
    if (draft !== undefined && typeof row === 'number') {
      const at = draft.columns.findIndex(({ name }) => name === cell.column);
      return at === -1
        ? `row ${row} of ${dotted(cell.table)}`
        : identify(draft.rows[row]?.cells[at], draft.columns[at]);
    }
    if (draft !== undefined) return null;
    const by = cell.where.map((one) => `${one.column}=${identify(one.cell, undefined) ?? ''}`).sort();
    return `found in ${dotted(cell.table)} ${JSON.stringify(by)}`;
  };

  const tupleOf = (draft: Draft, row: DraftRow, columns: readonly Ident[]): readonly (string | null)[] =>
    columns.map((name) => {
      const at = draft.columns.findIndex((column) => column.name === name);
      return identify(row.cells[at], draft.columns[at]);
    });

  /** `null` while it is being made: a row that is found by a row that is found by the same columns. */
  const indexOf: Links['indexOf'] = (draft, columns) => {
    const key = `${dotted(draft.table.name)} ${JSON.stringify(columns)}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, null);
    const rows = new Map<string, number>();
    let isComplete = columns.every((name) => draft.columns.some((column) => column.name === name));
    for (const [number, row] of draft.rows.entries()) {
      const tuple = tupleOf(draft, row, columns);
      if (tuple.includes(null)) isComplete &&= tuple.some((_, at) => isNullCell(draft, row, columns[at]));
      else if (!rows.has(JSON.stringify(tuple))) rows.set(JSON.stringify(tuple), number);
    }
    const index = { rows, isComplete };
    indexes.set(key, index);
    return index;
  };

  const resolve: Links['resolve'] = (find) => {
    const known = resolved.get(find);
    if (known !== undefined) return known;
    const draft = drafts.get(dotted(find.table));
    if (draft === undefined) return 'unknown';
    const where = [...find.where].sort((a, b) => (a.column < b.column ? -1 : 1));
    const index = indexOf(
      draft,
      where.map(({ column }) => column),
    );
    const tuple = where.map(({ column, cell }) =>
      identify(
        cell,
        draft.columns.find(({ name }) => name === column),
      ),
    );
    if (index === null || tuple.includes(null)) return 'unknown';
    const row = index.rows.get(JSON.stringify(tuple)) ?? (index.isComplete ? 'missing' : 'unknown');
    resolved.set(find, row);
    return row;
  };

  return { resolve, identify, indexOf };
}

function isNullCell(draft: Draft, row: DraftRow, column: Ident | undefined): boolean {
  return row.cells[draft.columns.findIndex(({ name }) => name === column)]?.kind === 'null';
}

function findsInCell(cell: DataCell | null): readonly DataFind[] {
  return cell?.kind === 'find' ? [cell, ...cell.where.flatMap((one) => findsInCell(one.cell))] : [];
}

/** The finds of a row, and those within them. */
export function findsIn({ cells }: DraftRow): readonly DataFind[] {
  return cells.some((cell) => cell?.kind === 'find') ? cells.flatMap(findsInCell) : [];
}

function cellSpan(draft: Draft, row: DraftRow, at: number): Span {
  return nodeSpan(draft.document.source, row.nodes[at] ?? row.node);
}

function shown(find: DataFind): string {
  return find.where.map(({ column, cell }) => `${column} ${cell.kind === 'constant' ? cell.text : '…'}`).join(', ');
}

/** Values that a column of found rows has, for "did you mean". */
function candidates(draft: Draft, find: DataFind): string | null {
  const [only, second] = find.where;
  if (only === undefined || second !== undefined || only.cell.kind !== 'constant') return null;
  const at = draft.columns.findIndex(({ name }) => name === only.column);
  const values = draft.rows.flatMap(({ cells }) => {
    const cell = cells[at];
    return cell?.kind === 'constant' ? [cell.text] : [];
  });
  return didYouMean(only.cell.text, values);
}

function checkFinds(draft: Draft, drafts: Drafts, links: Links, problems: Problems): void {
  for (const row of draft.rows) {
    for (const [at, cell] of row.cells.entries()) {
      for (const find of findsInCell(cell)) {
        const found = drafts.get(dotted(find.table));
        const result = links.resolve(find);
        // The rows of one table are put in order by their finds, so one that cannot be followed is a mistake there.
        const isLost = result === 'missing' || (result === 'unknown' && found === draft);
        if (found === undefined || !isLost) continue;
        const name = displayName(find.table);
        problems.report('unknown-row', cellSpan(draft, row, at), `\`${name}\` has no row with ${shown(find)}.`, {
          help: candidates(found, find) ?? `add the row to the data of \`${name}\`, or correct the values.`,
          related: [{ message: 'the rows are here', span: keyAt(found.document, 'rows') }],
        });
      }
    }
  }
}

function checkDuplicates(draft: Draft, links: Links, problems: Problems): void {
  for (const { columns } of uniqueKeys(draft.table)) {
    const places = columns.map((name) => draft.columns.findIndex((column) => column.name === name));
    if (places.includes(-1)) continue;
    const seen = new Map<string, DraftRow>();
    for (const row of draft.rows) {
      const tuple = places.map((at) => links.identify(row.cells[at], draft.columns[at]));
      if (tuple.includes(null)) continue;
      const text = JSON.stringify(tuple);
      const first = seen.get(text);
      if (first === undefined) {
        seen.set(text, row);
        continue;
      }
      const span = cellSpan(draft, row, places[0] ?? 0);
      problems.report('duplicate-row', span, `There are two rows with the same (${columns.join(', ')}).`, {
        help: 'keep one of them, or correct its values.',
        related: [{ message: 'the first is here', span: cellSpan(draft, first, places[0] ?? 0) }],
      });
    }
  }
}

/** A foreign key by values, into a table whose rows the specs say. */
function checkForeignKey(draft: Draft, key: ForeignKey, drafts: Drafts, links: Links, problems: Problems): void {
  const target = drafts.get(dotted(key.target));
  const places = key.columns.map((name) => draft.columns.findIndex((column) => column.name === name));
  const index = target === undefined || places.includes(-1) ? null : links.indexOf(target, key.targetColumns);
  if (target === undefined || index === null || !index.isComplete) return;
  for (const row of draft.rows) {
    const cells = places.map((at) => row.cells[at] ?? null);
    const columns = key.targetColumns.map((name) => target.columns.find((column) => column.name === name));
    const tuple = cells.map((cell, at) => links.identify(cell, columns[at]));
    // A find has been looked up by itself.
    if (tuple.includes(null) || cells.every((cell) => cell?.kind === 'find')) continue;
    if (index.rows.has(JSON.stringify(tuple))) continue;
    const name = displayName(target.table.name);
    const values = cells.map((cell) => (cell?.kind === 'constant' ? cell.text : '…'));
    const message = `\`${name}\` has no row with (${key.targetColumns.join(', ')}) = (${values.join(', ')}).`;
    const known = [...index.rows.keys()].map((text) => (JSON.parse(text) as string[]).join(', '));
    problems.report('unknown-row', cellSpan(draft, row, places[0] ?? 0), message, {
      help: didYouMean(values.join(', '), known) ?? `add the row to the data of \`${name}\`, or correct the values.`,
      related: [{ message: 'the rows are here', span: keyAt(target.document, 'rows') }],
    });
  }
}

/** Reports rows with equal keys, and finds and foreign keys whose row is not there. */
export function checkLinks(drafts: Drafts, links: Links, problems: Problems): void {
  for (const draft of drafts.values()) {
    checkDuplicates(draft, links, problems);
    checkFinds(draft, drafts, links, problems);
    for (const constraint of draft.table.constraints) {
      if (constraint.kind === 'foreignKey') checkForeignKey(draft, constraint, drafts, links, problems);
    }
  }
}

/** Where the document says its table. */
export function tableSpan(draft: Draft): Span {
  return valueAt(draft.document, 'data');
}

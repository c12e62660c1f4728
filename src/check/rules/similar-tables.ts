import type { Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** What most tables have says nothing about what they are for. */
const COMMON = new Set(['id', 'created_at', 'updated_at', 'deleted_at']);

/** Tables of fewer columns resemble each other by chance. */
const LEAST_COLUMNS = 4;

/** Columns in common, of all that the two tables have. */
const LEAST_SHARE = 0.8;

interface Shape {
  readonly table: Table;
  /** `name type`, the rarest first; modifiers do not matter. */
  readonly columns: readonly string[];
  readonly set: ReadonlySet<string>;
}

function columnTexts(table: Table): readonly string[] {
  return table.columns.filter(({ name }) => !COMMON.has(name)).map(({ name, type }) => `${name} ${type.name}`);
}

function shapesOf(tables: readonly Table[]): readonly Shape[] {
  const texts = tables.map((table) => ({ table, columns: columnTexts(table) }));
  const uses = new Map<string, number>();
  for (const { columns } of texts) for (const text of columns) uses.set(text, (uses.get(text) ?? 0) + 1);
  const rarestFirst = (a: string, b: string) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1);
  return texts
    .filter(({ columns }) => columns.length >= LEAST_COLUMNS)
    .map(({ table, columns }) => ({ table, columns: columns.toSorted(rarestFirst), set: new Set(columns) }));
}

function shared(a: Shape, b: Shape): number {
  return a.columns.filter((column) => b.set.has(column)).length;
}

function areSimilar(a: Shape, b: Shape): boolean {
  const both = shared(a, b);
  return both >= LEAST_SHARE * (a.columns.length + b.columns.length - both);
}

/**
 * Each table with the first one that it resembles. Two sets that share four fifths share one of their rarest columns, so only
 * tables that meet in one of those are compared.
 */
function similarPairs(shapes: readonly Shape[]): readonly (readonly [first: Shape, second: Shape])[] {
  const byRareColumn = new Map<string, Shape[]>();
  const pairs: [Shape, Shape][] = [];
  for (const shape of shapes) {
    const telling = shape.columns.slice(0, Math.floor(shape.columns.length * (1 - LEAST_SHARE)) + 1);
    const met = new Set(telling.flatMap((column) => byRareColumn.get(column) ?? []));
    const first = [...met].find((other) => areSimilar(other, shape));
    if (first !== undefined) pairs.push([first, shape]);
    for (const column of telling) {
      const others = byRareColumn.get(column);
      if (others === undefined) byRareColumn.set(column, [shape]);
      else others.push(shape);
    }
  }
  return pairs;
}

function report(context: RuleContext, first: Shape, second: Shape) {
  const [a, b] = [displayName(first.table.name), displayName(second.table.name)];
  return finding(context, second.table, {
    place: '',
    message: `${b} has ${shared(first, second)} of its ${second.columns.length} columns in common with ${a}, which has ${first.columns.length}.`,
    help: `keep one table with a column that tells the kinds apart, or say in \`allow\` why ${b} is a table of its own.`,
    related: [relatedPlace(context, first.table, '', `${a} is here`)],
  });
}

export const similarTables: Rule = {
  code: 'similar-tables',
  severity: 'warning',
  problem:
    'Two tables of the same columns under other names hold the same thing twice, and every query has to ask both.',
  instead:
    'Keep one table and tell its rows apart by a column, or say in `allow` why there are two, such as an archive.',
  check: (context) =>
    similarPairs(shapesOf(lookupOf(context.model).tables)).map(([first, second]) => report(context, first, second)),
};

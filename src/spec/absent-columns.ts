/** Columns that a target does not get, and parts that name them without saying so. */
import type { Ident } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { sqlNames } from '../text/sql-words.ts';
import type { AbsentPart } from './for-target.ts';
import { nodeSpan, type ScalarNode, type SpecNode } from './node.ts';
import type { Problems } from './problem.ts';

export type AbsentColumns = ReadonlyMap<Ident, AbsentPart>;

/** @param under where the columns stand in the document: `columns`, or the same of a group */
export function absentColumns(absent: readonly AbsentPart[], ...under: readonly string[]): AbsentColumns {
  const found = absent.filter(
    ({ path }) => path.length === under.length + 1 && under.every((key, at) => path[at] === key),
  );
  return new Map(found.map((part) => [String(part.path.at(-1)), part]));
}

export function reportAbsentColumn(column: Ident, part: AbsentPart, span: Span, problems: Problems): void {
  const { condition, extension } = part;
  const where = condition === 'requires' ? 'uses' : 'does not use';
  const message = `The column \`${column}\` is only there where the target ${where} \`${extension}\`.`;
  problems.report('absent-column', span, message, {
    help: `write \`${condition}: ${extension}\` for this part too, or do without the column in it.`,
    related: [{ message: 'the column is here', span: part.span }],
  });
}

/** Keys of SQL that may name columns of the table. */
const SQL_KEYS: ReadonlySet<string> = new Set(['sql', 'where', 'check', 'using', 'generated', 'when']);

function sqlTexts(node: SpecNode, key: string, parent: string): readonly ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return SQL_KEYS.has(key) || parent === 'checks' ? [node] : [];
    case 'list':
      return node.items.flatMap((item) => sqlTexts(item, '', key));
    case 'map':
      return node.entries.flatMap((entry) => sqlTexts(entry.value, entry.key, key));
  }
}

/** Reports SQL in a table's spec that names a column the target does not get. */
export function reportAbsentMentions(
  place: { readonly source: Span['source']; readonly root: SpecNode },
  absent: AbsentColumns,
  problems: Problems,
): void {
  if (absent.size === 0) return;
  for (const node of sqlTexts(place.root, '', '')) {
    const names = sqlNames(String(node.value));
    for (const [column, part] of absent) {
      if (names.has(column)) reportAbsentColumn(column, part, nodeSpan(place.source, node), problems);
    }
  }
}

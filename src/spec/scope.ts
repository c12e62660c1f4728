/** What the specs declare, all of it, before any of it is lowered: names may be used before the file that makes them. */
import type { Ident, QName } from '../model/name.ts';
import { displayName, namedIn } from '../model/name.ts';
import type { Target } from '../target/target.ts';
import type { Source, Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import { type AbsentColumns, reportAbsentColumn } from './absent-columns.ts';
import type { AbsentPart } from './for-target.ts';
import type { SpecNode } from './node.ts';
import { keySpanAt, type NodePath, valueSpanAt } from './node.ts';
import type { Problems } from './problem.ts';
import type { RawColumn } from './raw.ts';
import type { DocumentKind } from './schema.ts';
import type { Project } from './tree.ts';
import type { RawByKind } from './validate.ts';

/** A valid document. */
export interface SpecDocument<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly raw: RawByKind[K];
  readonly name: QName;
  readonly section: string | null;
  readonly source: Source;
  readonly root: SpecNode;
  /** Parts that are not in `raw` and `root`, because the target does not get them. */
  readonly absent: readonly AbsentPart[];
}

/** A part of a document that lowering complains about. */
export interface Place {
  readonly source: Source;
  readonly root: SpecNode;
}

/** A column of a table, its own or of a group, in the long form. */
export interface DeclaredColumn {
  readonly name: Ident;
  readonly raw: RawColumn;
  readonly place: Place;
  /** Path in the place: `columns.NAME`, or `GROUP.columns.NAME`. */
  readonly path: NodePath;
  /** The entry of `use:` that brings it, `null` for the table's own columns. */
  readonly use: Span | null;
}

export interface DeclaredTable {
  readonly name: QName;
  readonly span: Span;
  /** `null` when the document is broken: then nothing is said about its columns. */
  readonly columns: ReadonlyMap<Ident, DeclaredColumn> | null;
  /** Columns that the target does not get. */
  readonly absent: AbsentColumns;
  readonly primaryKey: readonly Ident[];
}

export interface Scope {
  readonly project: Project;
  readonly target: Target;
  readonly problems: Problems;
  /** All maps by `schema.name`. */
  readonly tables: ReadonlyMap<string, DeclaredTable>;
  readonly types: ReadonlyMap<string, QName>;
  readonly functions: ReadonlySet<string>;
  readonly schemas: ReadonlySet<string>;
  /** Extensions that have a document or that a part requires, whether or not the target has them. */
  readonly extensions: ReadonlySet<string>;
  readonly templates: ReadonlyMap<string, Source>;
  /** False when a document could not be read at all: names it may have declared are then not called unknown. */
  readonly isComplete: boolean;
}

export function dotted(name: QName): string {
  return `${name.schema}.${name.name}`;
}

export function valueAt(place: Place, ...path: NodePath): Span {
  return valueSpanAt(place.source, place.root, path);
}

export function keyAt(place: Place, ...path: NodePath): Span {
  return keySpanAt(place.source, place.root, path);
}

/** A name as a spec writes it: `users`, or `boyfanz.uuid_v7` for another schema than the default one. */
export function parseName(text: string, project: Project): QName {
  return namedIn(text, project.schemas[0] ?? 'public');
}

/** The table that a spec names, or `null` with a problem reported. */
export function findDeclaredTable(text: string, span: Span, scope: Scope): DeclaredTable | null {
  const found = scope.tables.get(dotted(parseName(text, scope.project)));
  if (found !== undefined) return found;
  if (scope.isComplete) {
    const known = [...scope.tables.values()].map((table) => displayName(table.name));
    scope.problems.report('unknown-table', span, `There is no table \`${text}\`.`, {
      help: didYouMean(text, known) ?? 'describe it in a spec of its own, or correct the name.',
    });
  }
  return null;
}

/** Whether a table has a column; when not, reports it at the span. Broken tables are given the benefit of the doubt. */
export function hasColumn(table: DeclaredTable, column: Ident, span: Span, scope: Scope): boolean {
  if (table.columns === null || table.columns.has(column)) return true;
  const absent = table.absent.get(column);
  if (absent !== undefined) {
    reportAbsentColumn(column, absent, span, scope.problems);
    return false;
  }
  scope.problems.report('unknown-column', span, `\`${displayName(table.name)}\` has no column \`${column}\`.`, {
    help: didYouMean(column, table.columns.keys()) ?? `its columns are ${[...table.columns.keys()].join(', ')}.`,
    related: [{ message: 'the table is here', span: table.span }],
  });
  return false;
}

/** Specs -> Model: everything between the text of the files and the rules. Pure, and never throws for what a file says. */
import type { Info, TableInfo } from '../model/info.ts';
import { extensionKey, keyOf, objectKey } from '../model/keys.ts';
import type { Model, ObjectKey, SchemaObject } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import type { Target } from '../target/target.ts';
import { sortDiagnostics } from '../text/frame.ts';
import type { Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import { absentColumnsOf, type ColumnGroups, expandColumns, primaryKeyOf } from './column-groups.ts';
import { type DocumentCache, NO_CACHE } from './document-cache.ts';
import { erasureFunction } from './erasure-function.ts';
import { planErasure } from './erasure-plan.ts';
import { erasureStages } from './erasure-stages.ts';
import { inForm } from './in-form.ts';
import { lowerData } from './lower-data.ts';
import { lowerFunction } from './lower-function.ts';
import { extensionDef, lowerDomain, lowerEnum, lowerExtension, lowerSchema, lowerSequenceDef } from './lower-other.ts';
import { lowerTable } from './lower-table.ts';
import { lowerView } from './lower-view.ts';
import { findEntry } from './node.ts';
import { type ObjectOrigin, originsOf } from './origins-of.ts';
import { collectProblems, type Problems } from './problem.ts';
import {
  type AnyDocument,
  type ReadDocuments,
  readColumnGroups,
  readDocuments,
  readProject,
} from './read-documents.ts';
import { type DeclaredTable, dotted, keyAt, type Scope, type SpecDocument, valueAt } from './scope.ts';
import { claimRelation, type RelationNames } from './table-context.ts';
import type { Compiled, Project, SpecFile, SpecTree } from './tree.ts';
import { withAccess } from './with-access.ts';

/** Where a document says its name. */
function nameSpan(document: AnyDocument): Span {
  return valueAt(document, document.kind);
}

function declaredTables(
  read: ReadDocuments,
  groups: ColumnGroups,
  problems: Problems,
): ReadonlyMap<string, DeclaredTable> {
  const tables = new Map<string, DeclaredTable>();
  for (const document of read.documents) {
    if (document.kind !== 'table' || tables.has(dotted(document.name))) continue;
    const { raw, name } = document;
    const columns = expandColumns(raw, document, groups, problems);
    const isWhole = groups.isComplete || raw.use === undefined;
    tables.set(dotted(name), {
      name,
      span: nameSpan(document),
      columns: isWhole ? columns : null,
      absent: absentColumnsOf(raw, document.absent, groups),
      primaryKey: primaryKeyOf(raw),
    });
  }
  for (const { kind, name, span } of read.broken) {
    if (kind === 'table' && !tables.has(dotted(name))) {
      tables.set(dotted(name), { name, span, columns: null, absent: new Map(), primaryKey: [] });
    }
  }
  return tables;
}

function scopeOf(
  read: ReadDocuments,
  groups: ColumnGroups,
  tree: SpecTree,
  project: Project,
  target: Target,
  problems: Problems,
): Scope {
  const all = [...read.documents, ...read.broken];
  const named = (...kinds: readonly AnyDocument['kind'][]) => all.filter((one) => kinds.includes(one.kind));
  return {
    project,
    target,
    problems,
    tables: declaredTables(read, groups, problems),
    types: new Map(named('enum', 'domain').map(({ name }) => [dotted(name), name])),
    functions: new Set(named('function').map(({ name }) => dotted(name))),
    schemas: new Set(['public', ...named('schema').map(({ name }) => name.name)]),
    extensions: new Set([...named('extension').map(({ name }) => name.name), ...read.required, ...groups.required]),
    templates: tree.templates,
    isComplete: read.isComplete,
  };
}

function checkSchema(document: AnyDocument, scope: Scope): void {
  const { kind, name } = document;
  if (kind === 'schema' || kind === 'extension' || scope.schemas.has(name.schema) || !scope.isComplete) return;
  const entry = findEntry(document.root, 'schema');
  const span = entry === undefined ? nameSpan(document) : valueAt(document, 'schema');
  scope.problems.report('unknown-schema', span, `There is no schema \`${name.schema}\`.`, {
    help: didYouMean(name.schema, scope.schemas) ?? `add a document \`schema: ${name.schema}\`.`,
  });
}

/** Names that share PostgreSQL's namespace of relations and of their row types. */
function claimNames(documents: readonly AnyDocument[], scope: Scope): RelationNames {
  const relations: RelationNames = new Map();
  const seen = new Set<string>();
  for (const document of documents) {
    const { kind, name } = document;
    const key = `${kind} ${dotted(name)}`;
    if (kind === 'schema' || kind === 'extension' || kind === 'function' || seen.has(key)) continue;
    seen.add(key);
    claimRelation(relations, name, `the ${kind}`, nameSpan(document), scope);
  }
  return relations;
}

interface LoweredObject {
  readonly object: SchemaObject;
  readonly info: TableInfo | null;
  readonly named: ReadonlyMap<Ident, Span>;
}

function plain(object: SchemaObject | null): LoweredObject | null {
  return object === null ? null : { object, info: null, named: new Map() };
}

function lowerTableDocument(
  document: SpecDocument<'table'>,
  groups: ColumnGroups,
  relations: RelationNames,
  scope: Scope,
): LoweredObject | null {
  const declared = scope.tables.get(dotted(document.name));
  if (declared === undefined) return null;
  const { table, info, named } = lowerTable(document, declared, groups, relations, scope);
  return { object: table, info, named };
}

function lowerDocument(
  document: AnyDocument,
  groups: ColumnGroups,
  relations: RelationNames,
  scope: Scope,
): LoweredObject | null {
  switch (document.kind) {
    case 'table':
      return lowerTableDocument(document, groups, relations, scope);
    case 'enum':
      return plain(lowerEnum(document));
    case 'domain':
      return plain(lowerDomain(document, scope));
    case 'sequence':
      return plain(lowerSequenceDef(document, scope));
    case 'view':
      return plain(lowerView(document, scope));
    case 'function':
      return plain(lowerFunction(document, scope));
    case 'extension':
      return plain(lowerExtension(document, scope));
    case 'schema':
      return plain(lowerSchema(document, scope));
  }
}

/** A group's columns are placed where the table uses the group. */
function elsewhereOf(document: AnyDocument, scope: Scope): ReadonlyMap<string, Span> {
  const columns = document.kind === 'table' ? scope.tables.get(dotted(document.name))?.columns : undefined;
  const found = [...(columns?.values() ?? [])].map(({ name, use }) => [`columns.${name}`, use] as const);
  return new Map(found.flatMap(([part, use]) => (use === null ? [] : [[part, use] as const])));
}

/** Key under which a document's object will be found, for documents that are told apart by their name alone. */
function documentKey(document: AnyDocument): ObjectKey | null {
  const { kind, name } = document;
  if (kind === 'function') return null;
  return kind === 'schema' || kind === 'extension' ? `${kind} ${name.name}` : objectKey(kind, name);
}

function reportDuplicate(document: AnyDocument, first: Span, problems: Problems): void {
  const { kind, name } = document;
  const shown = kind === 'schema' || kind === 'extension' ? name.name : displayName(name);
  problems.report('duplicate-object', nameSpan(document), `There are two documents for the ${kind} \`${shown}\`.`, {
    help: 'keep one of them.',
    related: [{ message: 'the first is here', span: first }],
  });
}

function needsTimescale(objects: ReadonlyMap<ObjectKey, SchemaObject>): boolean {
  return [...objects.values()].some((object) => object.kind === 'table' && object.storage.kind === 'hypertable');
}

/**
 * Extensions that nobody has to declare, since they depend on the target: that of hypertables, and those that parts
 * require. They come first: what calls a function of theirs does not show that it needs them.
 */
function withExtensions(
  objects: ReadonlyMap<ObjectKey, SchemaObject>,
  required: Iterable<Ident>,
  target: Target,
): ReadonlyMap<ObjectKey, SchemaObject> {
  const names = [...(needsTimescale(objects) ? ['timescaledb'] : []), ...[...new Set(required)].sort()];
  const missing = names.filter((name) => !objects.has(extensionKey(name)));
  const made = missing.map((name) => extensionDef(name, { target })).filter((extension) => extension !== null);
  return new Map<ObjectKey, SchemaObject>([
    ...made.map((extension) => [extensionKey(extension.name), extension] as const),
    ...objects,
  ]);
}

/** The function that erases a person, made from what all tables say. */
function withErasure(
  objects: ReadonlyMap<ObjectKey, SchemaObject>,
  info: Info,
  documents: ReadonlyMap<ObjectKey, AnyDocument>,
  scope: Scope,
): ReadonlyMap<ObjectKey, SchemaObject> {
  const { erasure } = scope.project;
  if (erasure === null) return objects;
  const { steps, broken } = planErasure({ objects }, info, erasure.people);
  for (const { table, path, message } of broken) {
    const document = documents.get(table);
    if (document === undefined || !scope.isComplete) continue;
    scope.problems.report('erasure-path', keyAt(document, 'erasure', 'people', path), message, {
      help: 'name the tables on the way, each of which the one before refers to once, then the column with the person.',
    });
  }
  const made = erasureFunction(erasureStages({ objects }, steps));
  return steps.length === 0 ? objects : new Map([...objects, [keyOf(made), made]]);
}

/** What is built does not depend on the order in which files were found. */
function inReadingOrder(tree: SpecTree): SpecTree {
  const rank = (file: SpecFile) => (file.section === null ? 0 : 1);
  const byPath = (a: SpecFile, b: SpecFile) =>
    a.source.path < b.source.path ? -1 : a.source.path > b.source.path ? 1 : 0;
  return { ...tree, documents: [...tree.documents].sort((a, b) => rank(a) - rank(b) || byPath(a, b)) };
}

/**
 * Compiles a tree of specs for a target. All problems of all files are reported in one run; the Model holds what is
 * right, so parts with problems are missing from it.
 *
 * @param cache texts that were read without a complaint before, for the next target or the next run
 */
export function compileSpecs(tree: SpecTree, target: Target, cache: DocumentCache = NO_CACHE): Compiled {
  const problems = collectProblems();
  const { project, isSound } = readProject(tree, cache, problems);
  const groups = readColumnGroups(tree, target, cache, problems);
  const read = readDocuments(inReadingOrder(tree), target, project, isSound, cache, problems);
  const scope = scopeOf(read, groups, tree, project, target, problems);
  const relations = claimNames(read.documents, scope);
  const objects = new Map<ObjectKey, SchemaObject>();
  const origins = new Map<ObjectKey, ObjectOrigin>();
  const info = new Map<ObjectKey, TableInfo>() satisfies Info;
  const places = new Map<ObjectKey, Span>();
  const documents = new Map<ObjectKey, AnyDocument>();
  for (const document of read.documents) {
    checkSchema(document, scope);
    const expected = documentKey(document);
    const first = expected === null ? undefined : places.get(expected);
    if (first !== undefined) {
      reportDuplicate(document, first, problems);
      continue;
    }
    const span = nameSpan(document);
    if (expected !== null) places.set(expected, span);
    const lowered = lowerDocument(document, groups, relations, scope);
    if (lowered === null) continue;
    const key = keyOf(lowered.object);
    const same = expected === null ? places.get(key) : undefined;
    if (same !== undefined) {
      reportDuplicate(document, same, problems);
      continue;
    }
    places.set(key, span);
    objects.set(key, lowered.object);
    documents.set(key, document);
    if (lowered.info !== null) info.set(key, lowered.info);
    const { source, root } = document;
    origins.set(key, { source, root, name: span, named: lowered.named, elsewhere: () => elsewhereOf(document, scope) });
  }
  const found = originsOf(origins);
  const whole = withErasure(
    withExtensions(objects, [...read.required, ...groups.required], target),
    info,
    documents,
    scope,
  );
  const data = lowerData(read, scope, objects);
  const asWritten: Model = { objects: withAccess(whole, info, target.roles) };
  return {
    model: inForm(asWritten, target),
    asWritten,
    data,
    info,
    origins: found,
    project,
    diagnostics: sortDiagnostics(problems.all()),
  };
}

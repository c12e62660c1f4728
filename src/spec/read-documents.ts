/** Files of specs -> valid documents, and the names of those that are not valid. */
import { type Ident, type QName, qname } from '../model/name.ts';
import type { Target } from '../target/target.ts';
import type { Source, Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import { type ColumnGroups, NO_COLUMN_GROUPS } from './column-groups.ts';
import type { DocumentCache, FileRole } from './document-cache.ts';
import { documentForTarget, type ForTarget, groupsForTarget } from './for-target.ts';
import { keySpan, nodeSpan, toValue } from './node.ts';
import { type ParsedDocument, parseSpec } from './parse.ts';
import { collectProblems, type Problems } from './problem.ts';
import type { DocumentKind } from './schema.ts';
import { parseName, type SpecDocument } from './scope.ts';
import type { Project, SpecFile, SpecTree } from './tree.ts';
import { kindOf, type RawByKind, validate } from './validate.ts';

/** A document that is broken but says what it describes: others may refer to it. */
export interface BrokenDocument {
  readonly kind: ObjectDocumentKind;
  readonly name: QName;
  readonly span: Span;
}

type ObjectDocumentKind = Exclude<DocumentKind, 'data'>;

/** A document that describes an object. */
export type AnyDocument = { readonly [K in ObjectDocumentKind]: SpecDocument<K> }[ObjectDocumentKind];

export interface ReadDocuments {
  readonly documents: readonly AnyDocument[];
  readonly broken: readonly BrokenDocument[];
  /** Extensions that parts require and the target uses. */
  readonly required: ReadonlySet<Ident>;
  /** Reference data; of a document that is broken, nothing is said. */
  readonly data: readonly SpecDocument<'data'>[];
  /** False when a document does not even say what it is. */
  readonly isComplete: boolean;
}

const EMPTY_PROJECT: Project = { name: '', schemas: ['public'], sections: new Map(), ignore: [], erasure: null };

/** Parses and validates a file unless its text is known; one without a complaint is known from then on. */
function readFile(
  source: Source,
  role: FileRole,
  cache: DocumentCache,
  problems: Problems,
  read: (documents: readonly ParsedDocument[], problems: Problems) => void,
): void {
  const known = cache.find(role, source.text);
  if (known !== null) {
    read(
      known.map((root) => ({ source, root, sound: true, misread: [], known: true })),
      problems,
    );
    return;
  }
  const own = collectProblems();
  const documents = parseSpec(source, own);
  read(documents, own);
  const found = own.all();
  for (const problem of found) problems.add(problem);
  if (found.length === 0) {
    cache.keep(
      role,
      source.text,
      documents.map(({ root }) => root),
    );
  }
}

/** A file that holds one document of a kind of its own. */
function readOnly<K extends 'project' | 'columnGroups'>(
  kind: K,
  source: Source,
  cache: DocumentCache,
  problems: Problems,
): { readonly raw: RawByKind[K]; readonly document: ParsedDocument } | null {
  let result: { readonly raw: RawByKind[K]; readonly document: ParsedDocument } | null = null;
  readFile(source, kind, cache, problems, ([first, second], own) => {
    if (second !== undefined) {
      own.report('unknown-document', nodeSpan(source, second.root), `${source.path} holds one document.`, {
        help: 'move what stands here into a spec in a section folder.',
      });
    }
    const raw = first === undefined ? null : validate(kind, first, own);
    if (first !== undefined && raw !== null) result = { raw, document: first };
  });
  return result;
}

/** @returns the project with `isSound` false, and defaults in it, when the file is broken. */
export function readProject(
  tree: SpecTree,
  cache: DocumentCache,
  problems: Problems,
): { readonly project: Project; readonly isSound: boolean } {
  const found = readOnly('project', tree.project, cache, problems);
  if (found === null) return { project: EMPTY_PROJECT, isSound: false };
  const { name, schemas, sections, ignore = [], erasure } = found.raw;
  const project = { name, schemas, sections: new Map(Object.entries(sections)), ignore, erasure: null };
  if (erasure === undefined) return { project, isSound: true };
  const people = parseName(erasure.people, project);
  return {
    project: { ...project, erasure: { people, domains: new Map(Object.entries(erasure.domains)) } },
    isSound: true,
  };
}

export function readColumnGroups(
  tree: SpecTree,
  target: Target,
  cache: DocumentCache,
  problems: Problems,
): ColumnGroups {
  if (tree.columnGroups === null) return NO_COLUMN_GROUPS;
  const found = readOnly('columnGroups', tree.columnGroups, cache, problems);
  if (found === null) return { ...NO_COLUMN_GROUPS, isComplete: false };
  const { source, root } = found.document;
  const trimmed = groupsForTarget(source, root, target);
  return {
    raw: toValue(trimmed.root) as RawByKind['columnGroups'],
    document: { ...found.document, root: trimmed.root },
    absent: trimmed.absent,
    required: trimmed.required,
    isComplete: true,
  };
}

/** Name and schema as far as a document that may be broken says them. */
function nameOf(document: ParsedDocument, kind: DocumentKind, project: Project): { name: QName; span: Span } | null {
  const { root, source } = document;
  if (root.kind !== 'map') return null;
  const text = (key: string): string | null => {
    const node = root.entries.find((entry) => entry.key === key)?.value;
    return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
  };
  const name = text(kind);
  const node = root.entries.find((entry) => entry.key === kind)?.value;
  if (name === null || node === undefined) return null;
  const schema = kind === 'schema' ? name : (text('schema') ?? project.schemas[0] ?? 'public');
  return { name: qname(schema, name), span: nodeSpan(source, node) };
}

function checkSection(file: SpecFile, project: Project, problems: Problems): void {
  const { section, source } = file;
  if (section === null || section === DATA_FOLDER || project.sections.has(section)) return;
  const span = { source, start: 0, end: Math.max(1, source.text.indexOf('\n')) };
  const message = section === '' ? 'This spec is in no section.' : `\`${section}\` is not a section of project.yaml.`;
  problems.report('unknown-section', span, message, {
    help: didYouMean(section, project.sections.keys()) ?? 'move the file, or add the section to project.yaml.',
  });
}

/** The folder below specs/ that holds reference data and no objects. */
const DATA_FOLDER = 'data';

function checkFolder(file: SpecFile, document: ParsedDocument, kind: ObjectDocumentKind, problems: Problems): void {
  const { root, source } = document;
  const first = root.kind === 'map' ? root.entries[0] : undefined;
  if (file.section !== DATA_FOLDER || first === undefined) return;
  problems.report(
    'unknown-section',
    keySpan(source, first),
    `${source.path} is for reference data, not for a ${kind}.`,
    {
      help: 'move this document into the folder of a section.',
    },
  );
}

/** The kind is a parameter so that the compiler knows that `raw` is of that kind. */
function specDocument<K extends DocumentKind>(
  kind: K,
  raw: RawByKind[K],
  parsed: ParsedDocument,
  name: QName,
  section: string | null,
  { root, absent }: Pick<ForTarget, 'root' | 'absent'>,
): SpecDocument<K> {
  const isWhole = root === parsed.root;
  return {
    kind,
    // What was trimmed off a valid document leaves a valid one.
    raw: isWhole ? raw : (toValue(root) as RawByKind[K]),
    name,
    section,
    source: parsed.source,
    root,
    absent,
  };
}

export function readDocuments(
  tree: SpecTree,
  target: Target,
  project: Project,
  isSound: boolean,
  cache: DocumentCache,
  problems: Problems,
): ReadDocuments {
  const documents: AnyDocument[] = [];
  const broken: BrokenDocument[] = [];
  const required = new Set<Ident>();
  const data: SpecDocument<'data'>[] = [];
  let isComplete = true;
  for (const file of tree.documents) {
    if (isSound) checkSection(file, project, problems);
    readFile(file.source, 'objects', cache, problems, (all, own) => {
      for (const parsed of all) {
        const kind = kindOf(parsed, own);
        const named = kind === null ? null : nameOf(parsed, kind, project);
        if (kind === 'data') {
          const raw = validate(kind, parsed, own);
          if (named === null) isComplete = false;
          else if (raw !== null)
            data.push(specDocument(kind, raw, parsed, named.name, file.section, { root: parsed.root, absent: [] }));
          continue;
        }
        if (kind !== null) checkFolder(file, parsed, kind, own);
        const raw = kind === null ? null : validate(kind, parsed, own);
        if (kind === null || named === null) isComplete = false;
        else if (raw === null) broken.push({ kind, ...named });
        else {
          const trimmed = documentForTarget(parsed.source, parsed.root, target);
          if (trimmed === null) continue;
          for (const extension of trimmed.required) required.add(extension);
          documents.push(specDocument(kind, raw, parsed, named.name, file.section, trimmed) as AnyDocument);
        }
      }
    });
  }
  return { documents, broken, required, data, isComplete };
}

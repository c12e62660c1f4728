/** Text of a spec file -> documents whose every key and value knows its place. */
import { parseAllDocuments } from 'yaml';
import type { Source, Span } from '../text/source.ts';
import type { SpecNode } from './node.ts';
import { collectProblems, type Problems } from './problem.ts';
import { checkText } from './text-guards.ts';
import { type Conversion, convertNode } from './yaml-convert.ts';
import { reportYamlErrors } from './yaml-errors.ts';

export interface ParsedDocument {
  readonly source: Source;
  readonly root: SpecNode;
  /** False when the text was not YAML: then no more than its first keys can be relied on. */
  readonly sound: boolean;
  /** Places already reported as misread: what validation would say about them is noise. */
  readonly misread: readonly Span[];
  /** Known to meet its schema from an earlier reading. */
  readonly known: boolean;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  prettyErrors: false,
  // Duplicates are found while converting, where both places are known.
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

function reportDirectives(source: Source, problems: Problems): void {
  for (const match of source.text.matchAll(/^%[^\r\n]*/gm)) {
    const span = { source, start: match.index, end: match.index + match[0].length };
    problems.report('yaml-directive', span, 'Directives (`%…`) are not part of the language.', {
      help: 'delete the line: specs are read as YAML 1.2.',
    });
  }
}

/**
 * Parses one file. Problems of YAML and of the text itself are reported; documents come back as far as they could be
 * read, and an empty file gives none.
 */
export function parseSpec(source: Source, problems: Problems): readonly ParsedDocument[] {
  checkText(source, problems);
  if (/^%/m.test(source.text)) reportDirectives(source, problems);
  const documents = parseAllDocuments(source.text, OPTIONS);
  if ('empty' in documents) {
    problems.report('empty-spec', { source, start: 0, end: 1 }, 'There is nothing in this file.', {
      help: 'delete the file, or describe an object in it: `table: name` and so on.',
    });
    return [];
  }
  return documents.flatMap((document) => {
    const sound = document.errors.length === 0;
    const guarded = sound ? problems : collectProblems();
    const conversion: Conversion = { source, problems: guarded, misread: [], lastQuote: null };
    const root = convertNode(document.contents, document.range[0], false, null, conversion);
    if (!sound) reportYamlErrors(source, document.errors, conversion.lastQuote, guarded.all(), problems);
    if (root.kind === 'scalar' && root.value === null && sound) {
      const start = Math.min(document.range[0], Math.max(0, source.text.length - 1));
      problems.report('empty-spec', { source, start, end: start + 1 }, 'There is nothing in this document.', {
        help: 'delete its `---`.',
      });
      return [];
    }
    return [{ source, root, sound, misread: conversion.misread, known: false }];
  });
}

/** Nodes of the YAML library -> our own, with every silent trap of YAML reported on the way. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Source, Span } from '../text/source.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from './node.ts';
import type { Problems } from './problem.ts';
import { guardHash, guardKey, guardNumber, isTextPlace, markSpan, parenthesesLeftOpen } from './yaml-guards.ts';

export interface Conversion {
  readonly source: Source;
  readonly problems: Problems;
  /** Places already reported as misread: what validation would say about them is noise. */
  readonly misread: Span[];
  /** Start of the last quoted text, for the error about a quote that never closes. */
  lastQuote: number | null;
}

interface Marked {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
  readonly range?: readonly [number, number, number] | null | undefined;
}

function reportMarks(node: Marked, start: number, to: Conversion): void {
  if (node.anchor !== undefined) {
    to.problems.report('yaml-anchor', markSpan(to.source, '&', start), 'Anchors (`&…`) are not part of the language.', {
      help: 'share columns with a column group (`use:`); put text that starts with & in double quotes.',
    });
  }
  if (node.tag !== undefined) {
    to.problems.report('yaml-tag', markSpan(to.source, '!', start), 'Tags (`!…`) are not part of the language.', {
      help: 'leave it out; put text that starts with ! in double quotes.',
    });
  }
}

function missing(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, value: null };
}

function convertScalar(node: Marked & { value: unknown; type?: string }, isText: boolean, to: Conversion): ScalarNode {
  const [start, end] = node.range ?? [0, 0];
  const { value } = node;
  if (node.type === 'PLAIN') {
    guardHash(to.source, end, isText, to.problems);
    if (typeof value === 'number') guardNumber(to.source, value, start, end, to.problems);
  } else if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') {
    to.lastQuote = start;
  }
  if (typeof value === 'string' && value.includes('\0')) {
    to.problems.report('invisible-character', { source: to.source, start, end }, 'This text holds a NUL character.', {
      help: 'delete it: PostgreSQL cannot store it.',
    });
  }
  const isKept = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', start, end, value: isKept ? value : null };
}

/**
 * @param at where the value would stand, for one that is not there.
 * @param isText whether it is SQL or prose.
 * @param key the key it stands under, `null` at the root.
 */
export function convertNode(node: unknown, at: number, isText: boolean, key: string | null, to: Conversion): SpecNode {
  if (isAlias(node)) {
    const [start, end] = node.range ?? [at, at];
    to.misread.push({ source: to.source, start, end });
    to.problems.report(
      'yaml-anchor',
      { source: to.source, start, end },
      'Aliases (`*…`) are not part of the language.',
      { help: 'write the value out; put text that starts with * in double quotes.' },
    );
    return { kind: 'scalar', start, end, value: null };
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return missing(at);
  if (node.anchor !== undefined || node.tag !== undefined) reportMarks(node, node.range?.[0] ?? at, to);
  if (isScalar(node)) return convertScalar(node as Marked & { value: unknown; type?: string }, isText, to);
  return isMap(node) ? convertMap(node, at, key, to) : convertList(node, at, key, to);
}

function isUnquoted(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN';
}

/**
 * `{ type: numeric(18,4) }` is, to YAML, the keys `type` and `4)`. When the parentheses of unquoted text are left open
 * and later pieces close them, the pieces are put together again, so that one mistake is one error.
 *
 * @returns how many pieces after `at` belong to it; 0 when nothing was split.
 */
function piecesOfSplitText(source: Source, first: SpecNode, rest: readonly (Span | null)[]): number {
  let open = parenthesesLeftOpen(source.text.slice(first.start, first.end));
  if (open <= 0) return 0;
  for (const [count, piece] of rest.entries()) {
    if (piece === null) return 0;
    open += parenthesesLeftOpen(source.text.slice(piece.start, piece.end));
    if (open === 0) return count + 1;
  }
  return 0;
}

function joinPieces(start: number, end: number, key: string | null, to: Conversion): ScalarNode {
  const text = to.source.text.slice(start, end);
  to.problems.report(
    'yaml-comma-in-text',
    { source: to.source, start, end },
    `Inside { } and [ ] a comma ends unquoted text, so \`${text}\` falls apart.`,
    { help: `quote it: ${key === null ? '' : `${key}: `}"${text.replaceAll(/["\\]/g, '\\$&')}"` },
  );
  return { kind: 'scalar', start, end, value: text };
}

function pairSpan(source: Source, pair: Pair): Span | null {
  if (!isScalar(pair.key) || !pair.key.range) return null;
  const end = isScalar(pair.value) && pair.value.range ? pair.value.range[1] : pair.key.range[1];
  return isScalar(pair.value) || pair.value === null ? { source, start: pair.key.range[0], end } : null;
}

function convertKey(node: unknown, at: number, to: Conversion): Omit<MapEntry, 'value'> {
  if (isAlias(node)) convertNode(node, at, false, null, to);
  const [keyStart, keyEnd] = (node as Marked | null)?.range ?? [at, at];
  if (isScalar(node)) {
    if (node.anchor !== undefined || node.tag !== undefined) reportMarks(node as Marked, keyStart, to);
    return { key: guardKey(to.source, node.value, keyStart, keyEnd, to.problems), keyStart, keyEnd };
  }
  return { key: guardKey(to.source, node ?? null, keyStart, keyEnd, to.problems), keyStart, keyEnd };
}

function reportDuplicate(first: MapEntry, second: Omit<MapEntry, 'value'>, to: Conversion): void {
  const { source } = to;
  to.problems.report(
    'duplicate-key',
    { source, start: second.keyStart, end: second.keyEnd },
    `The key \`${second.key}\` is here a second time.`,
    {
      related: [{ message: 'the first is here', span: { source, start: first.keyStart, end: first.keyEnd } }],
      help: 'keep one of them.',
    },
  );
}

function convertMap(map: YAMLMap, at: number, parentKey: string | null, to: Conversion): MapNode {
  const [start, end] = map.range ?? [at, at];
  const entries = new Map<string, MapEntry>();
  const items = map.items;
  for (let index = 0; index < items.length; index += 1) {
    const pair = items[index];
    if (pair === undefined) continue;
    const named = convertKey(pair.key, start, to);
    if (named.key === '<<') {
      const span = { source: to.source, start: named.keyStart, end: named.keyEnd };
      to.problems.report('yaml-merge-key', span, 'Merge keys (`<<`) are not part of the language.', {
        help: 'share columns with a column group (`use:`), or write the keys out.',
      });
      continue;
    }
    const isText = isTextPlace(parentKey, named.key, isScalar(pair.value) ? pair.value.value : null);
    let value = convertNode(pair.value, named.keyEnd, isText, named.key, to);
    if (map.flow === true && value.kind === 'scalar' && isUnquoted(pair.value)) {
      const rest = items.slice(index + 1).map((later) => pairSpan(to.source, later));
      const pieces = piecesOfSplitText(to.source, value, rest);
      const last = rest[pieces - 1];
      if (last) value = joinPieces(value.start, last.end, named.key, to);
      index += pieces;
    }
    const first = entries.get(named.key);
    if (first === undefined) entries.set(named.key, { ...named, value });
    else reportDuplicate(first, named, to);
  }
  return { kind: 'map', start, end, entries: [...entries.values()] };
}

function convertList(list: YAMLSeq, at: number, key: string | null, to: Conversion): ListNode {
  const [start, end] = list.range ?? [at, at];
  const items: SpecNode[] = [];
  for (let index = 0; index < list.items.length; index += 1) {
    const item = list.items[index];
    let node = convertNode(item, start, false, key, to);
    if (list.flow === true && node.kind === 'scalar' && isUnquoted(item)) {
      const rest = list.items.slice(index + 1).map((later) => {
        const range = isScalar(later) ? later.range : null;
        return range ? { source: to.source, start: range[0], end: range[1] } : null;
      });
      const pieces = piecesOfSplitText(to.source, node, rest);
      const last = rest[pieces - 1];
      if (last) node = joinPieces(node.start, last.end, null, to);
      index += pieces;
    }
    items.push(node);
  }
  return { kind: 'list', start, end, items };
}

/** A YAML document as a tree that knows where everything stands. The values in it are what JSON Schema and lowering see. */
import type { Source, Span } from '../text/source.ts';

export type SpecNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: SpecNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  readonly items: readonly SpecNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
}

export type NodePath = readonly (string | number)[];

export function findEntry(node: SpecNode | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

function step(node: SpecNode | undefined, key: string | number): SpecNode | undefined {
  if (node?.kind === 'list') return node.items[Number(key)];
  return findEntry(node, String(key))?.value;
}

export function findNode(root: SpecNode, path: NodePath): SpecNode | undefined {
  let node: SpecNode | undefined = root;
  for (const key of path) node = step(node, key);
  return node;
}

export function nodeSpan(source: Source, node: SpecNode): Span {
  return { source, start: node.start, end: Math.max(node.end, node.start) };
}

export function keySpan(source: Source, entry: MapEntry): Span {
  return { source, start: entry.keyStart, end: entry.keyEnd };
}

/** Span of the value at a path, or of the nearest value around it that is there. */
export function valueSpanAt(source: Source, root: SpecNode, path: NodePath): Span {
  let node = root;
  for (const key of path) {
    const next = step(node, key);
    if (next === undefined) break;
    node = next;
  }
  return nodeSpan(source, node);
}

/** Span of the key at a path (of the whole item in a list), or of the nearest one around it that is there. */
export function keySpanAt(source: Source, root: SpecNode, path: NodePath): Span {
  let node = root;
  let span: Span | null = null;
  for (const key of path) {
    const entry = findEntry(node, String(key));
    const next = step(node, key);
    if (next === undefined) break;
    span = entry === undefined ? nodeSpan(source, next) : keySpan(source, entry);
    node = next;
  }
  return span ?? nodeSpan(source, root);
}

/** The plain value of a node. Keys are always own properties, `__proto__` too; read them with that in mind. */
export function toValue(node: SpecNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toValue);
    case 'map': {
      // Objects without a prototype would be safer still, and several times slower to fill.
      const object: Record<string, unknown> = {};
      for (const { key, value } of node.entries) {
        if (key === '__proto__') Object.defineProperty(object, key, { value: toValue(value), enumerable: true });
        else object[key] = toValue(value);
      }
      return object;
    }
  }
}

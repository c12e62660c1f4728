/**
 * The parts of a document that a target gets. It is decided here, before anything is lowered and for every sort of part
 * alike, so that nothing behind it knows of `requires`, `lacks` and `otherwise`.
 */
import type { Ident } from '../model/name.ts';
import type { Target } from '../target/target.ts';
import type { Source, Span } from '../text/source.ts';
import { findEntry, keySpan, type MapNode, type NodePath, nodeSpan, type SpecNode } from './node.ts';

/** A part that the target does not get. */
export interface AbsentPart {
  readonly path: NodePath;
  readonly span: Span;
  /** What the part says of the extension, and what another part has to say to go with it. */
  readonly condition: 'requires' | 'lacks';
  readonly extension: Ident;
}

export interface ForTarget {
  /** The same node when the target gets all of it. */
  readonly root: SpecNode;
  readonly absent: readonly AbsentPart[];
  /** Extensions that parts require and the target uses. */
  readonly required: ReadonlySet<Ident>;
}

interface Unmet {
  readonly condition: 'requires' | 'lacks';
  readonly extension: Ident;
}

function textAt(part: SpecNode, key: 'requires' | 'lacks'): Ident | null {
  const node = findEntry(part, key)?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

function hasPart(target: Target, name: Ident): boolean {
  return target.extensions.has(name) || (target.features as ReadonlySet<string>).has(name);
}

function unmetOf(part: SpecNode, target: Target): Unmet | null {
  const lacks = textAt(part, 'lacks');
  if (lacks !== null && hasPart(target, lacks)) return { condition: 'lacks', extension: lacks };
  const requires = textAt(part, 'requires');
  if (requires !== null && !hasPart(target, requires)) return { condition: 'requires', extension: requires };
  return null;
}

/** The column with its other type, `null` when it has none. */
function withOtherType(part: MapNode): MapNode | null {
  const otherwise = findEntry(part, 'otherwise');
  if (otherwise === undefined) return null;
  const entries = part.entries.map((entry) => (entry.key === 'type' ? { ...entry, value: otherwise.value } : entry));
  return { ...part, entries };
}

/** So that what the target gets all of is known by being the same node. */
function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Walks over the parts of one document, or of one column group. */
function trimmer(source: Source, target: Target) {
  const absent: AbsentPart[] = [];
  const required = new Set<Ident>();

  /** @returns `null` for a part that is not there */
  const trimPart = (part: SpecNode, path: NodePath, span: Span): SpecNode | null => {
    if (part.kind !== 'map') return part;
    const unmet = unmetOf(part, target);
    if (unmet === null) {
      const requires = textAt(part, 'requires');
      if (requires !== null && target.extensions.has(requires)) required.add(requires);
      return part;
    }
    const other = unmet.condition === 'requires' ? withOtherType(part) : null;
    if (other === null) absent.push({ path, span, ...unmet });
    return other;
  };

  const trimCollection = (node: SpecNode, path: NodePath): SpecNode => {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'list') {
      const items = node.items.flatMap((item, at) => trimPart(item, [...path, at], nodeSpan(source, item)) ?? []);
      return isSame(items, node.items) ? node : { ...node, items };
    }
    const entries = node.entries.flatMap((entry) => {
      const value = trimPart(entry.value, [...path, entry.key], keySpan(source, entry));
      if (value === null) return [];
      return value === entry.value ? entry : { ...entry, value };
    });
    return isSame(entries, node.entries) ? node : { ...node, entries };
  };

  /** The collections in a map, such as `columns:` and `indexes:` in a table. */
  const trimMap = (map: MapNode, path: NodePath): MapNode => {
    const entries = map.entries.map((entry) => {
      const value = trimCollection(entry.value, [...path, entry.key]);
      return value === entry.value ? entry : { ...entry, value };
    });
    return isSame(entries, map.entries) ? map : { ...map, entries };
  };

  return { absent, required, trimPart, trimMap };
}

/** @returns `null` when the target does not get the document at all. */
export function documentForTarget(source: Source, root: SpecNode, target: Target): ForTarget | null {
  const { absent, required, trimPart, trimMap } = trimmer(source, target);
  const whole = trimPart(root, [], nodeSpan(source, root));
  if (whole === null) return null;
  return { root: whole.kind === 'map' ? trimMap(whole, []) : whole, absent, required };
}

/** Column groups: each is to its columns and triggers what a table is. */
export function groupsForTarget(source: Source, root: SpecNode, target: Target): ForTarget {
  const { absent, required, trimMap } = trimmer(source, target);
  if (root.kind !== 'map') return { root, absent, required };
  const entries = root.entries.map((entry) =>
    entry.value.kind === 'map' ? { ...entry, value: trimMap(entry.value, [entry.key]) } : entry,
  );
  return { root: { ...root, entries }, absent, required };
}

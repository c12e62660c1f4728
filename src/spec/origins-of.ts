/** Where the parts of compiled objects were written. Looked up on demand: most parts are never asked for. */
import type { ObjectKey } from '../model/model.ts';
import type { Origins } from '../text/origins.ts';
import type { Source, Span } from '../text/source.ts';
import { findEntry, keySpan, nodeSpan, type SpecNode } from './node.ts';

export interface ObjectOrigin {
  readonly source: Source;
  readonly root: SpecNode;
  /** The object's own name. */
  readonly name: Span;
  /** Constraints, indexes, policies and triggers by name. */
  readonly named: ReadonlyMap<string, Span>;
  /** Parts that stand elsewhere: columns of groups, at the `use:` that brings them. */
  readonly elsewhere: () => ReadonlyMap<string, Span>;
}

interface Step {
  readonly span: Span;
  readonly node: SpecNode;
  readonly used: number;
}

/** One step down. Names may hold dots, so the longest run of pieces that is a key counts. */
function stepInto(source: Source, node: SpecNode, pieces: readonly string[]): Step | null {
  if (node.kind === 'list') {
    const item = node.items[Number(pieces[0])];
    return item === undefined ? null : { span: nodeSpan(source, item), node: item, used: 1 };
  }
  for (let used = pieces.length; used > 0; used -= 1) {
    const entry = findEntry(node, pieces.slice(0, used).join('.'));
    if (entry !== undefined) return { span: keySpan(source, entry), node: entry.value, used };
  }
  return null;
}

function findPart(origin: ObjectOrigin, part: string): Span {
  const elsewhere = origin.elsewhere();
  const exact = elsewhere.get(part);
  if (exact !== undefined) return exact;
  const around = [...elsewhere].find(([path]) => part.startsWith(`${path}.`));
  if (around !== undefined) return around[1];
  let { name: span, root: node } = origin;
  let pieces = part === '' ? [] : part.split('.');
  while (pieces.length > 0) {
    const step = stepInto(origin.source, node, pieces);
    if (step === null) break;
    span = step.span;
    node = step.node;
    pieces = pieces.slice(step.used);
  }
  return span;
}

export function originsOf(objects: ReadonlyMap<ObjectKey, ObjectOrigin>): Origins {
  return {
    find(object, part = '') {
      const origin = objects.get(object);
      return origin === undefined ? null : findPart(origin, part);
    },
    findNamed: (object, name) => objects.get(object)?.named.get(name) ?? null,
  };
}

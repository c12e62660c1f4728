import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { type IndexShape, indexShapesOf, samePredicate, shapeText, startsWithKeys } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function sameIndex(a: IndexShape, b: IndexShape): boolean {
  return (
    a.method === b.method &&
    a.keys.length === b.keys.length &&
    startsWithKeys(a.keys, b.keys) &&
    samePredicate(a.where, b.where) &&
    [...a.include].sort().join() === [...b.include].sort().join()
  );
}

export const duplicateIndex: Rule = {
  code: 'duplicate-index',
  severity: 'error',
  problem: 'Two equal indexes cost every write and all their space twice and serve no query more.',
  instead: 'Keep one; a primary key or unique constraint brings its own index.',
  check: overTables((table, context) => {
    const shapes = indexShapesOf(table);
    return shapes.map((shape, at) => {
      const first = shapes.slice(0, at).find((other) => sameIndex(other, shape));
      if (first === undefined) return null;
      // The unique one of two carries a rule as well, so the other one has to go.
      const [kept, extra] = shape.unique && !first.unique ? [shape, first] : [first, shape];
      return finding(context, table, {
        place: { named: extra.name },
        message: `The ${extra.made} "${extra.name}" of ${displayName(table.name)} repeats the ${kept.made} "${kept.name}" ${shapeText(kept)}.`,
        help: `remove the ${extra.made} "${extra.name}".`,
        related: [relatedPlace(context, table, { named: kept.name }, `the ${kept.made} "${kept.name}" is here`)],
      });
    });
  }),
};

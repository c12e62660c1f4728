import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import {
  type IndexShape,
  indexShapesOf,
  keyColumns,
  samePredicate,
  shapeText,
  startsWithKeys,
} from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Whether every query of `shorter` can use `longer`, which has more keys. */
function contains(longer: IndexShape, shorter: IndexShape): boolean {
  if (longer.method !== 'btree' || longer.keys.length < shorter.keys.length) return false;
  const wider = longer.keys.length > shorter.keys.length || longer.include.length > shorter.include.length;
  const held = [...keyColumns(longer), ...longer.include];
  return (
    wider &&
    samePredicate(longer.where, shorter.where) &&
    startsWithKeys(longer.keys, shorter.keys) &&
    shorter.include.every((column) => held.includes(column))
  );
}

export const redundantIndex: Rule = {
  code: 'redundant-index',
  severity: 'error',
  problem: 'An index that another one starts with costs every write and serves no query that the longer one does not.',
  instead: 'Keep the longer index; say in `allow` why a much smaller one pays.',
  check: overTables((table, context) => {
    const shapes = indexShapesOf(table);
    return shapes.map((shape) => {
      if (shape.made !== 'index' || shape.unique || shape.method !== 'btree') return null;
      const longer = shapes.find((other) => other !== shape && contains(other, shape));
      if (longer === undefined) return null;
      return finding(context, table, {
        place: { named: shape.name },
        message: `The index "${shape.name}" ${shapeText(shape)} of ${displayName(table.name)} is the beginning of the ${longer.made} "${longer.name}" ${shapeText(longer)}.`,
        help: `remove the index "${shape.name}".`,
        related: [relatedPlace(context, table, { named: longer.name }, `the ${longer.made} "${longer.name}" is here`)],
      });
    });
  }),
};

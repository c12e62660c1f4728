import { displayName } from '../../model/name.ts';
import { placementOf, scaleOf } from '../../model/scale.ts';
import { finding, relatedPlace } from '../finding.ts';
import { indexShapesOf } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { operatorsOf, uniqueProblem } from '../scale-problems.ts';
import { overTables } from '../walk.ts';

export const distributionKeyInUnique: Rule = {
  code: 'distribution-key-in-unique',
  severity: 'error',
  problem:
    'Each server knows its own rows only, so Citus refuses a primary key, unique constraint, unique index or exclusion that lacks the distribution column.',
  instead:
    'Add the distribution column to the key, or say under `drops` of `scale` why the table can do without it on several servers.',
  check: overTables((table, context) => {
    const { placement, drops } = scaleOf(context.info, table);
    if (placement.kind !== 'distributed') return [];
    return indexShapesOf(table).map((shape) => {
      const problem = uniqueProblem(placementOf(context.info, table), shape, operatorsOf(table, shape));
      if (problem === null || drops.has(shape.name)) return null;
      return finding(context, table, {
        place: { named: shape.name },
        message: `The ${shape.made === 'index' ? 'unique index' : shape.made} "${shape.name}" of ${displayName(table.name)} lacks its distribution column ${placement.by}.`,
        help: `add ${placement.by} to it${shape.made === 'exclusion constraint' ? ' with =' : ''}, or name it under \`scale.drops\` with the reason.`,
        related: [relatedPlace(context, table, 'scale', `distributed by ${placement.by}`)],
      });
    });
  }),
};

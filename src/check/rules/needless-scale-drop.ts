import { findTable } from '../../model/keys.ts';
import type { Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { placementOf, scaleOf } from '../../model/scale.ts';
import { finding } from '../finding.ts';
import { indexShapesOf } from '../index-shape.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { foreignKeyProblem, operatorsOf, triggerProblem, uniqueProblem } from '../scale-problems.ts';
import { overTables } from '../walk.ts';

/** Names of the parts that Citus refuses, and of those that are worth leaving out. */
function refusedParts({ model, info }: RuleContext, table: Table): ReadonlySet<Ident> {
  const refused = new Set<Ident>();
  for (const constraint of table.constraints) {
    const target = constraint.kind === 'foreignKey' ? findTable(model, constraint.target) : null;
    if (constraint.kind !== 'foreignKey' || target === null) continue;
    const ends = [table, target].map((end) => placementOf(info, end).kind);
    // It can stand, and makes Citus take charge of the local table and of all that hangs on it.
    const isTie = ends.includes('local') && ends.includes('reference');
    if (isTie || foreignKeyProblem(info, table, constraint, target) !== null) refused.add(constraint.name);
  }
  for (const shape of indexShapesOf(table)) {
    if (uniqueProblem(placementOf(info, table), shape, operatorsOf(table, shape)) !== null) refused.add(shape.name);
  }
  for (const trigger of table.triggers) {
    if (triggerProblem(model, info, table, trigger) !== null) refused.add(trigger.name);
  }
  return refused;
}

export const needlessScaleDrop: Rule = {
  code: 'needless-scale-drop',
  severity: 'error',
  problem: 'What is left out although it could stay protects nothing any more, and nobody notices.',
  instead: 'Take it out of `drops`.',
  check: overTables((table, context) => {
    const { drops } = scaleOf(context.info, table);
    if (drops.size === 0) return [];
    const refused = refusedParts(context, table);
    return [...drops.keys()].map((part) =>
      refused.has(part)
        ? null
        : finding(context, table, {
            place: `scale.drops.${part}`,
            message: `${displayName(table.name)} drops "${part}", which can stand on several servers.`,
            help: `remove ${part} from \`scale.drops\`.`,
          }),
    );
  }),
};

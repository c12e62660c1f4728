import { findTable } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { placementOf } from '../../model/scale.ts';
import { displayType, sameType, withoutArgs } from '../../model/type.ts';
import { finding, relatedPlace } from '../finding.ts';
import { baseType, findColumn } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const coLocationBroken: Rule = {
  code: 'co-location-broken',
  severity: 'error',
  problem:
    'Citus puts tables together by the hash of one type: it refuses to co-locate with a table that is not distributed, or by columns of different types.',
  instead: 'Name the table that the group is named after, and distribute by a column of the same type.',
  check: overTables((table, context) => {
    const placement = placementOf(context.info, table);
    if (placement.kind !== 'distributed' || placement.with === null) return [];
    const root = findTable(context.model, placement.with);
    if (root === null) return [];
    const name = displayName(table.name);
    const rootName = displayName(root.name);
    const there = placementOf(context.info, root);
    const report = (message: string, help: string) => [
      finding(context, table, {
        place: 'scale.with',
        message,
        help,
        related: [relatedPlace(context, root, 'scale', `${rootName} is here`)],
      }),
    ];
    if (there.kind !== 'distributed') {
      return report(
        `${name} goes with ${rootName}, which is not distributed.`,
        `write \`scale: { by: … }\` in ${rootName}.`,
      );
    }
    if (there.with !== null) {
      const first = displayName(there.with);
      return report(`${name} goes with ${rootName}, which goes with ${first} itself.`, `write \`with: ${first}\`.`);
    }
    const column = findColumn(table, placement.by);
    const other = findColumn(root, there.by);
    if (column === null || other === null) return [];
    const types = [column, other].map(({ type }) => withoutArgs(baseType(context.model, type)));
    const [own, its] = types;
    if (own === undefined || its === undefined || sameType(own, its)) return [];
    return report(
      `${name}.${column.name} is ${displayType(column.type)}, but goes with ${rootName}.${other.name}, which is ${displayType(other.type)}.`,
      `distribute by a column of type ${displayType(other.type)}, or leave \`with\` out.`,
    );
  }),
};

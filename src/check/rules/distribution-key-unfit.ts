import { displayName } from '../../model/name.ts';
import { placementOf } from '../../model/scale.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType, findColumn } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Built-in types without a hash function, as far as somebody might think of them. */
const WITHOUT_HASH: ReadonlySet<string> = new Set([
  'json',
  'xml',
  'point',
  'box',
  'polygon',
  'path',
  'tsquery',
  'money',
]);

export const distributionKeyUnfit: Rule = {
  code: 'distribution-key-unfit',
  severity: 'error',
  problem:
    'Citus decides by a hash of the distribution column where a row is: it refuses a generated column, a type without a hash, and every row whose value is null.',
  instead: 'Distribute by a plain column that is never null, such as the id of the parent row or of the owner.',
  check: overTables((table, context) => {
    const placement = placementOf(context.info, table);
    if (placement.kind !== 'distributed') return [];
    const column = findColumn(table, placement.by);
    if (column === null) return [];
    const type = baseType(context.model, column.type);
    const flaw =
      column.value.kind === 'generated'
        ? 'is generated'
        : column.nullable
          ? 'may be null'
          : type.dimensions === 0 && WITHOUT_HASH.has(type.name)
            ? `is ${displayType(column.type)}, which has no hash`
            : null;
    if (flaw === null) return [];
    return [
      finding(context, table, {
        place: 'scale.by',
        message: `${displayName(table.name)} is distributed by ${column.name}, which ${flaw}.`,
        help: 'name another column in `scale`, or leave `scale` out.',
      }),
    ];
  }),
};

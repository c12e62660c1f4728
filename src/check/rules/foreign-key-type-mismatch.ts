import { findTable } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { displayType, sameType, withoutArgs } from '../../model/type.ts';
import { finding, relatedPlace } from '../finding.ts';
import { baseType, findColumn } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

export const foreignKeyTypeMismatch: Rule = {
  code: 'foreign-key-type-mismatch',
  severity: 'error',
  problem:
    'PostgreSQL refuses a foreign key between types that have no equality, and casts on every check and join where it takes it, so that the index is not used.',
  instead: 'Give the referring column the type of the column it refers to.',
  check: overForeignKeys((key, table, context) => {
    const target = findTable(context.model, key.target);
    if (target === null) return null;
    const name = displayName(table.name);
    if (key.columns.length !== key.targetColumns.length) {
      return finding(context, table, {
        place: { named: key.name },
        message: `The foreign key "${key.name}" of ${name} has ${key.columns.length} columns and refers to ${key.targetColumns.length}.`,
        help: `name as many columns of ${displayName(target.name)} as of ${name}, in the same order.`,
      });
    }
    for (const [at, columnName] of key.columns.entries()) {
      const column = findColumn(table, columnName);
      const other = findColumn(target, key.targetColumns[at] ?? '');
      if (column === null || other === null) continue;
      const own = withoutArgs(baseType(context.model, column.type));
      if (sameType(own, withoutArgs(baseType(context.model, other.type)))) continue;
      const otherName = `${displayName(target.name)}.${other.name}`;
      return finding(context, table, {
        place: `columns.${column.name}.type`,
        message: `${name}.${column.name} is ${displayType(column.type)}, but refers to ${otherName}, which is ${displayType(other.type)}.`,
        help: `write ${column.name} with type ${displayType(other.type)}, or refer to a column of type ${displayType(column.type)}.`,
        related: [
          relatedPlace(context, target, `columns.${other.name}.type`, `${otherName} is ${displayType(other.type)}`),
        ],
      });
    }
    return null;
  }),
};

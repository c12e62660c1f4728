import { displayName } from '../../model/name.ts';
import { placementOf } from '../../model/scale.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

export const identityTooSmallToSpread: Rule = {
  code: 'identity-too-small-to-spread',
  severity: 'error',
  problem:
    'Citus gives each server numbers of its own by the upper bits of a bigint, and refuses an identity column of a smaller type in a distributed or reference table.',
  instead: 'Make the identity column bigint, or let the writer give the number.',
  check: overColumns((column, table, context) => {
    const placement = placementOf(context.info, table);
    if (placement.kind === 'local' || column.value.kind !== 'identity' || column.type.name === 'bigint') return null;
    return finding(context, table, {
      place: `columns.${column.name}.type`,
      message: `${displayName(table.name)}.${column.name} is an identity of type ${displayType(column.type)}, and the table is on several servers.`,
      help: 'write bigint.',
    });
  }),
};

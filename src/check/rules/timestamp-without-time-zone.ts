import { displayName } from '../../model/name.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

export const timestampWithoutTimeZone: Rule = {
  code: 'timestamp-without-time-zone',
  severity: 'error',
  problem:
    'A timestamp without time zone means another moment on every server and client, and jumps with daylight saving.',
  instead: 'Use `timestamptz`, or `date` for a day.',
  check: overColumns((column, table, context) => {
    if (baseType(context.model, column.type).name !== 'timestamp without time zone') return null;
    return finding(context, table, {
      place: `columns.${column.name}.type`,
      message: `${displayName(table.name)}.${column.name} is ${displayType(column.type)}, which names no moment.`,
      help: 'write `timestamptz`, or `date` for a day.',
    });
  }),
};

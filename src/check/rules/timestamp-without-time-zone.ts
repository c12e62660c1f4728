import type { FunctionDef } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType, lookupOf } from '../lookup.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { overColumns } from '../walk.ts';

const WITHOUT = 'timestamp without time zone';

const inColumns = overColumns((column, table, context) => {
  if (baseType(context.model, column.type).name !== WITHOUT) return null;
  return finding(context, table, {
    place: `columns.${column.name}.type`,
    message: `${displayName(table.name)}.${column.name} is ${displayType(column.type)}, which names no moment.`,
    help: 'write `timestamptz`, or `date` for a day.',
  });
});

/** `timestamp`, `timestamp(3)`, also among the columns of `table (…)`; not `timestamptz` and `… with time zone`. */
const IN_RESULT = /\btimestamp\b(?!\s*(\(\d+\)\s*)?with time zone)/i;

function inFunction(context: RuleContext, fn: FunctionDef): readonly Finding[] {
  const name = displayName(fn.name);
  const args = fn.args.filter(({ type }) => baseType(context.model, type).name === WITHOUT);
  const found = args.map((arg) =>
    finding(context, fn, {
      place: `arguments.${arg.name ?? ''}`,
      message: `The argument ${arg.name ?? ''} of the function ${name} is ${displayType(arg.type)}, which names no moment.`,
      help: 'write `timestamptz`, or `date` for a day.',
    }),
  );
  if (!IN_RESULT.test(fn.returns)) return found;
  const result = finding(context, fn, {
    place: 'returns',
    message: `The function ${name} returns ${fn.returns}, which names no moment.`,
    help: 'write `timestamptz`, or `date` for a day.',
  });
  return [...found, result];
}

export const timestampWithoutTimeZone: Rule = {
  code: 'timestamp-without-time-zone',
  severity: 'error',
  problem:
    'A timestamp without time zone means another moment on every server and client, and jumps with daylight saving.',
  instead: 'Use `timestamptz`, or `date` for a day.',
  check: (context) => [
    ...inColumns(context),
    ...[...lookupOf(context.model).functions.values()].flat().flatMap((fn) => inFunction(context, fn)),
  ],
};

import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

const INTEGER_OF: ReadonlyMap<string, string> = new Map([
  ['serial', 'integer'],
  ['serial4', 'integer'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
  ['smallserial', 'smallint'],
  ['serial2', 'smallint'],
]);

export const serialType: Rule = {
  code: 'serial-type',
  severity: 'error',
  problem:
    'serial is no type but a shorthand for a sequence and a default, with rights and an owner of their own to forget.',
  instead: 'Write `{ type: bigint, identity: always }`.',
  check: overColumns((column, table, context) => {
    const integer = column.type.schema === null ? INTEGER_OF.get(column.type.name) : undefined;
    if (integer === undefined) return null;
    return finding(context, table, {
      place: `columns.${column.name}.type`,
      message: `${displayName(table.name)}.${column.name} is written as ${column.type.name}, which is not a type.`,
      help: `write \`${column.name}: { type: ${integer}, identity: always }\`.`,
    });
  }),
};

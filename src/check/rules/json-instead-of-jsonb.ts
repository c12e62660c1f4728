import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

export const jsonInsteadOfJsonb: Rule = {
  code: 'json-instead-of-jsonb',
  severity: 'warning',
  problem: 'The type json has no equality and no index, and is parsed again at every read.',
  instead: 'Use `jsonb`; keep `json` only where the exact text counts, as with a signed body.',
  check: overColumns((column, table, context) => {
    if (baseType(context.model, column.type).name !== 'json') return null;
    return finding(context, table, {
      place: `columns.${column.name}.type`,
      message: `${displayName(table.name)}.${column.name} is json, which cannot be compared or indexed.`,
      help: 'write `jsonb`, or say in `allow` why the exact text counts.',
    });
  }),
};

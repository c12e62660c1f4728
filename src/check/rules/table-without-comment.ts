import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const tableWithoutComment: Rule = {
  code: 'table-without-comment',
  severity: 'error',
  problem: 'Among hundreds of tables nobody can tell what one row of this one means.',
  instead: 'Write one sentence that says what a row is.',
  check: overTables((table, context) =>
    table.comment !== null && table.comment.trim() !== ''
      ? []
      : [
          finding(context, table, {
            place: 'comment',
            message: `${displayName(table.name)} has no comment.`,
            help: 'add `comment: One row is …`.',
          }),
        ],
  ),
};

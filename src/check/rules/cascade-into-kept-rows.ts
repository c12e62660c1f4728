import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { whyKept } from '../kept-rows.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

/** A chain of cascades needs no search: its last link is a foreign key of the kept table itself. */
export const cascadeIntoKeptRows: Rule = {
  code: 'cascade-into-kept-rows',
  severity: 'error',
  problem:
    'Deleting the referenced row takes rows along that an audit or the law wants, or fails at run time because they refuse to go.',
  instead: 'Use `on_delete: restrict`, or `set null` where the row can do without what it refers to.',
  check: overForeignKeys((key, table, context) => {
    const why = key.onDelete.kind === 'cascade' ? whyKept(table) : null;
    if (why === null) return null;
    return finding(context, table, {
      place: { named: key.name },
      message: `${displayName(table.name)} ${why}, but "${key.name}" says on_delete: cascade from ${displayName(key.target)}.`,
      help: 'write `on_delete: restrict`, and erase people by anonymising their rows in place.',
    });
  }),
};

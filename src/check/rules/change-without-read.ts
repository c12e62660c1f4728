import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const changeWithoutRead: Rule = {
  code: 'change-without-read',
  severity: 'error',
  problem:
    'UPDATE and DELETE find their rows by reading them, so those who may not read them change nothing, and are not told.',
  instead: 'Put everybody who may update or delete under `read` too, or let the service do it.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    if (access === null) return [];
    const blind = [...new Set([...access.words.update, ...access.words.delete])].filter(
      (word) => word !== 'service' && !access.words.select.includes(word) && !access.words.select.includes('anyone'),
    );
    if (blind.length === 0) return [];
    return [
      finding(context, table, {
        place: 'access',
        message: `${displayName(table.name)} lets ${blind.join(', ')} change rows that they may not read.`,
        help: `add ${blind.map((word) => `\`${word}\``).join(' and ')} to read, or take it out of write.`,
      }),
    ];
  }),
};

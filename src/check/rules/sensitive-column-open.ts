import type { AccessWord, PiiClass } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Words that let people in whom a row is not about. */
const OTHERS: ReadonlySet<AccessWord> = new Set(['anyone', 'members', 'viewers', 'subscribers']);

const SENSITIVE: ReadonlySet<PiiClass> = new Set(['contact', 'financial']);

export const sensitiveColumnOpen: Rule = {
  code: 'sensitive-column-open',
  severity: 'error',
  problem: 'An address, a number or an account of a person can be read by others, row by row, through an API.',
  instead: 'Put the column under `hidden`, or move it to a table that only its owner reads.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    const access = info?.access ?? null;
    const others = access?.words.select.filter((word) => OTHERS.has(word)) ?? [];
    if (info === undefined || access === null || others.length === 0) return [];
    return table.columns
      .filter(({ name }) => SENSITIVE.has(info.pii.get(name) ?? 'identity') && !access.hidden.has(name))
      .map(({ name }) =>
        finding(context, table, {
          place: `columns.${name}`,
          message: `${displayName(table.name)} lets ${others.join(', ')} read ${name}, classed as ${info.pii.get(name)}.`,
          help: `add \`hidden: [${name}]\` to its access.`,
        }),
      );
  }),
};

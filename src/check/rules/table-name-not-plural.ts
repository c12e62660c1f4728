import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Sums over a span of time: `user_activity_daily` has one row for each user and day. */
const SPANS = new Set(['hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly']);

/** Said of the noun before it: `feature_values_online`. */
const TRAILING_ADJECTIVES = new Set(['online', 'offline', 'archived']);

/** Words that mean many rows without an s. */
const COLLECTIONS = new Set(
  `audit content data dedup dunning equipment evidence feedback glossary history inbox information inventory log map media
  metadata outbox presence progress provenance queue staff children criteria indices matrices people vertices`.split(
    /\s+/,
  ),
);

/** `address`, `status`, `analysis`: an s that makes no plural. */
const SINGULAR_S = /(ss|us|[sx]is)$/;

function isPlural(name: string): boolean {
  const words = name.replace(/_\d+$/, '').split('_');
  const last = words.pop() ?? '';
  if (SPANS.has(last)) return true;
  const noun = TRAILING_ADJECTIVES.has(last) ? (words.pop() ?? last) : last;
  return COLLECTIONS.has(noun) || (noun.endsWith('s') && !SINGULAR_S.test(noun));
}

function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/[sx]is$/.test(name)) return `${name.slice(0, -2)}es`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

export const tableNameNotPlural: Rule = {
  code: 'table-name-not-plural',
  severity: 'warning',
  problem:
    'When some tables are called by what one row is and others by what all rows are, every query has to look the name up.',
  instead:
    'Name the table after its rows, in the plural; words that mean many as they are, such as `media`, `staff`, `history` or `queue`, and sums such as `metrics_daily` are fine.',
  check: overTables((table, context) => {
    const { name } = table.name;
    if (isPlural(name)) return [];
    return [
      finding(context, table, {
        place: '',
        message: `${displayName(table.name)} is not a plural.`,
        help: `write \`${pluralOf(name)}\`.`,
      }),
    ];
  }),
};

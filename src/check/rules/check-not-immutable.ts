import { finding } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { calledFunctions, type SqlToken } from '../sql-tokens.ts';
import { tableExpressions } from '../table-expression.ts';
import { overTables } from '../walk.ts';

/** Words that mean the present moment or session without parentheses. */
const MOMENT_WORDS = new Set(
  `current_date current_time current_timestamp localtime localtimestamp current_user current_role session_user
  current_schema current_catalog`.split(/\s+/),
);

const CHANGING_FUNCTIONS = new Set(
  `now clock_timestamp statement_timestamp transaction_timestamp timeofday random gen_random_uuid uuidv4 uuidv7 nextval
  currval setval current_setting set_config txid_current pg_current_xact_id pg_backend_pid inet_client_addr
  current_database`.split(/\s+/),
);

/** STABLE, so fine in a check but refused in an index or generated column: they depend on a setting. */
const STABLE_FUNCTIONS = new Set([
  'concat',
  'concat_ws',
  'format',
  'to_char',
  'array_to_string',
  'unaccent',
  'to_date',
  'to_timestamp',
]);

/** `to_tsvector(body)` takes the configuration from a setting; `to_tsvector('simple', body)` does not. */
function findsConfiguration(tokens: readonly SqlToken[]): boolean {
  return tokens.some((token, at) => {
    if (token.text !== 'to_tsvector' || tokens[at + 1]?.text !== '(') return false;
    return tokens[at + 2]?.kind !== 'string' || tokens[at + 3]?.text === ')';
  });
}

function ownVolatility(context: RuleContext, called: string): 'immutable' | 'stable' | 'volatile' {
  const name = called.includes('.') ? called : `public.${called}`;
  const [fn] = lookupOf(context.model).functions.get(name) ?? [];
  return fn?.volatility ?? 'immutable';
}

/** What in the expression gives another result another time, or `null`. */
function changingPart(context: RuleContext, tokens: readonly SqlToken[], strict: boolean): string | null {
  const word = tokens.find((token, at) => {
    const isPart = tokens[at - 1]?.text === '.' || tokens[at + 1]?.text === '.';
    return token.kind === 'word' && MOMENT_WORDS.has(token.text) && !isPart;
  });
  if (word !== undefined) return word.text;
  const called = calledFunctions(tokens).find((name) => {
    if (CHANGING_FUNCTIONS.has(name)) return true;
    const volatility = ownVolatility(context, name);
    return strict ? STABLE_FUNCTIONS.has(name) || volatility !== 'immutable' : volatility === 'volatile';
  });
  if (called !== undefined) return `${called}()`;
  return strict && findsConfiguration(tokens) ? 'to_tsvector() without a configuration' : null;
}

const INSTEAD = {
  check: 'compare with a column, such as created_at, or check it in a trigger when the row is written.',
  generated: 'fill the column in a trigger, or call an immutable function.',
  index: 'leave it out of the index and compare in the query, or call an immutable function.',
} as const;

export const checkNotImmutable: Rule = {
  code: 'check-not-immutable',
  severity: 'error',
  problem:
    'A check that depends on the moment is true when the row is written and false when a backup is restored; an index or generated column with it is refused.',
  instead: 'Compare columns with each other, and use only functions that are immutable.',
  check: overTables((table, context) =>
    tableExpressions(table).map(({ kind, tokens, place, subject }) => {
      if (kind !== 'check' && kind !== 'generated' && kind !== 'index') return null;
      const part = changingPart(context, tokens, kind !== 'check');
      if (part === null) return null;
      return finding(context, table, {
        place,
        message: `${subject} uses ${part}, which gives another result another time.`,
        help: INSTEAD[kind],
      });
    }),
  ),
};

import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { SqlToken } from '../sql-tokens.ts';
import { tableExpressions } from '../table-expression.ts';
import { overTables } from '../walk.ts';

const ARROWS = new Set(['->', '->>', '#>', '#>>']);

/** Functions that turn NULL into a value. */
const NULL_SAFE = new Set(['coalesce', 'num_nulls', 'num_nonnulls', 'concat', 'concat_ws', 'jsonb_build_object']);

type Tokens = readonly SqlToken[];

/** `data ->> 'a' is not null`: the word after the operand and the parentheses and casts that close over it. */
function isTestedForNull(tokens: Tokens, arrow: number): boolean {
  let at = arrow + 1;
  if (tokens[at]?.text === '(') return false;
  at += 1;
  for (;;) {
    const text = tokens[at]?.text ?? '';
    if (text === ')') at += 1;
    else if (text === '::' || ARROWS.has(text)) at += 2;
    else return tokens[at]?.text === 'is' && tokens[at]?.kind === 'word';
  }
}

/** The first arrow whose NULL can make the whole check NULL, which passes. */
function leakingArrow(tokens: Tokens): SqlToken | null {
  const groups: boolean[] = [];
  // Between WHEN and THEN a NULL means no, and the next branch is asked.
  const branches: boolean[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(') groups.push(NULL_SAFE.has(tokens[at - 1]?.text ?? ''));
    if (token.text === ')') groups.pop();
    if (token.kind === 'word') {
      if (token.text === 'case') branches.push(true);
      if (token.text === 'end') branches.pop();
      if (branches.length > 0 && (token.text === 'when' || token.text === 'then' || token.text === 'else')) {
        branches[branches.length - 1] = token.text === 'when';
      }
    }
    if (token.kind !== 'symbol' || !ARROWS.has(token.text)) continue;
    if (groups.includes(true) || branches.at(-1) === true || isTestedForNull(tokens, at)) continue;
    return token;
  }
  return null;
}

export const checkPassesOnNull: Rule = {
  code: 'check-passes-on-null',
  severity: 'warning',
  problem:
    'A key that is missing from jsonb gives NULL, and a check whose result is NULL passes: the row that it should stop is let in.',
  instead:
    "Write `coalesce(data ->> 'kind' = 'a', false)`, or test the key with `is not null` as well and wrap the rest.",
  check: overTables((table, context) =>
    tableExpressions(table).map(({ kind, expr, tokens, place, subject }) => {
      const arrow = kind === 'check' && /[-#]>/.test(expr) ? leakingArrow(tokens) : null;
      if (arrow === null) return null;
      return finding(context, table, {
        place,
        message: `${subject} takes a key out of jsonb by ${arrow.text} and passes when the key is missing.`,
        help: `wrap the comparison in \`coalesce(…, false)\`, or in \`coalesce(…, true)\` when ${displayName(table.name)} may do without the key.`,
      });
    }),
  ),
};

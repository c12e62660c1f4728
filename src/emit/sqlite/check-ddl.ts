/** Checks: in the table, or in a trigger where they need a subquery. */
import type { Model, Table } from '../../model/model.ts';
import { attempt } from './attempt.ts';
import { truth } from './condition.ts';
import type { Conjunction } from './conjunction.ts';
import { translated } from './expression.ts';
import type { Keeper } from './keeper.ts';
import { tight } from './piece.ts';
import { id, lit } from './quote.ts';
import { sourcesScope } from './scope.ts';

/** A condition that SQLite takes in a trigger alone. */
export interface RowCheck {
  readonly name: string;
  readonly condition: string;
}

/** @returns the condition, or nothing; what is not in it has been given to `lose` or to the trigger that keeps it */
export function checkTexts(
  { kept, lost }: Conjunction,
  what: string,
  keeper: Keeper,
  isKeptElsewhere = false,
): readonly string[] {
  if (lost.length > 0) {
    const isPart = kept.length > 0 || isKeptElsewhere;
    keeper.lose(isPart ? 'part of a check' : 'check', what, lost.map(({ reason }) => reason).join('; '));
  }
  return kept.length === 0 ? [] : [kept.length === 1 ? withoutOuter(kept[0] ?? '') : kept.join(' and ')];
}

/** Those of the lost parts that a trigger can look after; the others stay lost. */
export function asRowChecks(
  parts: Conjunction,
  name: string,
  table: Table,
  model: Model,
): [Conjunction, readonly RowCheck[]] {
  const scope = {
    ...sourcesScope([{ name: table.name.name, sql: 'new', table, isOptional: false }], model, null),
    isNowKnown: false,
  };
  const checks: RowCheck[] = [];
  const lost = parts.lost.filter(({ node }) => {
    const made = attempt(() => tight(truth(translated(node, scope))));
    if (made.isDone) checks.push({ name, condition: made.value });
    return !made.isDone;
  });
  return [{ ...parts, lost }, checks];
}

export function rowCheckTriggers({ name, condition }: RowCheck, table: Table, at: number): readonly string[] {
  return ['insert', 'update'].map((event) => {
    const trigger = id(`${table.name.name}_${name}_${at}_${event}`);
    const refusal = `select raise(abort, ${lit(`CHECK constraint failed: ${name}`)});`;
    return `create trigger ${trigger} before ${event} on ${id(table.name.name)} for each row\nwhen not ${condition}\nbegin\n  ${refusal}\nend;`;
  });
}

/** Without the parentheses around the whole, which stand there as `check (…)`. */
function withoutOuter(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  let isQuoted = false;
  for (const [at, char] of [...text].entries()) {
    if (char === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0 && at < [...text].length - 1) return text;
  }
  return text.slice(1, -1);
}

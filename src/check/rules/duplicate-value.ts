import type { EnumDef, Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import type { SqlToken } from '../sql-tokens.ts';
import { tableExpressions } from '../table-expression.ts';

/** As people would read them: ` Draft` and `draft` are one value. */
function folded(value: string): string {
  return value.trim().toLowerCase();
}

function firstRepeated(values: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(folded(value))) return value;
    seen.add(folded(value));
  }
  return null;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['in', ')'],
  ['array', ']'],
]);

/** The literals of each `in (…)` and `array[…]` that holds nothing else. */
function literalLists(tokens: readonly SqlToken[]): readonly (readonly string[])[] {
  return tokens.flatMap((token, at) => {
    const closing = token.kind === 'word' ? CLOSING.get(token.text) : undefined;
    if (closing === undefined) return [];
    const inside: SqlToken[] = [];
    for (let next = at + 2; next < tokens.length && tokens[next]?.text !== closing; next += 1) {
      const part = tokens[next];
      if (part !== undefined && part.text !== ',') inside.push(part);
    }
    return inside.every(({ kind }) => kind === 'string') ? [inside.map(({ text }) => text.slice(1, -1))] : [];
  });
}

function inChecks(context: RuleContext, table: Table): readonly Finding[] {
  return tableExpressions(table).flatMap(({ kind, tokens, place, subject }) => {
    if (kind !== 'check') return [];
    return literalLists(tokens).flatMap((values) => {
      const repeated = firstRepeated(values);
      if (repeated === null) return [];
      return [
        finding(context, table, {
          place,
          message: `${subject} lists the value '${repeated}' twice.`,
          help: 'remove one of them; values that differ in capitals or spaces only are taken for one another.',
        }),
      ];
    });
  });
}

function inEnum(context: RuleContext, type: EnumDef): readonly Finding[] {
  const repeated = firstRepeated(type.values.map(({ label }) => label));
  if (repeated === null) return [];
  return [
    finding(context, type, {
      place: 'values',
      message: `The enum ${displayName(type.name)} lists the value '${repeated}' twice.`,
      help: 'remove one of them; values that differ in capitals or spaces only are taken for one another.',
    }),
  ];
}

export const duplicateValue: Rule = {
  code: 'duplicate-value',
  severity: 'error',
  problem:
    'Of two values that mean the same, half of the rows have one and half the other, and queries for one miss the rest.',
  instead: 'List every value once, in small letters.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) => {
      if (object.kind === 'table') return inChecks(context, object);
      return object.kind === 'enum' ? inEnum(context, object) : [];
    }),
};

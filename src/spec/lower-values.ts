/** The small things that many kinds of objects share: literals, sequences, grants, deferrability. */
import type { Deferrability, Expr, Grant, Privilege, SequenceOptions } from '../model/model.ts';
import { quoteLiteral } from '../text/quote.ts';
import type { Span } from '../text/source.ts';
import { listOf } from '../text/suggest.ts';
import type { Problems } from './problem.ts';
import type { RawDeferrable, RawGrant, RawLiteral, RawSequenceOptions, RawSql } from './raw.ts';

/** Text becomes a quoted literal, numbers and booleans stand as they are, SQL as written. */
export function lowerLiteral(value: RawLiteral | RawSql): Expr {
  if (typeof value === 'object') return lowerSql(value.sql);
  return typeof value === 'string' ? quoteLiteral(value) : String(value);
}

/** SQL of a person: surrounding space and the line end of a block are not part of it. */
export function lowerSql(text: string): Expr {
  return text.trim();
}

export function lowerDeferrable(value: RawDeferrable | undefined): Deferrability {
  if (value === 'initially deferred') return value;
  return value === true ? 'deferrable' : 'not deferrable';
}

const BITS = { smallint: 16n, integer: 32n, bigint: 64n } as const;

/** Fills in what PostgreSQL would: a descending sequence runs from -1 to the least value of its type. */
export function lowerSequence(raw: RawSequenceOptions, type: SequenceOptions['type']): SequenceOptions {
  const top = 2n ** (BITS[type] - 1n);
  const increment = BigInt(raw.increment ?? 1);
  const ascends = increment >= 0n;
  const min = raw.min === undefined ? (ascends ? 1n : -top) : BigInt(raw.min);
  const max = raw.max === undefined ? (ascends ? top - 1n : -1n) : BigInt(raw.max);
  const start = raw.start === undefined ? (ascends ? min : max) : BigInt(raw.start);
  return {
    type,
    start: start.toString(),
    increment: increment.toString(),
    min: min.toString(),
    max: max.toString(),
    cache: String(raw.cache ?? 1),
    cycle: raw.cycle ?? false,
  };
}

export type GrantableKind = 'schema' | 'table' | 'view' | 'sequence' | 'function';

const TABLE_PRIVILEGES = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'] as const;

const PRIVILEGES: Readonly<Record<GrantableKind, readonly Privilege[]>> = {
  schema: ['usage', 'create'],
  table: TABLE_PRIVILEGES,
  view: TABLE_PRIVILEGES,
  sequence: ['usage', 'select', 'update'],
  function: ['execute'],
};

const COLUMN_PRIVILEGES: readonly Privilege[] = ['select', 'insert', 'update', 'references'];

/** One entry per privilege; `all` is written out. @param at the span of a privilege by its path below `grants`. */
export function lowerGrants(
  raw: readonly RawGrant[] | undefined,
  kind: GrantableKind,
  at: (...path: readonly (string | number)[]) => Span,
  problems: Problems,
): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const [index, entry] of (raw ?? []).entries()) {
    const columns = entry.columns === undefined ? null : [...new Set(entry.columns)].sort();
    const allowed = PRIVILEGES[kind].filter((one) => columns === null || COLUMN_PRIVILEGES.includes(one));
    for (const [position, word] of entry.privileges.entries()) {
      const privileges = word === 'all' ? allowed : allowed.filter((one) => one === word);
      if (privileges.length === 0) {
        const span = at(index, 'privileges', position);
        const where = columns === null ? `a ${kind}` : 'columns';
        problems.report('unknown-value', span, `\`${word}\` is not a privilege on ${where}.`, {
          help: `it is ${listOf(allowed)}.`,
        });
      }
      for (const privilege of privileges) {
        const grant = { role: entry.role, privilege, columns, grantable: entry.grantable ?? false };
        grants.set(JSON.stringify([grant.role, privilege, columns]), grant);
      }
    }
  }
  return [...grants.values()];
}

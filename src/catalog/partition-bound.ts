/** Bounds of partitions, as `pg_get_expr(relpartbound)` prints them after PARTITION OF. */
import type { Expr, PartitionBound } from '../model/model.ts';

/** @throws when the text is no bound, which the server does not print. */
export function parsePartitionBound(text: string): PartitionBound {
  if (text === 'DEFAULT') return { kind: 'default' };
  const hash = /^FOR VALUES WITH \(modulus (\d+), remainder (\d+)\)$/.exec(text);
  if (hash !== null) return { kind: 'hash', modulus: Number(hash[1]), remainder: Number(hash[2]) };
  if (text.startsWith('FOR VALUES IN (')) {
    return { kind: 'list', values: splitValues(text, 'FOR VALUES IN ('.length).values };
  }
  if (text.startsWith('FOR VALUES FROM (')) {
    const from = splitValues(text, 'FOR VALUES FROM ('.length);
    const to = splitValues(text, from.end + ') TO ('.length);
    return { kind: 'range', from: from.values, to: to.values };
  }
  throw new Error(`Not a partition bound: ${text}`);
}

/** Literals between commas up to the parenthesis that closes the list; `end` is the position of that parenthesis. */
function splitValues(text: string, start: number): { readonly values: readonly Expr[]; readonly end: number } {
  const values: string[] = [];
  let from = start;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") isQuoted = !isQuoted;
    else if (!isQuoted && (char === ',' || char === ')')) {
      values.push(text.slice(from, at).trim());
      if (char === ')') return { values, end: at };
      from = at + 1;
    }
  }
  throw new Error(`Unbalanced partition bound: ${text}`);
}

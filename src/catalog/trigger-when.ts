/**
 * The WHEN condition of a trigger. `pg_get_expr` refuses it (it speaks of two relations, OLD and NEW), so it is cut out of
 * `pg_get_triggerdef`.
 */
import type { Expr } from '../model/model.ts';

/** @returns the text between the parentheses after WHEN, `null` when the trigger has no condition. */
export function triggerWhen(definition: string): Expr | null {
  const start = startOfCondition(definition);
  if (start === null) return null;
  let depth = 1;
  for (let at = start; at < definition.length; at += 1) {
    const char = definition[at];
    if (char === "'" || char === '"') at = endOfQuoted(definition, at);
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return definition.slice(start, at);
    }
  }
  throw new Error(`Unbalanced trigger definition: ${definition}`);
}

/** A name can hold ` WHEN (` too, so quoted text is stepped over. */
function startOfCondition(definition: string): number | null {
  for (let at = 0; at < definition.length; at += 1) {
    const char = definition[at];
    if (char === '"' || char === "'") at = endOfQuoted(definition, at);
    else if (char === ' ') {
      if (definition.startsWith(' EXECUTE FUNCTION ', at)) return null;
      if (definition.startsWith(' WHEN (', at)) return at + ' WHEN ('.length;
    }
  }
  return null;
}

/**
 * Position of the closing quote; a doubled quote inside reads as two quoted texts in a row, which comes to the same. In
 * E'…' the server writes a quote as '' and a backslash as \\, so backslashes hide no quote.
 */
function endOfQuoted(text: string, start: number): number {
  const end = text.indexOf(text[start] ?? '', start + 1);
  return end === -1 ? text.length : end;
}

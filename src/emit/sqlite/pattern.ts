/**
 * LIKE and regular expressions as GLOB. SQLite's LIKE takes no notice of case, and it has no regular expressions; GLOB
 * has both cases, `*`, `?` and classes. What it cannot say in one word is said with length() and substr(): a start of
 * known length, a run of one class, and what follows after separators, which is the shape of nearly all codes and keys.
 */

import { type CharClass, classGlob, complement, globChar, overlap, union } from './char-class.ts';
import { Untranslatable } from './piece.ts';
import { lit } from './quote.ts';
import { expanded, type Item, type Run, readItems } from './regex-items.ts';

/** @param pattern of LIKE with its standard escape, the backslash */
export function likeAsGlob(pattern: string): string {
  return pattern.replace(/\\(.)|([%_*?[])/gs, (_whole, escaped?: string, special?: string) => {
    if (escaped !== undefined) return globChar(escaped);
    if (special === '%') return '*';
    return special === '_' ? '?' : globChar(special ?? '');
  });
}

const LONGEST_GLOB = 64;

function isFixed(item: Item): item is Run {
  return 'of' in item && item.max === item.min && item.min <= LONGEST_GLOB;
}

function fixedGlob(items: readonly Run[]): string {
  return items.map(({ of, min }) => classGlob(of).repeat(min)).join('');
}

function fixedLength(items: readonly Run[]): number {
  return items.reduce((sum, { min }) => sum + min, 0);
}

/** `(S C+)*` behind `C`: a separator, and one or more of the same class. */
function separatorOf(item: Item | undefined, run: Run): CharClass | null {
  if (item === undefined || 'of' in item || item.min !== 0 || item.max !== null) return null;
  const [option, ...others] = item.options;
  const [separator, rest, ...more] = option ?? [];
  if (others.length > 0 || more.length > 0 || separator === undefined || rest === undefined) return null;
  if (!('of' in separator) || separator.min !== 1 || separator.max !== 1) return null;
  if (!('of' in rest) || rest.min !== 1 || rest.max !== null) return null;
  if (JSON.stringify(rest.of) !== JSON.stringify(run.of) || overlap(separator.of, run.of)) return null;
  return separator.of;
}

function glob(subject: string, pattern: string): string {
  return `${subject} glob ${lit(pattern)}`;
}

/** A start of known length, a run, and an end of known length or parts behind separators. */
function anchoredBoth(subject: string, items: readonly Item[]): string {
  const from = items.findIndex((item) => !isFixed(item));
  const fixed = items.filter(isFixed);
  if (from < 0) return glob(subject, fixedGlob(fixed));
  const run = items[from];
  if (run === undefined || !('of' in run)) throw new Untranslatable('a repeated group');
  const start = items.slice(0, from).filter(isFixed);
  const end = items.slice(from + 1);
  const lead = fixedLength(start);
  const separator = end.length === 1 ? separatorOf(end[0], run) : null;
  if (separator !== null) {
    if (run.max !== null || run.min > 1 || (run.min === 0 && lead === 0)) throw new Untranslatable('a repeated group');
    if (start.some(({ of }) => overlap(of, separator))) throw new Untranslatable('a repeated group');
    const sign = classGlob(separator);
    const first = run.min === 0 ? fixedGlob(start) : `${fixedGlob(start)}${classGlob(run.of)}`;
    const rest = lead === 0 ? subject : `substr(${subject}, ${lead + 1})`;
    return [
      glob(subject, `${first}*`),
      `${rest} not glob ${lit(`*${classGlob(complement(union(run.of, separator)))}*`)}`,
      `${subject} not glob ${lit(`*${sign}`)}`,
      `${subject} not glob ${lit(`*${sign}${sign}*`)}`,
    ].join(' and ');
  }
  if (!end.every(isFixed)) throw new Untranslatable('a regular expression of several runs');
  const tail = end.filter(isFixed);
  const trail = fixedLength(tail);
  const conditions: string[] = [];
  if (lead + trail > 0) conditions.push(glob(subject, `${fixedGlob(start)}*${fixedGlob(tail)}`));
  const most = run.max === null ? null : lead + trail + run.max;
  const least = lead + trail + run.min;
  if (most !== null) conditions.push(`length(${subject}) between ${least} and ${most}`);
  else conditions.push(`length(${subject}) >= ${least}`);
  const middle =
    trail > 0
      ? `substr(${subject}, ${lead + 1}, length(${subject}) - ${lead + trail})`
      : lead > 0
        ? `substr(${subject}, ${lead + 1})`
        : subject;
  if (run.of.ranges.length > 0) conditions.push(`${middle} not glob ${lit(`*${classGlob(complement(run.of))}*`)}`);
  return conditions.join(' and ');
}

/**
 * The condition that `subject` matches the regular expression.
 *
 * @param subject an SQL expression that may be written several times
 * @throws Untranslatable
 */
export function regexCondition(subject: string, pattern: string): string {
  if (/^\*\*\*|^\(\?/.test(pattern)) throw new Untranslatable('a director in a regular expression');
  const anchored = { start: pattern.startsWith('^'), end: /(^|[^\\])(\\\\)*\$$/.test(pattern) };
  const body = pattern.slice(anchored.start ? 1 : 0, anchored.end ? -1 : undefined);
  const options = readItems(body);
  // `^a|b$` is (^a)|(b$).
  if (options.length > 1 && (anchored.start || anchored.end)) throw new Untranslatable('anchors and alternatives');
  const conditions = options.flatMap(expanded).map((items) => {
    if (anchored.start && anchored.end) return anchoredBoth(subject, items);
    if (!items.every(isFixed)) throw new Untranslatable('a run in a regular expression that is not anchored');
    const text = fixedGlob(items.filter(isFixed));
    return glob(subject, `${anchored.start ? '' : '*'}${text}${anchored.end ? '' : '*'}`);
  });
  const [only = 'true'] = conditions;
  return conditions.length === 1 ? only : conditions.map((one) => `(${one})`).join(' or ');
}

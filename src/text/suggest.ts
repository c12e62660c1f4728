/** "Did you mean": the nearest of the words that would have been right. */

/**
 * Edit distance in which swapping two neighbours counts as one (optimal string alignment). Stops early and returns
 * `limit + 1` once the distance is certain to exceed the limit.
 */
export function editDistance(a: string, b: string, limit: number = Number.MAX_SAFE_INTEGER): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** One edit for short words, a third of the length for longer ones, three at most: further away, a guess misleads. */
function threshold(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/** @returns the candidate nearest to the word, or `null` when none is near enough. The first of equals wins. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let limit = threshold(word);
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    if (distance === 0 && candidate !== word) return candidate;
    best = candidate;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return best;
}

/** Help text, or `null` when no candidate is near enough. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const found = nearest(word, candidates);
  return found === null ? null : `did you mean \`${found}\`?`;
}

/** `a, b and c`, each in backticks, at most `most` of them. */
export function listOf(words: readonly string[], conjunction = 'or', most = 12): string {
  const shown = words.slice(0, most).map((word) => `\`${word}\``);
  if (words.length > most) return `${shown.join(', ')} …`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${conjunction} ${last}`;
}

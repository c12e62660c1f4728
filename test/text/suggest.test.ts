import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, listOf, nearest } from '../../src/text/suggest.ts';

describe('nearest', () => {
  it.each([
    ['usres', ['users', 'uses'], 'users'],
    ['nulable', ['nullable', 'type'], 'nullable'],
    ['USERS', ['users'], 'users'],
    ['at', ['id', 'to'], null],
    ['ledger_transactions', ['user_xp_transactions'], null],
    ['x', [], null],
  ])('%s among %j is %s', (word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found);
  });

  it('counts a swap as one edit, and stops at the limit', () => {
    expect(editDistance('usres', 'users')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  });

  it('makes a sentence', () => {
    expect(didYouMean('usres', ['users'])).toBe('did you mean `users`?');
    expect(didYouMean('zzz', ['users'])).toBeNull();
    expect(listOf(['a', 'b', 'c'])).toBe('`a`, `b` or `c`');
    expect(listOf(['a'])).toBe('`a`');
  });
});

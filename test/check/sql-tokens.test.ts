import { expect, it } from 'vitest';
import { calledFunctions, sqlTokens } from '../../src/check/sql-tokens.ts';

it.each([
  ["a <> 'it''s now()'", ['a', '<>', "'it''s now()'"]],
  [String.raw`a ~ e'\'x' and b`, ['a', '~', String.raw`e'\'x'`, 'and', 'b']],
  ['$q$now() $x$ $q$ || $$ "a" $$', ['$q$now() $x$ $q$', '||', '$$ "a" $$']],
  ['NOW() -- random()\n/* a */ "Näme ""x""".Über', ['now', '(', ')', 'Näme "x"', '.', 'über']],
  ['a::numeric(12,2)>=1.5', ['a', '::', 'numeric', '(', '12', ',', '2', ')', '>=', '1.5']],
  ['$1 [é]', ['$', '1', '[', 'é', ']']],
  ['', []],
])('reads %s', (text, tokens) => {
  expect(sqlTokens(text).map((token) => token.text)).toEqual(tokens);
});

it('names called functions with their schema', () => {
  const calls = calledFunctions(sqlTokens("boyfanz.uuid_v7() || pg_catalog.now() || lower(name) || 'f(1)' || now"));
  expect(calls).toEqual(['boyfanz.uuid_v7', 'now', 'lower']);
});

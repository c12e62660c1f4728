import { expect, it } from 'vitest';
import { renameSqlRelation, renameSqlWord, sqlNames, sqlWords } from '../../src/text/sql-words.ts';

it('tells a name from the key word that it is without quotes', () => {
  const text = 'select "select", left(a, 1) from b -- "c"';
  expect([...sqlWords(text)]).toEqual(['select', 'left', 'a', 'from', 'b']);
  expect([...sqlNames(text)]).toEqual(['select', 'a', 'b']);
  expect([...sqlNames('select 1 from b')]).toEqual(['b']);
});

it('renames a column that is called like a key word, and quotes where it must', () => {
  expect(renameSqlWord('(select max("select") from t)', 'select', 'order')).toBe('(select max("order") from t)');
  expect(renameSqlWord("a <> 'a' and A > 0", 'a', 'b')).toBe("b <> 'a' and b > 0");
});

it('renames a table where its schema or a column stands beside it, and nothing else of that name', () => {
  const from = { schema: 'public', name: 'a' };
  const text = 'SELECT a.a, o.a, a FROM public.a, other.a o';
  expect(renameSqlRelation(text, from, { schema: 'public', name: 'b' })).toBe(
    'SELECT b.a, o.a, a FROM public.b, other.a o',
  );
  expect(renameSqlRelation('SELECT 1 FROM public.a', from, { schema: 'other', name: 'B' })).toBe(
    'SELECT 1 FROM other."B"',
  );
});

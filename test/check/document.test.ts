import { expect, it } from 'vitest';
import { rulesMarkdown } from '../../src/check/document.ts';
import { RULES } from '../../src/check/list.ts';

it('has a section for every rule and for stale allowances, with problem and remedy', () => {
  const page = rulesMarkdown();
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code);
  expect(headings).toEqual([...RULES.map((rule) => rule.code), 'stale-allow']);
  expect(page).toContain(
    [
      '## json-instead-of-jsonb',
      '',
      '*warning*',
      '',
      '**Problem.** The type json has no equality and no index, and is parsed again at every read.',
      '',
      '**Instead.** Use `jsonb`; keep `json` only where the exact text counts, as with a signed body.',
      '',
      '## secret-as-text',
    ].join('\n'),
  );
  expect(page.endsWith('.\n')).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { lineColumn, lineText } from '../../src/text/source.ts';

const source = { path: 'a', text: 'ab\r\n\ncd' };

describe('lineColumn', () => {
  it('counts from 1', () => {
    const places = [0, 1, 4, 5, 6, 7].map((offset) => lineColumn(source, offset));
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:1', '1:2', '2:1', '3:1', '3:2', '3:3']);
  });

  it('gives the text of lines without line ends', () => {
    expect([1, 2, 3, 4].map((line) => lineText(source, line))).toEqual(['ab', '', 'cd', '']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import type { Source } from '../../src/text/source.ts';

const source: Source = { path: 'specs/01-a/users.yaml', text: 'table: users\ncolumns:\n\tid: bigint\n  id: text\n' };

function diagnostic(change: Partial<Diagnostic>): Diagnostic {
  const span = { source, start: 36, end: 38 };
  return { code: 'duplicate-key', severity: 'error', message: 'Twice.', help: null, span, related: [], ...change };
}

describe('formatDiagnostic', () => {
  it('shows the place, the line, a caret, related places and help', () => {
    const related = [{ message: 'the first is here', span: { source, start: 23, end: 25 } }];
    expect(formatDiagnostic(diagnostic({ related, help: 'keep one.' }))).toBe(
      [
        'specs/01-a/users.yaml:4:3 error duplicate-key: Twice.',
        '   4 |   id: text',
        '     |   ^^',
        'specs/01-a/users.yaml:3:2 the first is here',
        '   3 | \tid: bigint',
        '     | \t^^',
        'help: keep one.',
      ].join('\n'),
    );
  });

  it('needs no place', () => {
    expect(formatDiagnostic(diagnostic({ span: null, severity: 'warning' }))).toBe('warning duplicate-key: Twice.');
  });

  it('cuts long lines around the caret', () => {
    const long: Source = { path: 'a.yaml', text: `${'x'.repeat(300)}HERE${'y'.repeat(300)}` };
    const lines = formatDiagnostic(diagnostic({ span: { source: long, start: 300, end: 304 } })).split('\n');
    const [, line = '', caret = ''] = lines;
    expect(line.length).toBeLessThan(180);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('underlines the first line of a longer span, and one place at the end of a file', () => {
    const first = formatDiagnostic(diagnostic({ span: { source, start: 0, end: 40 } })).split('\n');
    expect(first[2]).toBe('     | ^^^^^^^^^^^^');
    const end = formatDiagnostic(diagnostic({ span: { source, start: 45, end: 45 } })).split('\n');
    expect(end[2]?.trim()).toBe('| ^');
  });

  it('hands every part to the painter', () => {
    const painted = formatDiagnostic(diagnostic({ help: 'keep one.' }), (style, text) => `<${style}>${text}</>`);
    expect(painted.split('\n')[0]).toBe(
      '<path>specs/01-a/users.yaml:4:3</> <error>error</> <code>duplicate-key</>: Twice.',
    );
    expect(painted).toContain('<caret>^^</>');
    expect(painted).toContain('<help>help:</> keep one.');
  });
});

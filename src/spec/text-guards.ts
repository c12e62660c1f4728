/** What can be wrong with a file before it is YAML. None of these is visible in an editor, so each is named. */
import type { Source } from '../text/source.ts';
import type { Problems } from './problem.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'a no-break space'],
  ['\u200b', 'a zero-width space'],
  ['\u2060', 'a word joiner'],
  ['\ufeff', 'a byte order mark'],
  ['\u2028', 'a line separator'],
  ['\u2029', 'a paragraph separator'],
  ['\u3000', 'an ideographic space'],
]);

const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00a0\u200b\u2060\ufeff\u2028\u2029\u3000]|\r(?!\n)/gu;

function nameOf(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${NAMES.get(character) ?? (character === '\r' ? 'a carriage return without a line feed' : 'a control character')} (U+${point})`;
}

/** Reports byte order marks, Windows line ends and invisible characters. The first two are read as if they were not there. */
export function checkText(source: Source, problems: Problems): void {
  const { text } = source;
  if (text.startsWith('\ufeff')) {
    problems.report('byte-order-mark', { source, start: 0, end: 1 }, 'The file starts with a byte order mark.', {
      severity: 'warning',
      help: 'save it as UTF-8 without a byte order mark.',
    });
  }
  const crlf = text.indexOf('\r\n');
  if (crlf !== -1) {
    const start = text.lastIndexOf('\n', crlf) + 1;
    problems.report('crlf-line-ends', { source, start, end: crlf }, 'The file has Windows line ends (CR LF).', {
      severity: 'warning',
      help: 'save it with LF line ends; `* text=auto eol=lf` in .gitattributes keeps them.',
    });
  }
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index === 0 && match[0] === '\ufeff') continue;
    problems.report(
      'invisible-character',
      { source, start: match.index, end: match.index + 1 },
      `There is ${nameOf(match[0])} here.`,
      { help: 'delete it, or write it as an escape in double quotes, such as "\\u00a0".' },
    );
  }
}

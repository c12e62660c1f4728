/** YAML's own errors, told in the words of somebody who wanted to write SQL or a type and not YAML. */
import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { SpecCode } from './codes.ts';
import type { Problems } from './problem.ts';

interface Translation {
  readonly code: SpecCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string | null;
  /** Whether the parser found its way again, so that later errors are errors of their own. */
  readonly recovered: boolean;
}

const QUOTE_IT = 'put the whole text in double quotes, or write it as a block under `|`.';

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const stop = end === -1 ? text.length : end;
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}

/** A word and the brackets behind it, such as `text[]`, around the bracket at the offset. */
function wordAround(text: string, at: number): readonly [start: number, end: number] {
  let start = at;
  while (start > 0 && /[\w.]/.test(text[start - 1] ?? '')) start -= 1;
  const close = text.indexOf(']', at);
  return [start, close === -1 ? at + 1 : close + 1];
}

function translateBracket(text: string, at: number): Translation | null {
  if (text[at] !== '[' || !/[\w)]/.test(text[at - 1] ?? '')) return null;
  const [start, end] = wordAround(text, at);
  const word = text.slice(start, end);
  return {
    code: 'yaml-brackets-in-text',
    start,
    end,
    message: `Inside { } and [ ] a bracket ends unquoted text, so \`${word}\` falls apart.`,
    help: `quote it: "${word}"`,
    recovered: false,
  };
}

function translateColon(text: string, at: number): Translation {
  const end = lineEnd(text, at);
  const colon = text.slice(at, end).search(/:(?:\s|$)/);
  const start = colon === -1 ? at : at + colon;
  return {
    code: 'yaml-colon-in-text',
    start,
    end: start + 1,
    message: 'A colon followed by a space starts a new mapping, so this text falls apart here.',
    help: QUOTE_IT,
    recovered: true,
  };
}

/** The flow mapping or list around an offset was never closed: mostly because a # cut its end off. */
function translateUnclosed(text: string, at: number): Translation {
  const last = Math.max(0, Math.min(at, text.length) - 1);
  const start = lineStart(text, text[last] === '\n' ? last : last + 1);
  const hash = /[^\s,[{][ \t]+(#)/d.exec(text.slice(start, lineEnd(text, start)));
  const column = hash?.indices?.[1]?.[0];
  if (column !== undefined) {
    return {
      code: 'yaml-hash-in-text',
      start: start + column,
      end: start + column + 1,
      message: 'This # starts a comment, which cuts off the text and the bracket that closes it.',
      help: QUOTE_IT,
      recovered: false,
    };
  }
  return {
    code: 'yaml-syntax',
    start: Math.min(at, text.length),
    end: Math.min(at + 1, text.length),
    message: 'A { or [ that was opened before is not closed here.',
    help: 'close it, or indent what belongs to it.',
    recovered: false,
  };
}

function translateNodeEnd(text: string, at: number, end: number): Translation | null {
  const before = text.slice(lineStart(text, at), at).trimEnd();
  if (/['"]$/.test(before)) {
    return {
      code: 'yaml-quote-in-text',
      start: at,
      end,
      message: 'The text starts with a quote and goes on after the closing quote.',
      help: `${QUOTE_IT.slice(0, -1)}; the quotes inside then belong to the text.`,
      recovered: true,
    };
  }
  if (!/[\]}]$/.test(before)) return null;
  return {
    code: 'yaml-special-start',
    start: at,
    end,
    message: 'The text starts with a bracket, which makes it a list or a mapping that ends here.',
    help: QUOTE_IT,
    recovered: true,
  };
}

function syntax(error: YAMLError): Translation {
  const [start, end] = error.pos;
  const message = error.message.replace(/[.:]$/, '');
  const help = 'look at quotes, brackets and indentation from here upwards; text with signs belongs in double quotes.';
  return { code: 'yaml-syntax', start, end, message: `This is not YAML: ${message}.`, help, recovered: false };
}

/** The parser points at the space or comment in front of the line that is indented wrongly. */
function translateIndent(text: string, error: YAMLError): Translation {
  const blank = /^(?:[ \t\r\n]|#[^\n]*)*/.exec(text.slice(error.pos[0]))?.[0].length ?? 0;
  const start = error.pos[0] + blank;
  return { ...syntax(error), start, end: start + 1, help: 'start the keys of one mapping in the same column.' };
}

function translate(text: string, error: YAMLError, lastQuote: number | null): Translation {
  const [start, end] = error.pos;
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return translateColon(text, start);
    case 'TAB_AS_INDENT':
      return {
        ...syntax(error),
        code: 'yaml-tab',
        message: 'YAML does not allow a tab as indentation.',
        help: 'indent with two spaces.',
      };
    case 'BAD_SCALAR_START':
      return {
        ...syntax(error),
        code: 'yaml-special-start',
        message: `Unquoted text cannot start with \`${text[start] ?? ''}\`.`,
        help: QUOTE_IT,
        recovered: true,
      };
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? translateUnclosed(text, start) : translateIndent(text, error);
    case 'MISSING_CHAR':
      if (error.message.includes('closing') && lastQuote !== null) {
        return {
          ...syntax(error),
          start: lastQuote,
          end: lastQuote + 1,
          message: 'This quote is never closed.',
          help: "close it; inside '…' a quote is written twice.",
        };
      }
      return (
        translateBracket(text, start) ??
        (error.message.includes('expected') ? translateUnclosed(text, start) : syntax(error))
      );
    case 'UNEXPECTED_TOKEN':
      if (error.message.includes('block-seq-ind')) {
        return {
          ...syntax(error),
          code: 'yaml-special-start',
          message: 'Unquoted text cannot start with `- `, which starts a list.',
          help: QUOTE_IT,
          recovered: true,
        };
      }
      return (
        translateBracket(text, start) ??
        (error.message.includes('at node end') ? translateNodeEnd(text, start, end) : null) ??
        syntax(error)
      );
    default:
      return syntax(error);
  }
}

/** Guards that explain an error at their own place better than the parser does. */
const EXPLAINING: ReadonlySet<string> = new Set(['yaml-comma-in-text', 'yaml-hash-in-text', 'yaml-anchor', 'yaml-tag']);

/**
 * Reports what is wrong with a document that is not YAML: the parser's errors up to the first from which it did not
 * recover, and what the guards found before that. What follows is mostly a consequence.
 *
 * @param lastQuote where the last quoted text of the document starts; an unclosed quote is only noticed at the end.
 * @param guarded what the guards found in what the parser made of the document.
 */
export function reportYamlErrors(
  source: Source,
  errors: readonly YAMLError[],
  lastQuote: number | null,
  guarded: readonly Diagnostic[],
  problems: Problems,
): void {
  const explained = guarded.filter((one) => EXPLAINING.has(one.code));
  let lastLine = -1;
  let stop = Number.POSITIVE_INFINITY;
  for (const error of errors) {
    const { code, start, end, message, help, recovered } = translate(source.text, error, lastQuote);
    const line = lineStart(source.text, start);
    const isExplained = explained.some(({ span }) => span !== null && span.start <= start && start <= span.end);
    if (line !== lastLine && !isExplained) {
      problems.report(code, { source, start, end: Math.max(end, start + 1) }, message, { help });
    }
    lastLine = line;
    stop = Math.min(stop, start);
    if (!recovered) break;
  }
  for (const one of guarded) if ((one.span?.start ?? 0) <= stop) problems.add(one);
}

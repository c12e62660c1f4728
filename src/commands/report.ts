/**
 * How things look to people: the only importer of chalk. The result goes to stdout, everything else to stderr, so that
 * `boyfanz-schema diff > change.sql` holds SQL and nothing else.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import { Presets, SingleBar } from 'cli-progress';
import type { Environment } from '../db/url.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { type FrameStyle, formatDiagnostic } from '../text/frame.ts';
import { diagnosticJson } from './diagnostic-json.ts';

export interface Progress {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

export interface Report {
  /** The result of the command. */
  readonly result: (text: string) => void;
  readonly json: (value: unknown) => void;
  readonly note: (text: string) => void;
  readonly success: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly error: (message: string, help: string | null) => void;
  /** An error that has been shown by other means, for `outcomeJson`. */
  readonly remember: (message: string, help: string | null) => void;
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly progress: (label: string, total: number) => Progress;
  /** For `--json`: what went wrong, unless the command has given its result as JSON already. */
  readonly outcomeJson: (exitCode: number) => void;
  readonly paint: ChalkInstance;
}

/** Without a terminal a line every few seconds tells a log that work goes on. */
const LOG_INTERVAL_MS = 5000;

function colourLevel(stream: NodeJS.WriteStream, env: Environment): 0 | 1 {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  return !refused && (forced || stream.isTTY === true) ? 1 : 0;
}

function terminalProgress(stream: NodeJS.WriteStream, label: string, total: number): Progress {
  const bar = new SingleBar(
    { stream, format: `${label} {bar} {value}/{total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

function loggedProgress(write: (text: string) => void, label: string, total: number): Progress {
  let last = Date.now();
  return {
    update: (done) => {
      if (Date.now() - last < LOG_INTERVAL_MS) return;
      last = Date.now();
      write(`${label} ${done} of ${total}`);
    },
    stop: () => undefined,
  };
}

export function createReport(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, env: Environment): Report {
  const paint = new Chalk({ level: colourLevel(stderr, env) });
  const styles: Readonly<Record<FrameStyle, (text: string) => string>> = {
    path: paint.bold,
    error: paint.red.bold,
    warning: paint.yellow.bold,
    code: paint.dim,
    gutter: paint.dim,
    caret: paint.red,
    related: paint.cyan,
    help: paint.green,
  };
  let answered = false;
  let failure: { readonly message: string; readonly help: string | null } | null = null;
  const shown: Diagnostic[] = [];
  const remember = (message: string, help: string | null) => {
    failure = { message, help };
  };
  const line = (text: string) => {
    stderr.write(`${text}\n`);
  };
  const json = (value: unknown) => {
    answered = true;
    stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  };
  return {
    paint,
    result: (text) => {
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    json,
    note: line,
    success: (text) => line(`${paint.green('✓')} ${text}`),
    warn: (text) => line(`${paint.yellow('warning')} ${text}`),
    remember,
    error: (message, help) => {
      remember(message, help);
      line(`${paint.red.bold('error')} ${message}`);
      if (help !== null) line(`  ${help}`);
    },
    diagnostics: (diagnostics) => {
      shown.push(...diagnostics);
      for (const diagnostic of diagnostics) {
        line(formatDiagnostic(diagnostic, (style, text) => styles[style](text)));
        line('');
      }
    },
    progress: (label, total) =>
      stderr.isTTY === true ? terminalProgress(stderr, label, total) : loggedProgress(line, label, total),
    outcomeJson: (exitCode) => {
      if (!answered) json({ exitCode, error: failure, diagnostics: shown.map(diagnosticJson) });
    },
  };
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return word.endsWith('x') ? `${word}es` : `${word}s`;
}

/** `3 tables`, `1 table`, `2 policies`. */
export function count(number: number, singular: string, plural = pluralOf(singular)): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

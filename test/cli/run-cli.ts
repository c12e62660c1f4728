/** Runs the command line as a process of its own, the way users and scripts do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ENGINE_CACHE } from '../engines/with-engine.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../bin/boyfanz-schema.js', import.meta.url));

export interface Ran {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program to run instead of the one of this checkout. */
  readonly program?: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Resolves when the text has appeared on stderr or stdout. */
  readonly says: (text: string) => Promise<void>;
}

/** Nothing of the developer's own environment decides a test: no database, no colour, no home. */
function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), XDG_CACHE_HOME: ENGINE_CACHE, LOCALAPPDATA: ENGINE_CACHE, ...extra };
}

export function startCli(args: readonly string[], options: RunOptions = {}): Started {
  const child = spawn(process.execPath, [options.program ?? PROGRAM, ...args], {
    cwd: options.cwd ?? ROOT,
    env: environment(options.env ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  const waiting = new Set<() => void>();
  const heard = () => {
    for (const check of waiting) check();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!stdout.includes(text) && !stderr.includes(text)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
      child.on('close', () => reject(new Error(`It ended without saying ${text}:\n${stdout}${stderr}`)));
    });
  return { process: child, ended, says };
}

export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return startCli(args, options).ended;
}

/** What the command printed on stdout, which must be one JSON document and nothing else. */
export function jsonOf(ran: Ran): Record<string, unknown> {
  return JSON.parse(ran.stdout);
}

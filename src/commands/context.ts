/** What a command may use of the world outside. */
import type { Environment } from '../db/url.ts';
import type { Report } from './report.ts';

export interface ProcessFacts {
  readonly env: Environment;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  /** Folder of the installed package, with specs/, templates/ and package.json. */
  readonly packageRoot: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Context extends ProcessFacts {
  readonly version: string;
  readonly report: Report;
  /** Result as JSON on stdout. */
  readonly json: boolean;
  /** Whether questions may be asked. */
  readonly interactive: boolean;
}

/** The command line cannot mean anything: exit code 64. */
export class UsageError extends Error {
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}

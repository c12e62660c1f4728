/** Errors become exit codes here, and nowhere else. */
import { CommanderError } from 'commander';
import { UsageError } from '../commands/context.ts';
import { EXIT, type ExitCode } from '../commands/exit-code.ts';
import { Interrupted } from '../db/interrupted.ts';
import { DatabaseError, EnvironmentError } from '../db/session.ts';

export interface Failure {
  readonly code: ExitCode;
  readonly message: string;
  readonly help: string | null;
}

const BUG_HELP = 'This is a bug in boyfanz-schema. Set BOYFANZ_DEBUG=1 for the whole trace, and report it.';

/** What an error means to the one who ran the command. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { code: EXIT.usage, message: error.message.replace(/^error: /, ''), help: null };
  }
  if (error instanceof Interrupted) {
    return { code: EXIT.partial, message: error.message, help: 'Nothing was changed.' };
  }
  if (error instanceof UsageError) return { code: EXIT.usage, message: error.message, help: error.help };
  if (error instanceof EnvironmentError) return { code: EXIT.environment, message: error.message, help: error.help };
  if (error instanceof DatabaseError) {
    if (error.sqlState === '55P03') {
      const help = 'Another session holds a lock on what was to be read: wait for it to end, or end it.';
      return { code: EXIT.environment, message: error.message, help };
    }
    // Classes 28 and 42501: who we are does not let us.
    const isPrivilege = error.sqlState === '42501' || error.sqlState?.startsWith('28') === true;
    return {
      code: isPrivilege ? EXIT.environment : EXIT.failed,
      message: error.message,
      help: error.hint ?? error.detail,
    };
  }
  return { code: EXIT.failed, message: error instanceof Error ? error.message : String(error), help: BUG_HELP };
}

/** What SQLite cannot say is no error of the program. */
import { Untranslatable } from './piece.ts';

export type Attempt<T> =
  | { readonly isDone: true; readonly value: T }
  | { readonly isDone: false; readonly reason: string };

/** What it gives, or why SQLite cannot say it. Any other error is thrown on. */
export function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { isDone: true, value: work() };
  } catch (error) {
    if (error instanceof Untranslatable) return { isDone: false, reason: error.message };
    throw error;
  }
}

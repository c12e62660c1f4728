/** The question that a walk over a Model asks for each expression. */
import type { Task } from './form.ts';

/** @returns the text to use: the live one that means the same, or the text of the task. */
export type Ask = (task: Task) => string;

/** Asks only where there is something to compare with and no text is the same already. */
export function askUnlessSame(task: Task, ask: Ask): string {
  const candidates = [...new Set(task.candidates)];
  return candidates.length === 0 || candidates.includes(task.text) ? task.text : ask({ ...task, candidates });
}

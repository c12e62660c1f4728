/** Finds out which live text, if any, means the same as each desired one. */
import type { Ident } from '../../model/name.ts';
import type { Session } from '../session.ts';
import { type Item, itemOf, type Task } from './form.ts';
import { type Spelled, spellRound } from './round.ts';

export type Answer =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'different' }
  /** The server refused the desired text. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Spelling is not always a fixed point: `code in ('a', 'b')` of a varchar comes out differently when what came out is
 * spelled again, and a restored dump holds that second spelling. So both sides go on until they meet.
 */
const MAX_ROUNDS = 3;

/** A task that no round has answered yet, with every spelling so far. */
interface Open {
  readonly at: number;
  readonly task: Task;
  readonly written: readonly string[];
  readonly found: readonly Found[];
}

interface Found {
  readonly candidate: string;
  readonly spellings: readonly string[];
}

/** @returns one answer for each task, in their order. The session is in a transaction that will be rolled back. */
export async function findAnswers(
  session: Session,
  tasks: readonly Task[],
  searchPath?: readonly Ident[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = tasks.map(() => ({ kind: 'different' }));
  const memo = new Map<string, Spelled | null>();
  const spell = (form: Task['form'], text: string) => memo.get(itemOf(form, text).key) ?? null;

  const asked = tasks.map(({ form, text }) => itemOf(form, text));
  await spellMissing(session, memo, asked, searchPath);
  let open = tasks.flatMap((task, at): readonly Open[] => {
    const spelled = spell(task.form, task.text);
    if (spelled?.kind === 'error') answers[at] = { kind: 'failed', message: spelled.message };
    if (spelled?.kind !== 'text') return [];
    const found = task.candidates.map((candidate) => ({ candidate, spellings: [candidate] }));
    return [{ at, task, written: [spelled.text], found }];
  });

  for (let round = 2; ; round += 1) {
    open = open.filter(({ at, written, found }) => {
      const same = found.find(({ spellings }) => spellings.some((text) => written.includes(text)));
      if (same !== undefined) answers[at] = { kind: 'same', text: same.candidate };
      return same === undefined;
    });
    if (round > MAX_ROUNDS || open.length === 0) return answers;
    const next = open.flatMap(({ task, written, found }) =>
      [written, ...found.map(({ spellings }) => spellings)].map((texts) => itemOf(task.form, texts.at(-1) ?? '')),
    );
    await spellMissing(session, memo, next, searchPath);
    const further = (form: Task['form'], texts: readonly string[]): readonly string[] => {
      const spelled = spell(form, texts.at(-1) ?? '');
      return spelled?.kind === 'text' && !texts.includes(spelled.text) ? [...texts, spelled.text] : texts;
    };
    open = open.map((one) => ({
      ...one,
      written: further(one.task.form, one.written),
      found: one.found.map((live) => ({ ...live, spellings: further(one.task.form, live.spellings) })),
    }));
  }
}

/** Each text once for the types of its columns, however many tables have it. */
async function spellMissing(
  session: Session,
  memo: Map<string, Spelled | null>,
  items: readonly Item[],
  searchPath: readonly Ident[] | undefined,
): Promise<void> {
  const missing = new Map(items.filter(({ key }) => !memo.has(key)).map((item) => [item.key, item]));
  if (missing.size === 0) return;
  const spelled = await spellRound(session, [...missing.values()], searchPath);
  for (const key of missing.keys()) memo.set(key, spelled.get(key) ?? null);
}

/**
 * Lets the server spell the expressions of a desired Model.
 *
 * PostgreSQL prints what it is given in words of its own, so texts cannot be compared as they are written. Here it stores
 * the desired expressions on temporary objects, which a rollback takes away, and prints them: what comes out as the live
 * database prints its own is the same.
 */

import { resolveRenames } from '../diff/renames.ts';
import type { Model, ObjectKey } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { READING_SETTINGS } from './read-catalog.ts';
import { rolledBack } from './rolled-back.ts';
import type { Session } from './session.ts';
import { findAnswers } from './spell/answer.ts';
import type { Task } from './spell/form.ts';
import { newcomers } from './spell/newcomers.ts';
import { respellModel } from './spell/respell.ts';
import { unsettled, withWidenedViews } from './spell/unsettled.ts';
import { furnishStandIn } from './stand-in.ts';

/** An expression that the server would not take: it counts as different, and says why. */
export interface Unspelled {
  readonly object: ObjectKey;
  /** `columns.x`, or the name of a constraint, index, policy or trigger. */
  readonly part: string;
  readonly message: string;
  /** The server itself was not asked, as nothing can be made on it, and might well have taken it. */
  readonly isFromStandIn: boolean;
}

export interface SpelledModel {
  /** The desired Model; each expression that means what the live one says has the live text, any other its own. */
  readonly model: Model;
  readonly unspelled: readonly Unspelled[];
}

/**
 * Leaves nothing behind and changes nothing. Expressions are spelled with the columns as they will be: under the names
 * and with the types of the desired Model.
 *
 * @param openStandIn an empty database to use where no temporary tables can be made: a standby, or no TEMP privilege
 * @throws EnvironmentError when the stand-in does not start; DatabaseError
 */
export async function spellModel(
  session: Session,
  desired: Model,
  live: Model,
  openStandIn: OpenStandIn = openEmbeddedStandIn,
  searchPath?: readonly Ident[],
): Promise<SpelledModel> {
  const { model: before, changes: renames } = resolveRenames(live, desired);
  const open = unsettled(desired, before, renames);
  const tasks: Task[] = [];
  const unasked = respellModel(desired, before, open, (task) => {
    tasks.push(task);
    return task.text;
  });
  if (tasks.length === 0) return { model: unasked, unspelled: [] };
  const isFromStandIn = !(await mayMakeTables(session));
  const answers = !isFromStandIn
    ? await rolledBack(session, BEGIN, () => findAnswers(session, tasks, searchPath))
    : await findAnswersElsewhere(openStandIn, session, tasks, live, searchPath);
  // The walk asks in the same order again.
  let asked = 0;
  const model = respellModel(desired, before, open, (task) => {
    const found = answers[asked];
    asked += 1;
    return found?.kind === 'same' ? found.text : task.text;
  });
  const isAboutNewcomers = newcomers(desired, live);
  const unspelled = tasks.flatMap((task, at): readonly Unspelled[] => {
    const found = answers[at];
    if (found?.kind !== 'failed' || task.isAboutNew || isAboutNewcomers(task.text)) return [];
    return [{ object: task.object, part: task.part, message: found.message, isFromStandIn }];
  });
  return { model: withWidenedViews(model, desired, before), unspelled };
}

/** Functions among the carriers have no body. Behind some poolers and on some hosts sessions start read-only. */
const BEGIN = `begin read write; ${READING_SETTINGS}
set local check_function_bodies = off; set local client_min_messages = error;`;

/** Somebody who spells where the server cannot. @throws EnvironmentError */
export type OpenStandIn = () => Promise<Session>;

async function openEmbeddedStandIn(): Promise<Session> {
  const { openEmbeddedInMemory } = await import('./embedded.ts');
  return await openEmbeddedInMemory(null);
}

async function mayMakeTables({ server, query }: Session): Promise<boolean> {
  if (server.isStandby) return false;
  const [row] = await query(`select has_database_privilege(current_database(), 'TEMP')`);
  return row?.[0] === 't';
}

async function findAnswersElsewhere(
  open: OpenStandIn,
  session: Session,
  tasks: readonly Task[],
  live: Model,
  searchPath: readonly Ident[] | undefined,
) {
  const standIn = await open();
  try {
    const same = await furnishStandIn(standIn, session, tasks, live);
    return await rolledBack(standIn, BEGIN, () => findAnswers(standIn, same, searchPath));
  } finally {
    await standIn.close();
  }
}

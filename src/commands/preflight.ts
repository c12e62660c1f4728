/** Refuses a plan that its server cannot take, or its role may not run: one message for all of it, exit code 6. */
import { findObstacles, type Obstacle } from '../db/preflight.ts';
import { EnvironmentError } from '../db/session.ts';
import { needsOf } from '../plan/needs.ts';
import type { Plan } from '../plan/plan.ts';
import type { Context } from './context.ts';
import type { OpenedDatabase } from './open-database.ts';

function refusal(obstacles: readonly Obstacle[]): EnvironmentError {
  const causes = obstacles.map(({ cause }) => cause).join(' ');
  const remedies = [...new Set(obstacles.map(({ remedy }) => remedy))];
  return new EnvironmentError(`${causes} Nothing was changed.`, remedies.join('\n  '));
}

async function obstaclesOf(
  plan: Plan,
  { session, target, contradictions }: OpenedDatabase,
): Promise<readonly Obstacle[]> {
  return [...contradictions, ...(await findObstacles(session, target, needsOf(plan)))];
}

/** For `apply`. @throws EnvironmentError naming everything that is in the way, and the ways out */
export async function refuseObstacles(plan: Plan, database: OpenedDatabase): Promise<void> {
  const obstacles = await obstaclesOf(plan, database);
  if (obstacles.length > 0) throw refusal(obstacles);
}

/**
 * For `diff`, which only reads: what another role could do is worth a warning, since the plan may be for that role.
 *
 * @throws EnvironmentError when no role could
 */
export async function warnOfObstacles(plan: Plan, database: OpenedDatabase, context: Context): Promise<void> {
  const obstacles = await obstaclesOf(plan, database);
  const hard = obstacles.filter(({ kind }) => kind === 'server');
  if (hard.length > 0) throw refusal(hard);
  for (const { cause, remedy } of obstacles) context.report.warn(`apply would be refused: ${cause} ${remedy}`);
}

/** The difference between the specs and a live database, planned: what `diff` shows and `apply` runs. */
import { createHash } from 'node:crypto';
import type { LiveDatabase } from '../catalog/catalog.ts';
import { keepParts } from '../diff/kept-parts.ts';
import { diffModels } from '../diff/model.ts';
import { modelForVersion } from '../model/for-version.ts';
import { EMPTY_MODEL, type Model, type Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { type Plan, planChanges } from '../plan/plan.ts';
import { statementsOf } from '../plan/print.ts';
import { dropLeftovers } from './drop-leftovers.ts';
import { readCatalog } from './read-catalog.ts';
import { refuseForDependents } from './refuse-dependents.ts';
import type { Session } from './session.ts';
import { type OpenStandIn, spellModel, type Unspelled } from './spell.ts';

export interface CompareSettings {
  /** The wanted Model, for any server version of the target. */
  readonly wanted: Model;
  /** The same at size `standard`, for tables to keep the partitions that they have; otherwise they get those wanted. */
  readonly asWritten?: Model | null;
  readonly schemas: readonly string[];
  readonly ignore: readonly string[];
  /** Relations that one transaction may lock at most, whatever the server allows. */
  readonly lockBudget: number;
  /** Of the target; `public` alone unless said. */
  readonly searchPath?: readonly Ident[];
  /** For a server on which no temporary tables can be made. */
  readonly openStandIn?: OpenStandIn;
}

export interface Comparison {
  readonly plan: Plan;
  readonly live: LiveDatabase;
  /** Expressions that the server did not take; they count as different. */
  readonly unspelled: readonly Unspelled[];
  /** Tables that are divided as at another size, and stay so. */
  readonly kept: readonly Table[];
}

/** Half of the lock table, so that others can work meanwhile. */
function lockBudget(session: Session, settings: CompareSettings): number {
  return Math.max(100, Math.min(settings.lockBudget, Math.floor(session.server.maxLocks / 2)));
}

/** @throws DatabaseError, EnvironmentError */
export async function compareWithLive(session: Session, settings: CompareSettings): Promise<Comparison> {
  const roles = [...settings.wanted.objects.values()]
    .filter((object) => object.kind === 'role')
    .map(({ name }) => name);
  const live = await readCatalog(session, { schemas: settings.schemas, ignore: settings.ignore, roles });
  const { openStandIn, searchPath } = settings;
  const { model, kept } = keepParts(live.model, settings.wanted, settings.asWritten ?? EMPTY_MODEL);
  const wanted = modelForVersion(model, session.server.major);
  const spelled = await spellModel(session, wanted, live.model, openStandIn, searchPath);
  const changes = dropLeftovers(diffModels(live.model, spelled.model, wanted, live.defaultGrants), live.invalidIndexes);
  const plan = planChanges(refuseForDependents(changes, live.externalDependents), {
    model: spelled.model,
    range: { min: session.server.major, max: session.server.major },
    lockBudget: lockBudget(session, settings),
    sizes: live.sizes,
  });
  return { plan, live, unspelled: spelled.unspelled, kept };
}

/** Names a plan by its statements, so that a saved one is known again. Hexadecimal SHA-256. */
export function planHash(plan: Plan): string {
  return createHash('sha256').update(statementsOf(plan).join(';\n')).digest('hex');
}

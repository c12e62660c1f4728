/** `build`: the difference from an empty database, as a file. Its bytes depend on the specs and the target alone. */
import { possibleGrants } from '../diff/default-grants.ts';
import { diffModels } from '../diff/model.ts';
import type { TableData } from '../model/data.ts';
import { tablesOf } from '../model/keys.ts';
import { EMPTY_MODEL, type Model } from '../model/model.ts';
import { dataBatches } from '../sql/data.ts';
import { SCHEDULE_MAINTENANCE } from '../sql/partition.ts';
import type { PartLimits, Target } from '../target/target.ts';
import { preflightsOf } from '../target/target-with.ts';
import { cutIntoParts } from './parts.ts';
import { type Plan, planChanges } from './plan.ts';
import { printPlan } from './print.ts';
import { type PartFile, printParts } from './print-parts.ts';

export function planFromEmpty(model: Model, target: Target): Plan {
  return planChanges(diffModels(EMPTY_MODEL, model, model, possibleGrants(target.defaultGrantees)), {
    model,
    range: target.versions,
    lockBudget: target.lockBudget,
    sizes: new Map(),
  });
}

/** Whether it has what a scheduler would call. */
function isKeptUp(model: Model): boolean {
  return model.objects.has('function boyfanz.schedule_maintenance()');
}

interface Titled {
  readonly name: string;
  readonly model: Model;
  readonly target: Target;
  readonly data: readonly TableData[];
}

function headOf({ name, model, target, data }: Titled) {
  const { min, max } = target.versions;
  const extensions = [...model.objects.values()].filter((object) => object.kind === 'extension').map((one) => one.name);
  const optional = extensions.filter((extension) => target.optional.has(extension));
  const tables = tablesOf(model).filter((table) => table.name.schema !== 'boyfanz').length;
  const title = [
    `${name}: complete schema, ${tables} tables.`,
    `For PostgreSQL ${min} to ${max}: ${target.summary}.`,
    ...(optional.length === 0 ? [] : [`Needs ${optional.join(' and ')}.`]),
    ...(data.length === 0
      ? []
      : [`With the reference data of ${data.length} ${data.length === 1 ? 'table' : 'tables'}, at the end.`]),
  ];
  return {
    title,
    preflight: preflightsOf(target, new Set(extensions)),
    minVersion: min,
    target,
    searchPath: target.searchPath,
    closing: target.scheduler === null || !isKeptUp(model) ? [] : [SCHEDULE_MAINTENANCE],
  };
}

const WRITTEN = 'Written by `boyfanz-schema build` from the specs: change those, not this file.';

/**
 * @param name of the project, for the first line
 * @param data reference data to put in at the end
 */
export function buildScript(name: string, model: Model, target: Target, data: readonly TableData[] = []): string {
  const { title, ...settings } = headOf({ name, model, target, data });
  return printPlan(planFromEmpty(model, target), {
    ...settings,
    title: [
      ...title,
      '',
      WRITTEN,
      'Load it into an empty database: psql -v ON_ERROR_STOP=1 -f FILE, or paste it into a SQL editor.',
    ],
    fromEmpty: true,
    data: data.flatMap(dataBatches),
  });
}

/** The same in parts, in the order in which they are to be run. */
export function buildParts(
  name: string,
  model: Model,
  target: Target,
  data: readonly TableData[],
  limits: PartLimits,
): readonly PartFile[] {
  const { title, ...settings } = headOf({ name, model, target, data });
  const plan = planFromEmpty(model, target);
  return printParts(plan, cutIntoParts(plan, model, data, limits), {
    ...settings,
    title,
    notes: [
      WRITTEN,
      'Run each part as a whole, in order. One that failed or was cut off left nothing behind: run it again.',
    ],
    fromEmpty: true,
  });
}

/** `build`: the difference from an empty database, as a file. Its bytes depend on the specs and the target alone. */
import { diffModels } from '../diff/model.ts';
import type { TableData } from '../model/data.ts';
import { tablesOf } from '../model/keys.ts';
import { EMPTY_MODEL, type Model } from '../model/model.ts';
import { dataBatches } from '../sql/data.ts';
import { SCHEDULE_MAINTENANCE } from '../sql/partition.ts';
import type { Target } from '../target/target.ts';
import { preflightsOf } from '../target/target-with.ts';
import { type Plan, planChanges } from './plan.ts';
import { printPlan } from './print.ts';

export function planFromEmpty(model: Model, target: Target): Plan {
  return planChanges(diffModels(EMPTY_MODEL, model), {
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

/**
 * @param name of the project, for the first line
 * @param data reference data to put in at the end
 */
export function buildScript(name: string, model: Model, target: Target, data: readonly TableData[] = []): string {
  const { min, max } = target.versions;
  const extensions = [...model.objects.values()].filter((object) => object.kind === 'extension').map((one) => one.name);
  const optional = extensions.filter((extension) => target.optional.has(extension));
  const tables = tablesOf(model).filter((table) => table.name.schema !== 'boyfanz').length;
  return printPlan(planFromEmpty(model, target), {
    title: [
      `${name}: complete schema, ${tables} tables.`,
      `For PostgreSQL ${min} to ${max}: ${target.summary}.`,
      ...(optional.length === 0 ? [] : [`Needs ${optional.join(' and ')}.`]),
      ...(data.length === 0
        ? []
        : [`With the reference data of ${data.length} ${data.length === 1 ? 'table' : 'tables'}, at the end.`]),
      '',
      'Written by `boyfanz-schema build` from the specs: change those, not this file.',
      'Load it into an empty database: psql -v ON_ERROR_STOP=1 -f FILE, or paste it into a SQL editor.',
    ],
    preflight: preflightsOf(target, new Set(extensions)),
    minVersion: min,
    target,
    fromEmpty: true,
    data: data.flatMap(dataBatches),
    closing: target.scheduler === null || !isKeptUp(model) ? [] : [SCHEDULE_MAINTENANCE],
  });
}

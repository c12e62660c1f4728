/** The value of `--target`. */
import { isTargetName, TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { didYouMean } from '../text/suggest.ts';
import { UsageError } from './context.ts';

/** @throws UsageError */
export function chooseTarget(name: string): Target {
  if (isTargetName(name)) return TARGETS[name];
  const names = Object.keys(TARGETS);
  throw new UsageError(`There is no target ${name}.`, didYouMean(name, names) ?? `Targets: ${names.join(', ')}.`);
}

/** @throws UsageError */
export function chooseTargets(names: string): readonly Target[] {
  return names.split(',').map((name) => chooseTarget(name.trim()));
}

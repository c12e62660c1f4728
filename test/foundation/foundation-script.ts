/** The foundation alone as one script, so that its tests stay quick however many specs there are. */
import { fileURLToPath } from 'node:url';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Target, TargetName } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export async function foundationScript(): Promise<string> {
  const tree = await readSpecTree(`${ROOT}/specs`, ROOT);
  const documents = tree.documents.filter((file) => file.section === null);
  const compiled = compileSpecs({ ...tree, documents }, TARGETS.postgres);
  if (compiled.diagnostics.length > 0) {
    throw new Error(compiled.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
  }
  return buildScript('foundation', compiled.model, TARGETS.postgres);
}

/** A target as the engines of the tests are: without optional extensions. */
export function plainTarget(name: TargetName): Target {
  return targetWith(TARGETS[name], { with: [], without: [...TARGETS[name].optional.keys()] });
}

/** All specs, compiled. */
export async function compiledSpecs(name: TargetName = 'postgres', target = plainTarget(name)): Promise<Compiled> {
  return compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), target);
}

/** All specs as one script. */
export async function specsScript(name: TargetName = 'postgres'): Promise<string> {
  return buildScript('specs', (await compiledSpecs(name)).model, plainTarget(name));
}

/** The foundation alone as one script, so that its tests stay quick however many specs there are. */
import { fileURLToPath } from 'node:url';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { TargetName } from '../../src/target/target.ts';
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

/** All specs as one script, for engines without optional extensions: those of the tests have none. */
export async function specsScript(name: TargetName = 'postgres'): Promise<string> {
  const target = targetWith(TARGETS[name], { with: [], without: [...TARGETS[name].optional.keys()] });
  const tree = await readSpecTree(`${ROOT}/specs`, ROOT);
  return buildScript('specs', compileSpecs(tree, target).model, target);
}

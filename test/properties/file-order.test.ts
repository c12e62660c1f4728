import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { SpecFile, SpecTree } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { runs } from './seed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function build(tree: SpecTree): string {
  const { model, project } = compileSpecs(tree, TARGETS.timescale);
  return buildScript(project.name, model, TARGETS.timescale);
}

/** One section and what the tool brings: enough for every kind of document. */
function isChosen({ section }: SpecFile): boolean {
  return section === null || section === '01-core-user-management';
}

it('builds the same bytes in whatever order the files are found', { timeout: 120_000 }, async () => {
  const whole = await readSpecTree(`${ROOT}/specs`, ROOT);
  const documents = whole.documents.filter(isChosen);
  const expected = build({ ...whole, documents });
  // By number: a counterexample is to show an order and not the files.
  const numbers = documents.map((_, at) => at);
  const orders = fc.shuffledSubarray(numbers, { minLength: numbers.length });
  fc.assert(
    fc.property(orders, (order) => {
      const shuffled = order.flatMap((at) => documents[at] ?? []);
      expect(build({ ...whole, documents: shuffled }) === expected).toBe(true);
    }),
    runs(20),
  );
});

/** Every file of the repository that is made from others, with the text it must have. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesMarkdown } from '../../src/check/document.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildScript, planFromEmpty } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { specSchemaJson } from '../../src/spec/schema.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { hasErrors } from '../../src/text/diagnostic.ts';
import { countsMarkdown } from './counts.ts';
import { readCoverage } from './coverage-file.ts';
import { coverageMarkdown } from './coverage-markdown.ts';

export interface GeneratedFile {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function generatedFromCode(): readonly GeneratedFile[] {
  return [
    { path: 'specs/spec.schema.json', text: specSchemaJson() },
    { path: 'docs/rules.md', text: rulesMarkdown() },
  ];
}

const COUNTS = /(<!-- counts: .* -->\n)[\s\S]*?(<!-- end of counts -->)/;

function withCounts(readme: string, compiled: Compiled): string {
  if (!COUNTS.test(readme)) throw new Error('README.md has lost its markers for the counts');
  const plan = planFromEmpty(compiled.model, TARGETS.timescale);
  return readme.replace(
    COUNTS,
    (_all, start: string, end: string) => `${start}${countsMarkdown(compiled, plan)}${end}`,
  );
}

/** @throws when the specs have errors */
export async function generatedFromSpecs(root: string): Promise<readonly GeneratedFile[]> {
  const tree = await readSpecTree(join(root, 'specs'), root);
  const compiled = compileSpecs(tree, TARGETS.timescale);
  if (hasErrors(compiled.diagnostics)) throw new Error('The specs have errors: run boyfanz-schema check');
  const coverage = readCoverage(await readFile(join(root, 'specs', 'coverage.yaml'), 'utf8'));
  const scripts = Object.values(TARGETS).flatMap((target): readonly GeneratedFile[] => {
    if (target.output === null) return [];
    const { model, project, data } = compileSpecs(tree, target);
    return [{ path: `dist-sql/${target.output}`, text: buildScript(project.name, model, target, data) }];
  });
  return [
    { path: 'README.md', text: withCounts(await readFile(join(root, 'README.md'), 'utf8'), compiled) },
    { path: 'docs/coverage.md', text: coverageMarkdown(coverage, compiled) },
    ...scripts,
  ];
}

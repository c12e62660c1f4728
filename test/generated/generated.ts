/** Every file of the repository that is made from others, with the text it must have. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesMarkdown } from '../../src/check/document.ts';
import { accessMarkdown } from '../../src/commands/access-document.ts';
import { builtFiles } from '../../src/commands/built-files.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { planFromEmpty } from '../../src/plan/build-script.ts';
import { accessMatrix } from '../../src/spec/access-matrix.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { specSchemaJson } from '../../src/spec/schema.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { hasErrors } from '../../src/text/diagnostic.ts';
import { countsMarkdown } from './counts.ts';
import { readCoverage } from './coverage-file.ts';
import { coverageMarkdown } from './coverage-markdown.ts';
import { developmentMarkdown } from './development.ts';
import { filesMarkdown, platformsMarkdown } from './platforms.ts';
import { dropsMarkdown, groupsMarkdown, localMarkdown, machinesMarkdown } from './scaling.ts';
import { sizingMarkdown, widthsMarkdown } from './sizing.ts';
import { sqliteTypesMarkdown } from './sqlite-types.ts';

export interface GeneratedFile {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function generatedFromCode(): readonly GeneratedFile[] {
  return [
    { path: 'specs/spec.schema.json', text: specSchemaJson() },
    { path: 'docs/rules.md', text: rulesMarkdown() },
    { path: 'docs/platforms.md', text: platformsMarkdown() },
  ];
}

/** So that a reviewer sees what a change of a spec lets in. */
function accessPage({ model, info, project }: Compiled): string {
  const { roles } = TARGETS.postgres;
  if (roles === null) throw new Error('The target has no roles');
  return accessMarkdown(accessMatrix(model, info, roles), project.sections);
}

/** @throws when the page has lost the marks */
function between(page: string, mark: string, text: string): string {
  const marks = new RegExp(`(<!-- ${mark}: .* -->\\n)[\\s\\S]*?(<!-- end of ${mark} -->)`);
  if (!marks.test(page)) throw new Error(`A page has lost its markers for the ${mark}`);
  return page.replace(marks, (_all, start: string, end: string) => `${start}${text}${end}`);
}

/** @throws when the specs have errors */
export async function generatedFromSpecs(root: string): Promise<readonly GeneratedFile[]> {
  const tree = await readSpecTree(join(root, 'specs'), root);
  const compiled = compileSpecs(tree, TARGETS.timescale);
  if (hasErrors(compiled.diagnostics)) throw new Error('The specs have errors: run boyfanz-schema check');
  const coverage = readCoverage(await readFile(join(root, 'specs', 'coverage.yaml'), 'utf8'));
  const scripts: GeneratedFile[] = [];
  for (const target of Object.values(TARGETS)) {
    if (target.output === null) continue;
    const files = await builtFiles(compileSpecs(tree, target), target, {});
    scripts.push(...files.map(({ path, text }) => ({ path: `dist-sql/${path}`, text })));
  }
  const page = async (path: string) => await readFile(join(root, path), 'utf8');
  const counts = countsMarkdown(compiled, planFromEmpty(compiled.model, TARGETS.timescale));
  const postgres = compileSpecs(tree, TARGETS.postgres);
  const citus = compileSpecs(tree, TARGETS.citus);
  const sizes = sizingMarkdown(compiled, postgres);
  const scaling = [
    ['machines', machinesMarkdown(compiled, postgres, citus)],
    ['groups', groupsMarkdown(citus)],
    ['local', localMarkdown(citus)],
    ['drops', dropsMarkdown(citus)],
  ] as const;
  const readme = between(await page('README.md'), 'files', filesMarkdown());
  const sizing = between(await page('docs/sizing.md'), 'sizes', sizes);
  const development = developmentMarkdown(compiled.asWritten);
  return [
    { path: 'docs/access.md', text: accessPage(postgres) },
    { path: 'docs/coverage.md', text: coverageMarkdown(coverage, compiled) },
    { path: 'README.md', text: between(readme, 'counts', counts) },
    { path: 'docs/profiles.md', text: between(await page('docs/profiles.md'), 'development', development) },
    { path: 'docs/sizing.md', text: between(sizing, 'widths', widthsMarkdown()) },
    {
      path: 'docs/scaling.md',
      text: scaling.reduce((text, [mark, part]) => between(text, mark, part), await page('docs/scaling.md')),
    },
    { path: 'docs/sqlite.md', text: between(await page('docs/sqlite.md'), 'types', sqliteTypesMarkdown()) },
    ...scripts,
  ];
}

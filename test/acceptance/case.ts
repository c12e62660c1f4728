/**
 * Change cases: a folder of fixtures/diff or fixtures/diff-hypertables each, with the specs before and after.
 *
 * `from.yaml` and `to.yaml` hold spec documents; what every table must say and no case is about is filled in. `rows.sql` runs
 * after `from`, `after.sql` after `to` and fails by itself when something is wrong; both are optional. `plan.sql` and
 * `reverse.sql` are the expected plans, the same on every server: `vitest -u` writes them, a person reads them. The first
 * lines of `to.yaml` are comments: what the case shows, then as `since: 15` the oldest server that can hold it, as
 * `fails: TEXT` what the server says against the change for the sake of the rows, and as `reverse fails: TEXT` against the
 * way back.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel } from '../../src/check/run.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled, SpecFile, SpecTree } from '../../src/spec/tree.ts';
import type { Target } from '../../src/target/target.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import { completed } from './preset.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PROJECT = 'name: acceptance\nschemas: [public, other, boyfanz, boyfanz_parts]\nsections:\n  01-cases: Cases\n';

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly target: Target;
  readonly title: string;
  /** Oldest major version that can hold it. */
  readonly since: number;
  /** It uses what the tool brings: partitions, helper functions. */
  readonly onFoundation: boolean;
  readonly failure: string | null;
  readonly reverseFailure: string | null;
  readonly from: string;
  readonly to: string;
  readonly rows: string | null;
  readonly after: string | null;
}

function textIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function readCase(folder: string, target: Target): Case {
  const from = readFileSync(join(folder, 'from.yaml'), 'utf8');
  const to = readFileSync(join(folder, 'to.yaml'), 'utf8');
  const comments = to.split('\n').filter((line) => line.startsWith('# '));
  const noted = (key: string) => {
    const start = `# ${key}: `;
    return comments.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
  };
  return {
    name: basename(folder),
    folder,
    target,
    title: comments[0]?.slice(2) ?? '',
    since: Number(noted('since') ?? 14),
    onFoundation: /boyfanz|^partition:|^use:/m.test(`${from}\n${to}`),
    failure: noted('fails'),
    reverseFailure: noted('reverse fails'),
    from,
    to,
    rows: textIfThere(join(folder, 'rows.sql')),
    after: textIfThere(join(folder, 'after.sql')),
  };
}

/** @param folder below test/fixtures */
export function readCases(folder: string, target: Target): readonly Case[] {
  const names = readdirSync(join(FIXTURES, folder)).sort();
  return names.map((name) => readCase(join(FIXTURES, folder, name), target));
}

/** Some cases are about names, policies and views that a reviewer would not like. */
const ALLOWED: ReadonlySet<string> = new Set([
  'name-style',
  'reserved-word',
  'personal-data-unclassed',
  'definer-in-exposed-schema',
  'overlapping-policies',
  'policy-always-true',
]);

let tree: SpecTree | null = null;

/** The tool's own templates and foundation, read once. */
async function foundationTree(): Promise<SpecTree> {
  tree ??= await readSpecTree(`${ROOT}/specs`, ROOT);
  return tree;
}

/**
 * The whole way of a spec but for reading files. The foundation is left out where nothing needs it, which is quicker.
 *
 * @throws when the specs have errors, or the rules find some
 */
export async function compileCase(
  name: string,
  text: string,
  onFoundation: boolean,
  target: Target,
): Promise<Compiled> {
  const base = await foundationTree();
  const source = { path: `${name}.yaml`, text: completed(text) };
  const specs: readonly SpecFile[] = text === '' ? [] : [{ source, section: '01-cases' }];
  const foundation = onFoundation ? base.documents.filter((file) => file.section === null) : [];
  const compiled = compileSpecs(
    { ...base, project: { path: 'project.yaml', text: PROJECT }, documents: [...foundation, ...specs] },
    target,
  );
  const found = compiled.diagnostics.length > 0 ? [] : checkModel({ ...compiled, target });
  const errors = [...compiled.diagnostics, ...found].filter(
    ({ severity, code }) => severity === 'error' && !ALLOWED.has(code),
  );
  if (errors.length > 0) throw new Error(errors.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
  return compiled;
}

/**
 * Change cases: a folder of fixtures/diff each, with the specs before and after.
 *
 * `from.yaml` and `to.yaml` hold spec documents; what every table must say and no case is about is filled in. `rows.sql` runs
 * after `from`, `after.sql` after `to` and fails by itself when something is wrong; both are optional. `plan.sql` and
 * `reverse.sql` are the expected plans; `plan-14.sql` is that of PostgreSQL 14 where it differs. The first lines of
 * `to.yaml` are comments: what the case shows, then as `since: 15` the oldest server that can hold it, as `fails: TEXT` what
 * the server says against the change for the sake of the rows, and as `reverse fails: TEXT` against the way back.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel } from '../../src/check/run.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled, SpecFile, SpecTree } from '../../src/spec/tree.ts';
import type { Target } from '../../src/target/target.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import { completed } from './preset.ts';

const CASES = fileURLToPath(new URL('../fixtures/diff/', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PROJECT = 'name: acceptance\nschemas: [public]\nsections:\n  01-cases: Cases\n';

export interface Case {
  readonly name: string;
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

function textOf(name: string, file: string): string {
  return readFileSync(join(CASES, name, file), 'utf8');
}

function textIfThere(name: string, file: string): string | null {
  return existsSync(join(CASES, name, file)) ? textOf(name, file) : null;
}

function readCase(name: string): Case {
  const [from, to] = [textOf(name, 'from.yaml'), textOf(name, 'to.yaml')];
  const comments = to.split('\n').filter((line) => line.startsWith('# '));
  const noted = (key: string) => {
    const start = `# ${key}: `;
    return comments.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
  };
  return {
    name,
    title: comments[0]?.slice(2) ?? '',
    since: Number(noted('since') ?? 14),
    onFoundation: /boyfanz|^partition:|^hypertable:|^use:/m.test(`${from}\n${to}`),
    failure: noted('fails'),
    reverseFailure: noted('reverse fails'),
    from,
    to,
    rows: textIfThere(name, 'rows.sql'),
    after: textIfThere(name, 'after.sql'),
  };
}

export function readCases(): readonly Case[] {
  return readdirSync(CASES).sort().map(readCase);
}

/** Where the expected plan of a server is. */
export function goldenFile(name: string, kind: 'plan' | 'reverse', major: number): string {
  const own = join(CASES, name, `${kind}-${major}.sql`);
  return existsSync(own) ? own : join(CASES, name, `${kind}.sql`);
}

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
export async function compileCase(name: string, text: string, onFoundation: boolean, target: Target): Promise<Compiled> {
  const base = await foundationTree();
  const source = { path: `${name}.yaml`, text: completed(text) };
  const specs: readonly SpecFile[] = text === '' ? [] : [{ source, section: '01-cases' }];
  const foundation = onFoundation ? base.documents.filter((file) => file.section === null) : [];
  const compiled = compileSpecs(
    { ...base, project: { path: 'project.yaml', text: PROJECT }, documents: [...foundation, ...specs] },
    target,
  );
  const found = compiled.diagnostics.length > 0 ? [] : checkModel({ ...compiled, target });
  const errors = [...compiled.diagnostics, ...found].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
  return compiled;
}

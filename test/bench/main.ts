/**
 * `npm run bench`: how long check and build, apply and diff take, each beside the least that any tool would have to do, so
 * that the ratios mean the same on every machine. `--write` puts the table into docs/benchmarks.md.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { checkModel } from '../../src/check/run.ts';
import { type CompareSettings, compareWithLive } from '../../src/db/compare.ts';
import { openLedger } from '../../src/db/ledger.ts';
import { readCatalog } from '../../src/db/read-catalog.ts';
import { runPlan } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { SpecTree } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { setup } from '../engines/global-setup.ts';
import { type TestDatabase, withDatabase } from '../engines/with-engine.ts';
import { generateTree } from './generate.ts';
import { type Measured, measure } from './measure.ts';

const SIZES = [100, 500, 2000];
const RUNS = 3;
/** The version whose psql Debian ships, so that the two are of one release. */
const MAJOR = 15;
const TARGET = TARGETS.postgres;
const RESULTS = new URL('../../docs/benchmarks.md', import.meta.url);

interface Row {
  readonly what: string;
  readonly beside: string;
  readonly tables: number;
  readonly ours: Measured;
  readonly theirs: Measured | null;
}

const run = promisify(execFile);
const nothing = async () => undefined;

function parseOnly(tree: SpecTree): number {
  let documents = 0;
  for (const { source } of tree.documents) documents += parseAllDocuments(source.text, { prettyErrors: false }).length;
  return documents;
}

function compileAndCheck(tree: SpecTree): string {
  const compiled = compileSpecs(tree, TARGET);
  const findings = [...compiled.diagnostics, ...checkModel({ ...compiled, target: TARGET })];
  const [first] = findings.filter(({ severity }) => severity === 'error');
  if (first !== undefined) throw new Error(`The generated specs are wrong: ${first.message}`);
  return buildScript('generated', compiled.model, TARGET);
}

function settingsFor(tree: SpecTree): CompareSettings {
  const { model, project } = compileSpecs(tree, TARGET);
  return { wanted: model, schemas: project.schemas, ignore: project.ignore, lockBudget: TARGET.lockBudget };
}

async function applyAll(session: Session, settings: CompareSettings): Promise<void> {
  await openLedger(session);
  const { plan } = await compareWithLive(session, settings);
  await runPlan(session, plan, {
    toolVersion: 'bench',
    lockTimeoutMs: 3000,
    onProgress: () => undefined,
    onRetry: () => undefined,
    signal: new AbortController().signal,
  });
}

/** Runs `work` in a new database and gives its time, without making and dropping the database. */
async function timeInNewDatabase(work: (database: TestDatabase) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (let at = 0; at <= RUNS; at += 1) {
    await withDatabase(MAJOR, async (database) => {
      const started = performance.now();
      await work(database);
      if (at > 0) times.push(performance.now() - started);
    });
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, min: times[0] ?? 0, max: times.at(-1) ?? 0 };
}

async function hasPsql(): Promise<boolean> {
  return await run('psql', ['--version']).then(
    () => true,
    () => false,
  );
}

async function benchBuild(tables: number, tree: SpecTree): Promise<Row> {
  const ours = await measure(RUNS, nothing, async () => compileAndCheck(tree));
  const theirs = await measure(RUNS, nothing, async () => parseOnly(tree));
  return { what: 'check + build', beside: 'parsing the same YAML', tables, ours, theirs };
}

async function benchApply(tables: number, tree: SpecTree, folder: string): Promise<Row> {
  const settings = settingsFor(tree);
  const file = join(folder, 'schema.sql');
  await writeFile(file, compileAndCheck(tree));
  const ours = await timeInNewDatabase(({ session }) => applyAll(session, settings));
  const theirs = (await hasPsql())
    ? await timeInNewDatabase(({ url }) =>
        run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', file, url], { maxBuffer: 1e9 }),
      )
    : null;
  return { what: 'apply', beside: 'psql -f of the same file', tables, ours, theirs };
}

async function benchDiff(tables: number, tree: SpecTree): Promise<readonly [Row, number]> {
  const settings = settingsFor(tree);
  return await withDatabase(MAJOR, async ({ session }) => {
    await applyAll(session, settings);
    const ours = await measure(RUNS, nothing, () => compareWithLive(session, settings));
    const theirs = await measure(RUNS, nothing, () => readCatalog(session, settings));
    return [
      { what: 'diff, nothing to do', beside: 'reading the catalog', tables, ours, theirs },
      process.memoryUsage().rss,
    ];
  });
}

function line({ what, beside, tables, ours, theirs }: Row): string {
  const time = ({ median, min, max }: Measured) => `${median.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`;
  const ratio = theirs === null ? '' : (ours.median / theirs.median).toFixed(2);
  return `| ${what} | ${tables} | ${time(ours)} | ${beside} | ${theirs === null ? 'no psql here' : time(theirs)} | ${ratio} |`;
}

async function main(): Promise<void> {
  const teardown = await setup();
  const folder = await mkdtemp(join(tmpdir(), 'boyfanz-bench-'));
  const lines = [
    '| what | tables | ms, median (min–max) | beside | ms | ratio |',
    '| --- | ---: | ---: | --- | ---: | ---: |',
  ];
  const print = (row: Row) => {
    lines.push(line(row));
    process.stdout.write(`${lines.at(-1)}\n`);
  };
  process.stdout.write(`${lines.join('\n')}\n`);
  try {
    for (const tables of SIZES) {
      const tree = await generateTree(tables);
      print(await benchBuild(tables, tree));
      print(await benchApply(tables, tree, folder));
      const [row, memory] = await benchDiff(tables, tree);
      print(row);
      process.stdout.write(`(memory of the process after diff: ${Math.round(memory / 1e6)} MB)\n`);
    }
  } finally {
    await teardown();
    await rm(folder, { recursive: true });
  }
  if (process.argv.includes('--write')) await writeResults(lines);
}

async function writeResults(lines: readonly string[]): Promise<void> {
  const marker = '<!-- results -->';
  const [head = '', , tail = ''] = (await readFile(RESULTS, 'utf8')).split(marker);
  await writeFile(RESULTS, [head, `\n${lines.join('\n')}\n`, tail].join(marker));
}

await main();

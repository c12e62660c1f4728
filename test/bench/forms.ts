/**
 * `npm run bench:forms`: the schema at each size and in the profile development, loaded into a server and into the
 * embedded PostgreSQL. `--write` puts the table into docs/sizes.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Session } from '../../src/db/session.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { tablesOf } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { buildScript, planFromEmpty } from '../../src/plan/build-script.ts';
import type { Transaction } from '../../src/plan/plan.ts';
import { sessionSettings } from '../../src/plan/session-settings.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { type FormChoice, targetInForm } from '../../src/target/target-form.ts';
import { setup } from '../engines/global-setup.ts';
import { withDatabase, withEmbedded } from '../engines/with-engine.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESULTS = new URL('../../docs/sizes.md', import.meta.url);
const MAJOR = 17;
const RUNS = 3;
const FORMS: readonly (readonly [string, FormChoice])[] = [
  ['small', { size: 'small' }],
  ['standard', { size: 'standard' }],
  ['large', { size: 'large' }],
  ['development', { profile: 'development' }],
];

const MADE = `
select count(*) filter (where c.relkind in ('r', 'p', 'i', 'I', 't', 'S')), count(*) filter (where c.relispartition and c.relkind = 'r')
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'boyfanz', 'boyfanz_parts') or n.nspname = 'pg_toast' and c.oid > 16384`;
const SIZE = 'select pg_database_size(current_database())';
const LOCKS = "select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'relation'";

/** Loads the file by transactions, and counts what each has locked just before it commits. */
async function largestTransaction(session: Session, transactions: readonly Transaction[]): Promise<number> {
  let largest = 0;
  await session.execute(sessionSettings().join(';\n'));
  for (const { steps } of transactions) {
    await session.execute('begin');
    await session.execute(steps.flatMap(({ statements }) => statements).join(';\n'));
    largest = Math.max(largest, Number((await session.query(LOCKS))[0]?.[0]));
    await session.execute('commit');
  }
  return largest;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** What else the machine does only ever adds. */
async function least(load: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await load());
  return `${Math.min(...times).toFixed(1)} s`;
}

function hasPartitions({ storage }: Table): boolean {
  return storage.kind === 'partitioned';
}

async function measureForm(name: string, choice: FormChoice): Promise<readonly string[]> {
  const target = targetInForm(TARGETS.postgres, choice);
  const { model, project } = compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), target);
  const script = buildScript(project.name, model, target);
  const { transactions } = planFromEmpty(model, target);
  const facts: string[] = [];
  await withDatabase(MAJOR, async ({ session }) => {
    await session.execute(script);
    const [row = []] = await session.query(MADE);
    const [size = []] = await session.query(SIZE);
    facts.push(String(row[0]), String(row[1]), (Number(size[0]) / 1e6).toFixed(0));
  });
  const locks = await withDatabase(MAJOR, ({ session }) => largestTransaction(session, transactions));
  const server = await least(() => withDatabase(MAJOR, ({ session }) => seconds(() => session.execute(script))));
  const embedded = await least(() => withEmbedded((session) => seconds(() => session.execute(script))));
  const [relations = '', partitions = '', megabytes = ''] = facts;
  const divided = tablesOf(model).filter(hasPartitions).length;
  const cells = [relations, String(divided), partitions, `${(script.length / 1e6).toFixed(2)} MB`];
  return [name, ...cells, String(transactions.length), String(locks), `${megabytes} MB`, server, embedded];
}

async function main(): Promise<void> {
  const teardown = await setup();
  const head = ['', 'relations', 'divided tables', 'partitions', 'file', 'transactions', 'locks of the largest'];
  const lines = [
    `| ${[...head, 'empty database', 'load: server', 'load: embedded'].join(' | ')} |`,
    `|---|${'---:|'.repeat(9)}`,
  ];
  try {
    for (const [name, choice] of FORMS) lines.push(`| ${(await measureForm(name, choice)).join(' | ')} |`);
  } finally {
    await teardown();
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!process.argv.includes('--write')) return;
  const [start = '', , end = ''] = (await readFile(RESULTS, 'utf8')).split('<!-- results -->');
  await writeFile(RESULTS, [start, `\n${lines.join('\n')}\n`, end].join('<!-- results -->'));
}

await main();

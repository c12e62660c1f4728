/**
 * Sends parts as the SQL editor does, each as one string by the simple protocol, and prints what they need:
 *
 *     npx tsx test/supabase/send-parts.ts URL FOLDER [load|again|out-of-order|cut-off]
 *
 * `load` runs all of them, `again` expects each to say that it is loaded and to change nothing, `out-of-order` expects the
 * second to be refused by an empty database, `cut-off` ends the session while a part runs and runs the part again.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

interface PartFile {
  readonly name: string;
  readonly text: string;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'supabase/dashboard-query-editor' });
  // A session that is ended from outside says so here, too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Everything that a part could change, as one value. */
const STATE = `
select md5(string_agg(line, chr(10) order by line)) from (
  select format('%s %s %s', classid, objid, objsubid) as line from pg_depend where deptype <> 'i' or classid <> 0
  union all select format('c %s %s %s', oid, relname, relacl) from pg_class where relnamespace::regnamespace::text !~ '^pg_'
  union all select format('p %s %s %s', oid, proname, xmin) from pg_proc
  union all select format('d %s %s', objoid, description) from pg_description
  union all select format('t %s %s', oid, tgname) from pg_trigger
  union all select format('o %s', conname) from pg_constraint
) as lines`;

async function state(url: string): Promise<string> {
  return await connected(url, async (client) => String((await client.query(STATE)).rows[0]?.md5));
}

/** The last result that has rows, as the editor shows it. */
async function run(client: pg.Client, text: string): Promise<Record<string, unknown>> {
  const results: unknown = await client.query(text);
  const all: readonly pg.QueryResult[] = Array.isArray(results) ? results : [results];
  return all.findLast(({ rows }) => rows.length > 0)?.rows[0] ?? {};
}

/** With the relations that the part holds locked at its end counted. */
function counting(text: string): string {
  const count = `select set_config('test.locks', count(distinct relation)::text, false) from pg_locks where pid = pg_backend_pid() and relation is not null;\n`;
  return text.replace(/\ncommit;\n/, `\n${count}commit;\n`);
}

async function load(url: string, parts: readonly PartFile[]): Promise<void> {
  let largest = 0;
  for (const { name, text } of parts) {
    const started = performance.now();
    await connected(url, async (client) => {
      const { done, tables, next } = await run(client, counting(text));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const locks = (await client.query(`select current_setting('test.locks') as locks`)).rows[0]?.locks;
      const bytes = Buffer.byteLength(text);
      largest = Math.max(largest, bytes);
      say(`${name}: ${bytes} bytes, ${seconds} s, ${locks} relations locked. ${done} ${tables} tables. ${next}`);
      if (done !== `Part ${parts.findIndex((part) => part.name === name) + 1} of ${parts.length} is loaded.`) {
        throw new Error(`${name} reports ${done}`);
      }
    });
  }
  say(`The largest part has ${largest} bytes.`);
}

async function refused(url: string, text: string): Promise<string> {
  return await connected(url, async (client) => {
    try {
      await run(client, text);
    } catch (error) {
      if (error instanceof Error) return error.message;
      throw error;
    }
    throw new Error('The part ran, and should have been refused');
  });
}

async function unchangedBy(url: string, work: () => Promise<void>): Promise<void> {
  const before = await state(url);
  await work();
  if ((await state(url)) !== before) throw new Error('Something was changed');
}

async function again(url: string, parts: readonly PartFile[]): Promise<void> {
  await unchangedBy(url, async () => {
    for (const { name, text } of parts) {
      const message = await refused(url, text);
      if (!/^Part \d+ of \d+ is in this database already, and nothing was changed\./.test(message)) {
        throw new Error(`${name}: ${message}`);
      }
    }
  });
  say('Run again, every part said that it is loaded, and nothing was changed.');
}

async function outOfOrder(url: string, [, second, third]: readonly PartFile[]): Promise<void> {
  await unchangedBy(url, async () => {
    for (const part of [second, third]) {
      const message = await refused(url, part?.text ?? '');
      say(message);
      if (!/ and part 1 is not loaded: run part-01\.sql first; nothing was changed\.$/.test(message)) {
        throw new Error(message);
      }
    }
  });
}

/** Ends the session of the part as soon as it has made some tables, which others do not see yet. */
async function cutOff(url: string, text: string): Promise<void> {
  const message = await connected(url, async (client) => {
    const pid = (await client.query('select pg_backend_pid() as pid')).rows[0]?.pid;
    let isOver = false;
    const killer = connected(url, async (other) => {
      const locks = `select count(*) from pg_locks where pid = ${pid} and mode = 'AccessExclusiveLock' and relation is not null`;
      while (!isOver && Number((await other.query(locks)).rows[0]?.count) < 20) await sleep(5);
      await other.query(`select pg_terminate_backend(${pid})`);
    });
    const failure = await run(client, text).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    isOver = true;
    await killer;
    return failure;
  });
  if (message === null) throw new Error('The part went through before it was cut off');
  say(`Cut off: ${message}.`);
}

async function cutOffAndRunAgain(url: string, parts: readonly PartFile[]): Promise<void> {
  for (const [at, part] of parts.entries()) {
    if (at < 2) await unchangedBy(url, async () => await cutOff(url, part.text));
    await connected(url, async (client) => await run(client, part.text));
  }
  say('Run again, the parts that were cut off went through, and those behind them.');
}

const [url = '', folder = '', what = 'load'] = process.argv.slice(2);
const names = (await readdir(folder)).filter((name) => /^part-\d+\.sql$/.test(name)).sort();
const parts = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
);
if (parts.length < 2) throw new Error(`There are no parts in ${folder}`);
if (what === 'load') await load(url, parts);
else if (what === 'again') await again(url, parts);
else if (what === 'out-of-order') await outOfOrder(url, parts);
else if (what === 'cut-off') await cutOffAndRunAgain(url, parts);
else throw new Error(`There is no ${what}`);

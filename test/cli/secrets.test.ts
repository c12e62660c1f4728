import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { sharedServer } from '../engines/shared-servers.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { type Ran, runCli } from './run-cli.ts';
import { PEOPLE, type SpecFolder, withSpecs } from './spec-folder.ts';

const MAJOR = 16;
const ROLE = 'boyfanz_test_secret';
const SECRET = 's3cr3t/pa#ss@w0rd';
/** Parts that no output may hold, however it is quoted or encoded. */
const PARTS = ['s3cr3t', 'pa#ss', 'pa%23ss', 'w0rd', 'wr0ng'];

function expectNoSecret(...texts: readonly string[]): void {
  for (const text of texts) for (const part of PARTS) expect(text).not.toContain(part);
}

async function expectSilent(ran: Promise<Ran>, code: number): Promise<Ran> {
  const done = await ran;
  expectNoSecret(done.stdout, done.stderr);
  expect(done.code, done.stderr).toBe(code);
  return done;
}

/** A server that asks one role for its password; the others stay trusted. */
async function withPassword(work: (url: string, folder: SpecFolder, session: Session) => Promise<void>): Promise<void> {
  const { dataDirectory } = await sharedServer(MAJOR);
  await withDatabase(MAJOR, async ({ url, session }) => {
    const file = join(dataDirectory, 'pg_hba.conf');
    const rules = await readFile(file, 'utf8');
    const rule = `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`;
    if (!rules.startsWith(rule)) await writeFile(file, rule + rules);
    await session.execute(`
      do $$ begin create role ${ROLE} superuser login password '${SECRET}'; exception when duplicate_object then null; end $$;
      select pg_reload_conf(), pg_sleep(0.3)`);
    await withSpecs((folder) =>
      work(url.replace('postgres@', `${ROLE}:${encodeURIComponent(SECRET)}@`), folder, session),
    );
  });
}

const LOUD = { BOYFANZ_DEBUG: '1' };

describe('a password', () => {
  it(
    'is in nothing that a successful command prints or writes',
    () =>
      withPassword(async (url, { cwd, write }) => {
        const run = (line: string, env: Readonly<Record<string, string>> = { DATABASE_URL: url }) =>
          runCli([...line.split(' '), '--specs', 'specs'], { cwd, env: { ...LOUD, ...env } });
        await expectSilent(run('diff --format json --out plan.json'), 2);
        await expectSilent(run('diff --format markdown --out plan.md'), 2);
        await expectSilent(run('diff --out plan.sql'), 2);
        for (const name of ['plan.json', 'plan.md', 'plan.sql'])
          expectNoSecret(await readFile(join(cwd, name), 'utf8'));
        await expectSilent(run('apply --dry-run --json'), 2);
        await expectSilent(run(`apply --yes --url ${url}`, {}), 0);
        await expectSilent(run('apply --yes --json'), 0);
        await expectSilent(run(`diff --json --url ${url}`, {}), 0);
        await expectSilent(run(`check --url ${url}`, {}), 0);
        const parts = new URL(url);
        const variables = {
          PGHOST: parts.hostname,
          PGPORT: parts.port,
          PGUSER: ROLE,
          PGPASSWORD: SECRET,
          PGDATABASE: parts.pathname.slice(1),
        };
        const connected = await expectSilent(run('diff', variables), 0);
        expect(connected.stderr).toContain(`Connected to postgres://${ROLE}@`);
        await write({ '01-people/people.yaml': PEOPLE.replace('nullable: true', 'nullable: true, comment: A name.') });
        await expectSilent(run('apply --yes'), 0);
      }),
    60_000,
  );

  it('is not in the ledger', () =>
    withPassword(async (url, { cwd }, session) => {
      await expectSilent(runCli(['apply', '--yes', '--specs', 'specs', '--url', url], { cwd }), 0);
      const rows = await session.query('select row_to_json(l)::text from boyfanz.apply_ledger l');
      expect(rows.length).toBeGreaterThan(1);
      expectNoSecret(...rows.flat().map(String));
    }));

  it(
    'is in no error of a connection that fails',
    () =>
      withPassword(async (url, { cwd }) => {
        const encoded = encodeURIComponent(SECRET);
        const wrong: readonly (readonly [url: string, says: RegExp])[] = [
          [url.replace(encoded, 'wr0ng'), /the password of user "boyfanz_test_secret" is wrong/],
          [url.replace('127.0.0.1', 'no-such-host.invalid'), /host name no-such-host\.invalid is not known/],
          [url.replace(/:\d+\//, ':1/'), /no server answers at 127\.0\.0\.1:1/],
          [url.replace(/\/t_\w+/, '/no_such_database'), /there is no database "no_such_database"/],
          [url.replace('sslmode=disable', 'sslmode=require'), /does not offer encryption/],
          [url.replace(ROLE, 'boyfanz_test_unknown'), /Cannot connect|role "boyfanz_test_unknown"/],
          [url.replace(encoded, SECRET), /cannot be used/],
          [url.replace(':/', ''), /cannot be used: it does not begin with postgres:/],
          [url.replace('postgres:', 'http:'), /cannot be used: it does not begin with postgres:/],
          [url.replace(/:\d+\//, ':port/'), /the host and port cannot be read/],
          [url.replace('127.0.0.1', '[::1'), /the host and port cannot be read/],
          [url.replace(encoded, `%zz${encoded}`), /percent-encoded character/],
          [url.replace('disable', 'maybe'), /sslmode must be one of/],
          [`${url}&password=${encoded}&connect_timeout=soon`, /connect_timeout is not a number/],
        ];
        for (const [bad, says] of wrong) {
          for (const command of [['diff'], ['apply', '--yes', '--json']]) {
            const args = [...command, '--specs', 'specs'];
            const byOption = await expectSilent(runCli([...args, '--url', bad], { cwd, env: LOUD }), 6);
            expect(byOption.stderr).toMatch(says);
            const byVariable = await expectSilent(runCli(args, { cwd, env: { ...LOUD, DATABASE_URL: bad } }), 6);
            expect(byVariable.stderr).toMatch(says);
          }
        }
      }),
    120_000,
  );

  it('is in no error of a statement that fails', () =>
    withPassword(async (url, { cwd, write }) => {
      const run = (...args: readonly string[]) =>
        runCli([...args, '--specs', 'specs', '--url', url], { cwd, env: LOUD });
      await write({
        '01-people/people.yaml': PEOPLE.replace('access:', 'checks:\n  wrong: no_such_column > 0\naccess:'),
      });
      await expectSilent(run('apply', '--yes'), 1);
      await expectSilent(run('apply', '--yes', '--json'), 1);
      await write({ '01-people/people.yaml': 'table: people\n' });
      await expectSilent(run('apply', '--yes'), 1);
    }));
});

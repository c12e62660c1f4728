import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { jsonOf, runCli, startCli } from './run-cli.ts';
import { withSpecs, writeThings } from './spec-folder.ts';

async function inEmptyFolder(work: (cwd: string) => Promise<void>): Promise<void> {
  const cwd = await mkdtemp(join(tmpdir(), 'boyfanz-first run-'));
  try {
    await work(cwd);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** The words of a command as a shell would split it. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('the first command', () => {
  it(
    'makes the schema in the embedded database, and what it prints connects to it',
    () =>
      inEmptyFolder(async (cwd) => {
        const { code, stdout, stderr } = await runCli(['apply'], { cwd });
        expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
        // A line every few seconds tells a log that work goes on; the rest fits on a screen.
        const lines = stderr.split('\n').filter((line) => !line.startsWith('Applying '));
        expect(lines.length).toBeLessThan(24);
        const made = /✓ Made (\d+) tables, .*in the embedded database in (.*) \(\d+\.\d s\)\.\n/.exec(stderr);
        expect(made?.[2]).toContain(join('.boyfanz', 'embedded'));
        expect(stderr).toContain('tables  Core User Management\n');
        const [, serve = ''] = /^Connect: npx boyfanz-schema (.*)$/m.exec(stderr) ?? [];
        const [, url = ''] = /^then: +psql '(.*)'$/m.exec(stderr) ?? [];

        const server = startCli(words(serve), { cwd });
        await server.says(url);
        const client = new pg.Client(url);
        await client.connect();
        const { rows } = await client.query(
          "select count(*)::int as n from pg_tables where schemaname in ('public', 'boyfanz') and tablename <> 'apply_ledger'",
        );
        await client.end();
        const busy = await runCli(['apply'], { cwd });
        expect(busy.code).toBe(6);
        expect(busy.stderr).toMatch(/^error .*in use/m);
        server.process.kill('SIGINT');
        const stopped = await server.ended;
        expect({ code: stopped.code, stdout: stopped.stdout }).toEqual({ code: 0, stdout: `${url}\n` });
        expect(String(rows[0].n)).toBe(made?.[1]);

        const again = await runCli(['apply', '--json'], { cwd });
        expect(again.code).toBe(0);
        expect(jsonOf(again)).toMatchObject({ changes: 0, target: 'embedded' });
        const diff = await runCli(['diff', '--json'], { cwd });
        expect(diff.code).toBe(0);
        expect(jsonOf(diff)).toMatchObject({ transactions: [] });
      }),
    400_000,
  );

  it(
    'survives being killed',
    () =>
      withSpecs(async (folder) => {
        await writeThings(folder, 100);
        for (const moment of [0, 300, 600]) {
          const killed = startCli(['apply', '--specs', 'specs'], { cwd: folder.cwd });
          await killed.says('Plan:').catch(() => undefined);
          await sleep(moment);
          killed.process.kill('SIGKILL');
          await killed.ended;
        }
        const again = await runCli(['apply', '--specs', 'specs'], { cwd: folder.cwd });
        expect(again.code, again.stderr).toBe(0);
        expect((await runCli(['diff', '--specs', 'specs'], { cwd: folder.cwd })).code).toBe(0);
      }),
    120_000,
  );
});

describe('serve', () => {
  it('prints its address as JSON', () =>
    inEmptyFolder(async (cwd) => {
      const server = startCli(['serve', '--json', '--embedded', 'here'], { cwd });
      await server.says('}');
      server.process.kill('SIGTERM');
      const ran = await server.ended;
      expect(ran.code).toBe(0);
      expect(jsonOf(ran)).toEqual({
        url: expect.stringMatching(/^postgres:\/\/postgres@127\.0\.0\.1:\d+\/postgres\?sslmode=disable$/),
        directory: join(cwd, 'here'),
      });
    }));
});

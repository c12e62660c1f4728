import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../engines/with-engine.ts';
import { type Ran, runCli, type Started, startCli } from './run-cli.ts';
import { PEOPLE, type SpecFolder, withSpecs, writeThings } from './spec-folder.ts';

const MAJOR = 17;
/** More than fit into one transaction of a server with default settings. */
const TABLES = 250;

interface Scene extends SpecFolder {
  readonly execute: (script: string) => Promise<void>;
  readonly start: (...args: readonly string[]) => Started;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
}

function onDatabase(work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(MAJOR, ({ url, session }) =>
    withSpecs((folder) => {
      const full = (args: readonly string[]) => [...args, '--specs', 'specs', '--url', url, '--target', 'postgres'];
      return work({
        ...folder,
        execute: session.execute,
        start: (...args) => startCli(full(args), { cwd: folder.cwd }),
        run: (...args) => runCli(full(args), { cwd: folder.cwd }),
      });
    }),
  );
}

/** The key of the lock that one apply at a time holds. */
const APPLY_LOCK = '7093850862049257326';

describe('apply', () => {
  it.each([1, 2, 3, 4, 5])(
    'killed at a random moment (%i) goes on from what is there',
    () =>
      onDatabase(async (scene) => {
        await writeThings(scene, TABLES);
        const killed = scene.start('apply', '--yes');
        await killed.says('Plan:');
        const moment = Math.round(Math.random() * 700);
        await sleep(moment);
        killed.process.kill('SIGKILL');
        const { code } = await killed.ended;
        const again = await scene.run('apply', '--yes');
        expect(again.code, `killed after ${moment} ms:\n${again.stderr}`).toBe(0);
        const wasDone = again.stderr.includes('No differences');
        const saysSo =
          /The apply of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC stopped after \d+ of \d+ transactions?; going on/;
        // Killed before the first statement there is nothing to find, and after the last one nothing to do.
        if (code === null && !wasDone && moment > 200) expect(again.stderr).toMatch(saysSo);
        expect((await scene.run('diff')).code).toBe(0);
        const third = await scene.run('apply', '--yes');
        expect(third.stderr).toContain('No differences');
        expect(third.stderr).not.toContain('stopped after');
      }),
    120_000,
  );

  it(
    'waits for another one, and then finds nothing to do',
    () =>
      onDatabase(async (scene) => {
        await writeThings(scene, TABLES);
        await scene.execute(`select pg_advisory_lock(${APPLY_LOCK})`);
        const both = [scene.start('apply', '--yes'), scene.start('apply', '--yes')];
        for (const { says } of both) await says('Another apply is running on this database; waiting for it to end …');
        await scene.execute(`select pg_advisory_unlock(${APPLY_LOCK})`);
        const ended = await Promise.all(both.map((apply) => apply.ended));
        expect(ended.map(({ code }) => code)).toEqual([0, 0]);
        expect(ended.filter(({ stderr }) => stderr.includes('No differences'))).toHaveLength(1);
      }),
    120_000,
  );

  it('gives up waiting after --wait, and on Ctrl-C', () =>
    onDatabase(async (scene) => {
      await scene.execute(`select pg_advisory_lock(${APPLY_LOCK})`);
      const { code, stderr } = await scene.run('apply', '--yes', '--wait', '1');
      expect(code).toBe(6);
      expect(stderr).toMatch(
        /error Another apply is running on postgres:\S+, and was not done after 1 s\.\n {2}Wait for/,
      );
      const stopped = scene.start('apply', '--yes');
      await stopped.says('waiting for it to end');
      stopped.process.kill('SIGINT');
      const ran = await stopped.ended;
      expect(ran.code).toBe(5);
      expect(ran.stderr).toMatch(/error Stopped on request\.\n {2}Nothing was changed\.\n$/);
    }));

  it(
    'stops on Ctrl-C between statements, says where it stands, and completes when run again',
    () =>
      onDatabase(async (scene) => {
        await writeThings(scene, TABLES);
        const stopped = scene.start('apply', '--yes');
        await stopped.says('Plan:');
        await sleep(400);
        stopped.process.kill('SIGINT');
        const { code, stderr } = await stopped.ended;
        expect(code).toBe(5);
        expect(stderr).toMatch(
          /error Stopped on request\.\n {2}(Nothing was changed\.|\d+ of \d+ transactions are done; run apply again to go on\.)\n$/,
        );
        expect((await scene.run('apply', '--yes')).code).toBe(0);
        expect((await scene.run('diff')).code).toBe(0);
      }),
    120_000,
  );

  it('cancels a long statement on Ctrl-C', () =>
    onDatabase(async (scene) => {
      expect((await scene.run('apply', '--yes')).code).toBe(0);
      await scene.execute(`
        insert into public.people (email) values ('a@b');
        create function public.slow() returns boolean language sql immutable as 'select pg_sleep(60) is not null'`);
      await scene.write({
        'project.yaml': `name: small\nschemas: [public, boyfanz, boyfanz_parts]\nsections:\n  01-people: People\nignore: [slow]\n`,
        '01-people/people.yaml': PEOPLE.replace('access:', 'checks:\n  takes_long: public.slow()\naccess:'),
      });
      const stopped = scene.start('apply', '--yes');
      await stopped.says('Plan:');
      await sleep(1000);
      stopped.process.kill('SIGINT');
      const { code, stderr } = await stopped.ended;
      expect(stderr).toMatch(/error Stopped on request\.\n {2}Nothing was changed\.\n$/);
      expect(code).toBe(5);
    }));

  it('tries again when a lock is not to be had, and Ctrl-C ends that', () =>
    onDatabase(async (scene) => {
      expect((await scene.run('apply', '--yes')).code).toBe(0);
      await scene.write({
        '01-people/people.yaml': PEOPLE.replace('nickname', 'handle: { type: text, nullable: true }\n  nickname'),
      });
      await scene.execute('begin; lock table public.people in share row exclusive mode');
      const stopped = scene.start('apply', '--yes');
      await stopped.says('Another session holds a lock that is needed; trying again in 1 s (1).');
      stopped.process.kill('SIGINT');
      expect((await stopped.ended).code).toBe(5);
      const waiting = scene.start('apply', '--yes');
      await waiting.says('trying again in 1 s (1)');
      await scene.execute('rollback');
      expect((await waiting.ended).code).toBe(0);
    }));
});

describe('diff', () => {
  it(
    'ends at once on Ctrl-C, and by itself when a lock is not to be had',
    () =>
      onDatabase(async (scene) => {
        expect((await scene.run('apply', '--yes')).code).toBe(0);
        await scene.execute('begin; lock table public.people in access exclusive mode');
        const stopped = scene.start('diff');
        await sleep(1500);
        stopped.process.kill('SIGINT');
        expect(await stopped.ended).toMatchObject({ code: 5, stdout: '' });
        const { code, stderr } = await scene.run('diff');
        expect(stderr).toMatch(/error canceling statement due to lock timeout\n {2}Another session holds a lock/);
        expect(code).toBe(6);
        await scene.execute('rollback');
      }),
    60_000,
  );
});

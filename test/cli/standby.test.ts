import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { restartAsStandby, startServer, stopServer } from '../engines/server.ts';
import { makeRunDirectory } from '../engines/shared-servers.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { runCli } from './run-cli.ts';
import { thing, withSpecs, writeThings } from './spec-folder.ts';

it('a hot standby is compared as its primary would be, and nothing is written to it', async () => {
  const directory = await makeRunDirectory();
  const server = await startServer(17, directory, 'wal_level = replica\nhot_standby = on\n');
  const url = `postgres://postgres@127.0.0.1:${server.port}/postgres?sslmode=disable`;
  try {
    await withSpecs(async (folder) => {
      const run = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--url', url], { cwd: folder.cwd });
      await writeThings(folder, 2);
      expect(await run('apply --yes')).toMatchObject({ code: 0 });
      await restartAsStandby(server);

      const same = await run('diff');
      expect(same.stderr).toContain('(PostgreSQL 17, a standby)');
      expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to do') });

      await folder.write({ '02-things/things_1.yaml': thing(1).replace('size >= 0', 'size between 1 and 9') });
      const other = await run('diff --format text');
      expect(other.code).toBe(2);
      expect(other.stdout.trim().split('\n')).toEqual([
        expect.stringContaining('things_1_size'),
        expect.stringContaining('things_1_size'),
      ]);
      expect((await run('apply --dry-run')).code).toBe(2);

      for (const command of ['apply --yes', 'seed', 'generate-data --users 1']) {
        const refused = await run(command);
        expect(refused.code, command).toBe(6);
        expect(refused.stderr).toContain('is a standby, a read-only copy of another server: nothing was changed.');
        expect(refused.stderr).toContain(`Run ${command.split(' ')[0]} on the primary server.`);
      }
    });
  } finally {
    await stopServer(server);
    await rm(directory, { recursive: true, force: true });
  }
}, 60_000);

it(
  'a role without temporary tables applies all the same, until something cannot be compared without them',
  () =>
    withDatabase(17, ({ session, settings, url }) =>
      withSpecs(async (folder) => {
        const { database } = settings;
        await session.execute(`do $$ begin create role cli_without_temp login; exception when duplicate_object then null; end $$;
        revoke temporary on database ${database} from public;
        grant create on database ${database} to cli_without_temp; grant create on schema public to cli_without_temp`);
        const own = url.replace('postgres@', 'cli_without_temp@');
        const run = (line: string) =>
          runCli([...line.split(' '), '--specs', 'specs', '--url', own], { cwd: folder.cwd });
        await writeThings(folder, 1);
        const applied = await run('apply --yes');
        expect(applied.stderr).toContain('comparing expressions on the embedded PostgreSQL');
        expect(applied.code).toBe(0);

        await session.execute(`create operator public.=== (leftarg = text, rightarg = text, function = texteq);
        alter table public.things_1 add constraint things_1_own check (label operator(public.===) label)`);
        const checks = `checks:\n  things_1_own: label === label`;
        await folder.write({ '02-things/things_1.yaml': thing(1).replace('checks:', checks) });
        const refused = await run('apply --yes');
        expect(refused.code).toBe(6);
        expect(refused.stderr).toContain('where this role may not make temporary tables: nothing was changed.');
        expect(refused.stderr).toContain(`grant temporary on database ${database} to cli_without_temp;`);
        await session.execute(`grant temporary on database ${database} to cli_without_temp`);
        expect(await run('diff')).toMatchObject({ code: 0, stderr: expect.not.stringContaining('embedded') });
      }),
    ),
  60_000,
);

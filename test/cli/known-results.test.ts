/** What was found to be right is known again, and nothing that has changed since is taken for right. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { PEOPLE, type SpecFolder, withSpecs } from './spec-folder.ts';

async function build(
  { cwd }: SpecFolder,
  ...options: readonly string[]
): Promise<{ code: number | null; said: string }> {
  const { code, stderr } = await runCli(['build', '--specs', 'specs', '--target', 'postgres', ...options], { cwd });
  return { code, said: stderr };
}

const file = ({ cwd }: SpecFolder) => join(cwd, 'dist-sql', 'postgres', 'complete-schema.sql');

it('builds anew when the file, the specs or the options are not those of the last time', () =>
  withSpecs(async (folder) => {
    expect((await build(folder)).said).not.toContain('unchanged');
    const first = await readFile(file(folder), 'utf8');
    expect((await build(folder)).said).toContain('unchanged');
    expect((await build(folder, '--check')).code).toBe(0);

    await writeFile(file(folder), `${first}\n-- edited`);
    expect((await build(folder, '--check')).code).toBe(2);
    await build(folder);
    expect(await readFile(file(folder), 'utf8')).toBe(first);

    await folder.write({ '01-people/people.yaml': PEOPLE.replace('One person.', 'A person.') });
    expect((await build(folder, '--check')).code).toBe(2);
    await build(folder);
    expect(await readFile(file(folder), 'utf8')).toContain('A person.');
    await folder.write({ '01-people/people.yaml': PEOPLE });
    expect((await build(folder, '--check')).code).toBe(2);
    await build(folder);
    expect(await readFile(file(folder), 'utf8')).toBe(first);
  }));

it('shows a warning each time, also after a run without one', () =>
  withSpecs(async ({ cwd, write }) => {
    const check = async () => (await runCli(['check', '--specs', 'specs'], { cwd })).stderr;
    expect(await check()).toContain('no warnings');
    expect(await check()).toContain('no warnings');
    await write({ '01-people/people.yaml': PEOPLE.replace('access:', 'allow: {}\naccess:') });
    const [once, again] = [await check(), await check()];
    expect(once).not.toContain('no warnings');
    expect(again).toBe(once);
  }));

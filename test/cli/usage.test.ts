import { describe, expect, it } from 'vitest';
import { jsonOf, runCli, startCli } from './run-cli.ts';
import { withSpecs } from './spec-folder.ts';

const COMMANDS = [
  ['check'],
  ['build'],
  ['diff'],
  ['apply'],
  ['seed'],
  ['explain'],
  ['access'],
  ['audit'],
  ['estimate'],
  ['generate-data'],
  ['new'],
  ['new', 'table'],
  ['targets'],
  ['serve'],
] as const;

const ESCAPE = '\u001b';

it('ends without a word when nobody reads on', async () => {
  const { process: child, ended } = startCli(['build', '--stdout', '--target', 'postgres']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

describe('help', () => {
  it('of the program names every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const [name] of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  it.each(
    COMMANDS.map((names) => names.join(' ')),
  )('of %s has examples, the global options and the exit codes', async (names) => {
    const { code, stdout, stderr } = await runCli([...names.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Examples:\n  $ boyfanz-schema ${names}`);
    expect(stdout).toMatch(/--json +the result as JSON/);
    expect(stdout).toMatch(/--specs <dir>/);
    expect(stdout).toContain('64 wrong usage');
  });

  it('goes to stderr with exit code 64 when there is no command', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain('Usage: boyfanz-schema');
  });

  it('tells the version of package.json', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });
});

describe('wrong usage', () => {
  const cases: readonly (readonly [line: string, says: RegExp])[] = [
    ['chekc', /unknown command 'chekc'\n\(Did you mean check\?\)/],
    ['check --tagret postgres', /unknown option '--tagret'\n\(Did you mean --target\?\)/],
    ['check --target postgre', /There is no target postgre\.\n +did you mean `postgres`\?/],
    ['build --target mysql', /There is no target mysql\.\n +Targets: timescale, timescale-apache, postgres, /],
    ['build --pg 13', /13 is no version of PostgreSQL that is known\.\n +There are: 14, 15, 16, 17, 18\./],
    ['build --target supabase --pg 18', /The target supabase has PostgreSQL 15 to 17, and --pg says 18\./],
    [
      'apply --target sqlite',
      /The target sqlite is no PostgreSQL: .*\n +Write the file with boyfanz-schema build --target sqlite/,
    ],
    ['diff --url postgres://a@b/c --pg 15', /unknown option '--pg'/],
    [
      'build --with postgi',
      /postgi is no extension that can be chosen for the target timescale\.\n +did you mean `postgis`\?/,
    ],
    ['check --without citext', /citext is no extension that can be chosen .*\n +There are: postgis, vector\./],
    ['explain users --with postgis --without vector,postgis', /postgis is in --with and in --without/],
    ['apply --embedded --with vector', /vector is no extension that can be chosen for the target embedded\./],
    ['diff --url postgres://a@b/c --with pgvector', /pgvector is no extension that can be chosen/],
    ['diff --format jsn', /There is no format jsn\.\n +did you mean `json`\?/],
    ['diff --json --format sql', /--json and --format sql ask for two forms/],
    ['diff --url postgres://a@b/c --embedded', /name two databases/],
    ['apply --allow DATALOSS', /DATALOSS is no hazard that can be allowed\.\n +did you mean `DATA_LOSS`\?/],
    ['apply --allow UNSUPPORTED', /UNSUPPORTED is no hazard that can be allowed/],
    ['apply --wait soon', /soon is no number of seconds/],
    ['apply --plan no-such-plan.json', /There is no file no-such-plan\.json/],
    ['apply --plan package.json', /package\.json is not a plan\.\n +Write one by: boyfanz-schema diff/],
    ['explain', /missing required argument 'table'/],
    ['explain user_sesions', /There is no table user_sesions\.\n +did you mean `user_sessions`\?/],
    ['estimate --users many', /many is no number of users\.\n +For example: --users 250000/],
    ['estimate --users 0', /0 is no number of users/],
    ['estimate --top none', /none is no number of tables/],
    ['estimate --section 99', /There is no section 99\.\n +Sections: 01-core-user-management/],
    ['estimate --table mesages', /There is no table mesages\.\n +did you mean `messages`\?/],
    ['estimate --table users --top 3', /--table shows one table/],
    ['new table mentions', /mentions is not SECTION\/NAME/],
    ['new table 04/Mentions', /Mentions is no name for a table/],
    ['new table 99/mentions', /There is no section 99\.\n +Sections: 01-core-user-management/],
    ['new table 01/users', /users\.yaml is there already/],
    ['serve --port 70000', /70000 is no port/],
  ];

  it.each(cases)('%s', async (line, says) => {
    const { code, stdout, stderr } = await runCli(line.split(' '));
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(64);
    expect(line.includes('--json')).toBe(stdout !== '');
  });

  it.each(cases.filter(([line]) => !line.includes('--json')))('%s, as JSON', async (line) => {
    const ran = await runCli([...line.split(' '), '--json']);
    expect(jsonOf(ran)).toMatchObject({ exitCode: 64, error: { message: expect.any(String) } });
  });
});

describe('colour', () => {
  const broken = { '01-people/people.yaml': 'table: people\ncolour: red\n' };

  it('is not used where there is no terminal', () =>
    withSpecs(async ({ cwd, write }) => {
      await write(broken);
      const { stdout, stderr } = await runCli(['check', '--specs', 'specs'], { cwd });
      expect(stdout + stderr).not.toContain(ESCAPE);
      expect(stderr).toContain('unknown-key');
    }));

  it('can be forced, and NO_COLOR wins', () =>
    withSpecs(async ({ cwd, write }) => {
      await write(broken);
      const forced = await runCli(['check', '--specs', 'specs'], { cwd, env: { FORCE_COLOR: '1' } });
      expect(forced.stderr).toContain(ESCAPE);
      const refused = await runCli(['check', '--specs', 'specs'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
      expect(refused.stderr).not.toContain(ESCAPE);
    }));
});

/** The command line: the only importer of commander, and the one place where errors become exit codes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { type ApplyOptions, runApply } from './commands/apply.ts';
import { type BuildOptions, runBuild } from './commands/build.ts';
import { type CheckOptions, runCheck } from './commands/check.ts';
import { type Context, type ProcessFacts, UsageError } from './commands/context.ts';
import { DIFF_FORMATS, type DiffOptions, runDiff } from './commands/diff.ts';
import { EXIT, type ExitCode } from './commands/exit-code.ts';
import { type ExplainOptions, runExplain } from './commands/explain.ts';
import type { SpecOptions } from './commands/load-specs.ts';
import { runNewTable } from './commands/new-table.ts';
import { createReport, type Report } from './commands/report.ts';
import { runServe, type ServeOptions } from './commands/serve.ts';
import { DatabaseError, EnvironmentError } from './db/session.ts';
import { TARGETS } from './target/list.ts';

type Run = (context: Context) => Promise<ExitCode>;

const EXIT_CODES = `
Exit codes: 0 done or no differences · 1 problems in the specs, or it failed · 2 differences found ·
3 a hazard needs approval · 4 the plan is stale · 5 stopped part-way, run again to go on ·
6 environment (no connection, privilege, extension, version) · 64 wrong usage`;

const TARGET_HELP = `what the output is for: ${Object.keys(TARGETS).join(', ')}`;

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ boyfanz-schema ${line}`).join('\n')}\n${EXIT_CODES}`;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new UsageError(`${text} is no number of seconds.`);
  return value;
}

function onDatabase(command: Command): Command {
  return command
    .option('--url <url>', 'database to work on (default: DATABASE_URL, then the PG* variables, then the embedded one)')
    .option(
      '--embedded [dir]',
      'the PostgreSQL that comes with the tool, in this directory (default: .boyfanz/embedded)',
    )
    .option('--target <name>', `${TARGET_HELP} (default: found out by asking the server)`);
}

function program(version: string, start: (run: Run) => Promise<void>): Command {
  const root = new Command('boyfanz-schema')
    .description('The BoyFanz database schema as YAML specs: check them, build SQL, apply it, compare a live database.')
    .version(version)
    .option('--specs <dir>', 'folder of specs (default: the packaged ones)')
    .option('--json', 'the result as JSON on stdout')
    .addHelpText(
      'after',
      examples(
        'check',
        'build',
        'apply',
        'apply --url postgres://app@db.example.com/app',
        'diff --url "$DATABASE_URL" > change.sql',
      ),
    )
    .showHelpAfterError('(add --help for how to use it)');

  root
    .command('check')
    .description('validate the specs and run every rule; no database')
    .option('--target <names>', TARGET_HELP)
    .addHelpText('after', examples('check', 'check --specs my/specs --json'))
    .action((_options, command: Command) =>
      start((context) => runCheck(command.optsWithGlobals<CheckOptions>(), context)),
    );

  root
    .command('build')
    .description('compile the specs into dist-sql/')
    .option('--target <names>', `${TARGET_HELP} (default: each that has a file in dist-sql)`)
    .option('--out <dir>', 'folder to write to (default: dist-sql)')
    .option('--check', 'write nothing; exit 2 when a file is not what the specs say')
    .option('--stdout', 'print the file instead of writing it')
    .addHelpText('after', examples('build', 'build --check', 'build --target postgres --stdout | psql my_database'))
    .action((_options, command: Command) =>
      start((context) => runBuild(command.optsWithGlobals<BuildOptions>(), context)),
    );

  onDatabase(root.command('diff'))
    .description('show what apply would do to a database')
    .option('--format <format>', `${DIFF_FORMATS.join(', ')} (default: sql, or json with --json)`)
    .option('--out <file>', 'write the result to a file')
    .addHelpText(
      'after',
      examples('diff --url "$DATABASE_URL"', 'diff --format markdown', 'diff --format json --out plan.json'),
    )
    .action((_options, command: Command) =>
      start((context) => runDiff(command.optsWithGlobals<DiffOptions>(), context)),
    );

  onDatabase(root.command('apply'))
    .description('make a database be what the specs say; without a URL, the embedded one')
    .option('--plan <file>', 'run this plan of `diff --format json`, or stop when it is stale')
    .option('--dry-run', 'show the SQL and change nothing; exit 2 when there is something to do')
    .option('--yes', 'do not ask')
    .option(
      '--allow <hazard>',
      'approve a hazard: DATA_LOSS, or DATA_LOSS:users.email for one object; may be repeated',
      collect,
    )
    .option('--wait <seconds>', 'how long to wait for another apply (default: 60)', seconds)
    .addHelpText(
      'after',
      examples(
        'apply',
        'apply --url "$DATABASE_URL" --dry-run',
        'apply --url "$DATABASE_URL" --yes --allow DATA_LOSS:users.nickname',
      ),
    )
    .action((_options, command: Command) =>
      start((context) => runApply(command.optsWithGlobals<ApplyOptions>(), context)),
    );

  root
    .command('explain')
    .argument('<table>', 'name of a table')
    .description("a table's place, purpose, access, references and SQL")
    .option('--target <name>', TARGET_HELP)
    .addHelpText('after', examples('explain user_sessions', 'explain users --json'))
    .action((table: string, _options, command: Command) =>
      start((context) => runExplain(table, command.optsWithGlobals<ExplainOptions>(), context)),
    );

  const create = root.command('new').description('start a new spec');
  create
    .command('table')
    .argument('<path>', 'SECTION/NAME')
    .description('a table spec from the template')
    .addHelpText('after', examples('new table 04/mentions', 'new table 10-advanced-features/booking_notes'))
    .action((path: string, _options, command: Command) =>
      start((context) => runNewTable(path, command.optsWithGlobals<SpecOptions>(), context)),
    );

  root
    .command('serve')
    .description('let psql and other clients connect to the embedded database, until Ctrl-C')
    .option('--embedded [dir]', 'its directory (default: .boyfanz/embedded)')
    .option('--port <port>', 'port on 127.0.0.1 (default: any free one)')
    .addHelpText('after', examples('serve', 'serve --port 54329'))
    .action((_options, command: Command) =>
      start((context) => runServe(command.optsWithGlobals<ServeOptions>(), context)),
    );

  return root;
}

async function readVersion(packageRoot: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

interface Failure {
  readonly code: ExitCode;
  readonly message: string;
  readonly help: string | null;
}

const BUG_HELP = 'This is a bug in boyfanz-schema. Set BOYFANZ_DEBUG=1 for the whole trace, and report it.';

function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { code: EXIT.usage, message: error.message, help: error.help };
  if (error instanceof EnvironmentError) return { code: EXIT.environment, message: error.message, help: error.help };
  if (error instanceof DatabaseError) {
    // Classes 28 and 42501: who we are does not let us.
    const isPrivilege = error.sqlState === '42501' || error.sqlState?.startsWith('28') === true;
    return {
      code: isPrivilege ? EXIT.environment : EXIT.failed,
      message: error.message,
      help: error.hint ?? error.detail,
    };
  }
  return { code: EXIT.failed, message: error instanceof Error ? error.message : String(error), help: BUG_HELP };
}

function reportFailure(failure: Failure, json: boolean, report: Report): void {
  report.error(failure.message, failure.help);
  if (json) report.json({ error: { message: failure.message, help: failure.help }, exitCode: failure.code });
}

/** Runs one command line. Never throws and never exits. @returns the exit code */
export async function runCli(args: readonly string[], facts: ProcessFacts): Promise<ExitCode> {
  const report = createReport(facts.stdout, facts.stderr, facts.env);
  const json = args.includes('--json');
  let code: ExitCode = EXIT.done;
  try {
    const version = await readVersion(facts.packageRoot);
    const interactive = facts.stdin.isTTY === true && facts.stderr.isTTY === true && !json;
    const root = program(version, async (run) => {
      code = await run({ ...facts, version, report, json, interactive });
    });
    await configured(root, facts).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (facts.env.BOYFANZ_DEBUG === '1' && error instanceof Error) report.note(error.stack ?? error.message);
    const failure = failureOf(error);
    reportFailure(failure, json, report);
    return failure.code;
  }
  return code;
}

/** Help goes to stdout, errors to stderr, and commander never ends the process. Settings are not inherited by commands made before. */
function configured(command: Command, facts: ProcessFacts): Command {
  command.exitOverride();
  command.configureOutput({
    writeOut: (text) => {
      facts.stdout.write(text);
    },
    writeErr: (text) => {
      facts.stderr.write(text);
    },
  });
  for (const child of command.commands) configured(child, facts);
  return command;
}

/** The command line: with src/cli/ the only importer of commander. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { failureOf } from './cli/failure.ts';
import {
  collect,
  examples,
  onDatabase,
  seconds,
  TARGET_HELP,
  tableCount,
  wholeNumber,
  withExtensions,
  withForm,
  withVersion,
} from './cli/options.ts';
import type { AccessOptions } from './commands/access.ts';
import { ACCESS_FORMATS } from './commands/access-format.ts';
import type { ApplyOptions } from './commands/apply.ts';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { Context, ProcessFacts } from './commands/context.ts';
import type { DiffOptions } from './commands/diff.ts';
import { DIFF_FORMATS } from './commands/diff-format.ts';
import type { EstimateOptions } from './commands/estimate.ts';
import { EXIT, type ExitCode } from './commands/exit-code.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { GenerateDataOptions } from './commands/generate-data.ts';
import type { GrowOptions } from './commands/grow.ts';
import type { SpecOptions } from './commands/load-specs.ts';
import type { MaintainOptions } from './commands/maintain.ts';
import type { DatabaseOptions } from './commands/open-database.ts';
import { createReport, type Report } from './commands/report.ts';
import type { SeedOptions } from './commands/seed.ts';
import type { ServeOptions } from './commands/serve.ts';
import { userCount } from './commands/user-count.ts';
import { Interrupted } from './db/interrupted.ts';

/** Commands are loaded when they run: `--help` needs neither the YAML library nor a database driver. */
type Run = (context: Context) => Promise<ExitCode>;

interface Start {
  /** Ends at once when the user asks to stop. */
  readonly plain: (run: Run) => Promise<void>;
  /** The command watches the signal itself, and ends in its own time. */
  readonly stopsItself: (run: Run) => Promise<void>;
}

function program(version: string, start: Start): Command {
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
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(add --help for how to use it)');

  withVersion(withExtensions(root.command('check'), 'once all and once none'))
    .description('validate the specs and run every rule; no database')
    .option('--target <names>', `${TARGET_HELP} (default: timescale and postgres)`)
    .option('--url <url>', 'run the rules on this live database instead of the specs')
    .addHelpText('after', examples('check', 'check --specs my/specs --json', 'check --url "$DATABASE_URL"'))
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/check.ts')).runCheck(command.optsWithGlobals<CheckOptions>(), context),
      ),
    );

  withVersion(withForm(withExtensions(root.command('build'), 'those that the platform has'), 'what the target says'))
    .description('compile the specs into dist-sql/')
    .option('--target <names>', `${TARGET_HELP} (default: each that has a file in dist-sql)`)
    .option('--out <dir>', 'folder to write to (default: dist-sql)')
    .option('--check', 'write nothing; exit 2 when a file is not what the specs say')
    .option('--stdout', 'print the file instead of writing it')
    .option('--no-data', 'leave the reference data out')
    .option('--parts', 'as parts that are run one after the other (default: for supabase)')
    .option('--no-parts', 'as one file')
    .option('--max-bytes <n>', 'of a part (default: 880000)', wholeNumber)
    .option('--max-tables <n>', 'of a part (default: 150)', wholeNumber)
    .addHelpText(
      'after',
      examples(
        'build',
        'build --check',
        'build --target postgres --stdout | psql my_database',
        'build --with postgis,vector',
        'build --target postgres --parts --max-tables 100',
        'build --target neon --pg 17',
        'build --target postgres --size large',
        'build --profile development',
      ),
    )
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/build.ts')).runBuild(command.optsWithGlobals<BuildOptions>(), context),
      ),
    );

  onDatabase(root.command('diff'))
    .description('show what apply would do to a database')
    .option('--format <format>', `${DIFF_FORMATS.join(', ')} (default: sql, or json with --json)`)
    .option('--out <file>', 'write the result to a file')
    .addHelpText(
      'after',
      examples(
        'diff --url "$DATABASE_URL"',
        'diff --format markdown > changes.md',
        'diff --format json --out plan.json',
        'diff --url "$DATABASE_URL" --size standard',
      ),
    )
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/diff.ts')).runDiff(command.optsWithGlobals<DiffOptions>(), context),
      ),
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
    .option('--no-data', 'leave the reference data as it is')
    .option('--wait <seconds>', 'how long to wait for another apply (default: 60)', seconds)
    .addHelpText(
      'after',
      examples(
        'apply',
        'apply --url "$DATABASE_URL" --dry-run',
        'apply --url "$DATABASE_URL" --plan plan.json',
        'apply --embedded .boyfanz/development --profile development',
        'apply --url "$DATABASE_URL" --yes --allow DATA_LOSS:users.nickname',
      ),
    )
    .action((_options, command: Command) =>
      start.stopsItself(async (context) =>
        (await import('./commands/apply.ts')).runApply(command.optsWithGlobals<ApplyOptions>(), context),
      ),
    );

  onDatabase(root.command('seed'))
    .description('put the reference data of the specs into a database that has the schema')
    .option('--dry-run', 'show the SQL and change nothing; exit 2 when there is something to do')
    .option('--wait <seconds>', 'how long to wait for an apply that is running (default: 60)', seconds)
    .addHelpText('after', examples('seed', 'seed --url "$DATABASE_URL"', 'seed --url "$DATABASE_URL" --dry-run'))
    .action((_options, command: Command) =>
      start.stopsItself(async (context) =>
        (await import('./commands/seed.ts')).runSeed(command.optsWithGlobals<SeedOptions>(), context),
      ),
    );

  onDatabase(root.command('maintain'))
    .description('make time partitions ahead, move rows out of default ones, drop those past their keep; for cron')
    .option('--dry-run', 'show what is due and change nothing; exit 2 when something is')
    .option('--at <time>', 'as if it were this time (default: now, by the clock of the server)')
    .addHelpText(
      'after',
      examples(
        'maintain --url "$DATABASE_URL"',
        'maintain --url "$DATABASE_URL" --dry-run',
        'maintain --at 2027-01-01 --dry-run --json',
      ),
    )
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/maintain.ts')).runMaintain(command.optsWithGlobals<MaintainOptions>(), context),
      ),
    );

  onDatabase(root.command('audit'))
    .description('follow the chains of hashes in the audit log; exit 1 when an entry is not as it was written')
    .addHelpText('after', examples('audit', 'audit --url "$DATABASE_URL"', 'audit --url "$DATABASE_URL" --json'))
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/audit.ts')).runAudit(command.optsWithGlobals<DatabaseOptions>(), context),
      ),
    );

  withVersion(withExtensions(root.command('explain'), 'those that the platform has'))
    .argument('<table>', 'name of a table')
    .description("a table's place, purpose, columns, access, storage, size, references and SQL")
    .option('--users <number>', 'users that its size is for (default: 1M)', userCount)
    .option('--target <name>', TARGET_HELP)
    .addHelpText('after', examples('explain user_sessions', 'explain messages --users 250k', 'explain users --json'))
    .action((table: string, _options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/explain.ts')).runExplain(table, command.optsWithGlobals<ExplainOptions>(), context),
      ),
    );

  withVersion(withExtensions(root.command('access'), 'those that the platform has'))
    .argument('[tables...]', 'names of tables or views, whose reasons are shown (default: all, as a matrix)')
    .description('who may do what with which table, and why')
    .option('--section <name>', 'the tables of one section')
    .option('--role <name>', 'what anonymous, member, staff or service may do, and nothing else')
    .option('--format <format>', `${ACCESS_FORMATS.join(', ')} (default: text, or json with --json)`)
    .option('--out <file>', 'write the result to a file')
    .option('--target <name>', TARGET_HELP)
    .addHelpText(
      'after',
      examples(
        'access',
        'access messages conversations',
        'access --role anonymous',
        'access --format html --out access.html',
        'access --section 03-monetization-payments --json',
      ),
    )
    .action((tables: readonly string[], _options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/access.ts')).runAccess(tables, command.optsWithGlobals<AccessOptions>(), context),
      ),
    );

  withVersion(root.command('estimate'))
    .description('how large the database becomes: tables, TOAST, indexes, monthly growth; no database')
    .option(
      '--users <number>',
      'users: 250000, 250k or 1M (default: a column for each of 10k, 100k, 1M, 10M)',
      userCount,
    )
    .option('--section <name>', 'the tables of one section')
    .option('--top <number>', 'the largest tables', tableCount)
    .option('--table <name>', 'one table: every index, and what is assumed of its columns (default: at 1M users)')
    .option('--target <name>', `${TARGET_HELP} (default: timescale, which compresses time series)`)
    .addHelpText(
      'after',
      examples(
        'estimate',
        'estimate --users 250k',
        'estimate --users 1M --top 20',
        'estimate --section 05 --target postgres',
        'estimate --table messages',
        'estimate --users 50000 --json',
      ),
    )
    .action((_options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/estimate.ts')).runEstimate(command.optsWithGlobals<EstimateOptions>(), context),
      ),
    );

  withExtensions(root.command('grow'), 'none')
    .argument('<table>', 'name of a table that is divided by hash')
    .description('print the SQL that gives a table in use the partitions of another size; runs nothing')
    .option('--size <size>', 'standard or large (default: standard)')
    .option('--target <name>', `${TARGET_HELP} (default: postgres)`)
    .addHelpText('after', examples('grow messages > grow-messages.sql', 'grow messages --size large --json'))
    .action((table: string, _options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/grow.ts')).runGrow(table, command.optsWithGlobals<GrowOptions>(), context),
      ),
    );

  onDatabase(root.command('generate-data'))
    .description('fill a database with rows for load tests, made from the specs')
    .requiredOption('--users <n>', 'how many users the data is for; other tables scale by the volume in their specs')
    .option('--seed <text>', 'the same seed gives the same rows (default: 1)')
    .option('--rows-per-table <n>', 'rows of any table but users, at most; more in many partitions (default: 4000)')
    .option('--tables <names>', 'only these tables, with commas between; what they refer to has to be there')
    .option('--now <date>', 'the present of the rows (default: today by the clock of the server)')
    .option('--yes', 'also where users are that were not generated')
    .addHelpText(
      'after',
      `
Constraints hold for every row: the server checks them. Triggers do not fire, so what only a trigger keeps true (balances,
counters, hash chains) is not. A table that has rows is topped up; lists that do not grow with use are left as they are.
${examples(
  'generate-data --users 1000 --embedded',
  'generate-data --users 10000 --url postgres://app@localhost/load_test',
  'generate-data --users 10000 --tables users,posts --json',
)}`,
    )
    .action((_options, command: Command) =>
      start.stopsItself(async (context) =>
        (await import('./commands/generate-data.ts')).runGenerateData(
          command.optsWithGlobals<GenerateDataOptions>(),
          context,
        ),
      ),
    );

  const create = root
    .command('new')
    .description('start a new spec')
    .addHelpText('after', examples('new table 04/mentions'));
  create
    .command('table')
    .argument('<path>', 'SECTION/NAME')
    .description('a table spec from the template')
    .addHelpText('after', examples('new table 04/mentions', 'new table 10-advanced-features/booking_notes'))
    .action((path: string, _options, command: Command) =>
      start.plain(async (context) =>
        (await import('./commands/new-table.ts')).runNewTable(path, command.optsWithGlobals<SpecOptions>(), context),
      ),
    );

  root
    .command('targets')
    .description('the platforms that a file or a database can be for, and what each gets')
    .addHelpText('after', examples('targets', 'targets --json'))
    .action(() => start.plain(async (context) => (await import('./commands/targets.ts')).runTargets(context)));

  root
    .command('serve')
    .description('let psql and other clients connect to the embedded database, until Ctrl-C')
    .option('--embedded [dir]', 'its directory (default: .boyfanz/embedded)')
    .option('--port <port>', 'port on 127.0.0.1 (default: any free one)')
    .addHelpText('after', examples('serve', 'serve --port 25432'))
    .action((_options, command: Command) =>
      start.stopsItself(async (context) =>
        (await import('./commands/serve.ts')).runServe(command.optsWithGlobals<ServeOptions>(), context),
      ),
    );

  return root;
}

async function readVersion(packageRoot: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

/** Works until the user asks to stop. What is still under way then ends with the process. */
async function untilStopped(work: Promise<ExitCode>, signal: AbortSignal): Promise<ExitCode> {
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Interrupted(0)), { once: true });
  });
  return await Promise.race([work, stopped]);
}

async function runCommand(args: readonly string[], facts: ProcessFacts, report: Report): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const json = args.includes('--json');
  const version = await readVersion(facts.packageRoot);
  const interactive = facts.stdin.isTTY === true && facts.stderr.isTTY === true && !json;
  const context: Context = { ...facts, version, report, json, interactive };
  const root = program(version, {
    plain: async (run) => {
      code = await untilStopped(run(context), facts.signal);
    },
    stopsItself: async (run) => {
      code = await run(context);
    },
  });
  await configured(root, facts).parseAsync([...args], { from: 'user' });
  return code;
}

/** Runs one command line. Never throws and never exits. @returns the exit code */
export async function runCli(args: readonly string[], facts: ProcessFacts): Promise<ExitCode> {
  const report = createReport(facts.stdout, facts.stderr, facts.env);
  let code: ExitCode;
  try {
    code = await runCommand(args, facts, report);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (facts.env.BOYFANZ_DEBUG === '1' && error instanceof Error) report.note(error.stack ?? error.message);
    const failure = failureOf(error);
    // Commander has said it already, with how to get help.
    if (error instanceof CommanderError) report.remember(failure.message, failure.help);
    else report.error(failure.message, failure.help);
    code = failure.code;
  }
  if (args.includes('--json')) report.outcomeJson(code);
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

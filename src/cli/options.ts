/** Options that several commands have, and how their values are read. */
import type { Command } from 'commander';
import { UsageError } from '../commands/context.ts';
import { pgMajor } from '../commands/target-option.ts';
import { TARGETS } from '../target/list.ts';
import { PG_MAJORS, PROFILES, SIZES } from '../target/target.ts';

const EXIT_CODES = `
Exit codes: 0 done or no differences · 1 problems in the specs, or it failed · 2 differences found ·
3 a hazard needs approval · 4 the plan is stale · 5 stopped part-way, run again to go on ·
6 environment (no connection, privilege, extension, version) · 64 wrong usage`;

const OPTIONAL = [...new Set(Object.values(TARGETS).flatMap(({ optional }) => [...optional.keys()]))].join(', ');

export const TARGET_HELP = `what the output is for: ${Object.keys(TARGETS).join(', ')}`;

export function withExtensions(command: Command, otherwise: string): Command {
  return command
    .option('--with <extensions>', `use these extensions too: ${OPTIONAL} (default: ${otherwise})`)
    .option('--without <extensions>', 'do without these extensions');
}

export function withForm(command: Command, otherwise: string): Command {
  return command
    .option('--size <size>', `how far large tables are divided: ${SIZES.join(', ')} (default: ${otherwise})`)
    .option('--profile <profile>', `${PROFILES.join(' or ')} (default: ${otherwise})`);
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ boyfanz-schema ${line}`).join('\n')}\n${EXIT_CODES}`;
}

export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new UsageError(`${text} is no number of seconds.`);
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new UsageError(`${text} is no whole number above 0.`);
  return value;
}

export function tableCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new UsageError(`${text} is no number of tables.`);
  return value;
}

export function onDatabase(command: Command): Command {
  const database = command
    .option('--url <url>', 'database to work on (default: DATABASE_URL, then the PG* variables, then the embedded one)')
    .option(
      '--embedded [dir]',
      'the PostgreSQL that comes with the tool, in this directory (default: .boyfanz/embedded)',
    )
    .option('--target <name>', `${TARGET_HELP} (default: found out by asking the server)`);
  withForm(database, 'what the database was built as; a new one gets what its target says');
  return withExtensions(database, 'those the database uses; of an empty one, those its server has');
}

/** For commands that ask no server: its version would be known. */
export function withVersion(command: Command): Command {
  const versions = `${PG_MAJORS[0]}..${PG_MAJORS.at(-1)}`;
  return command.option(
    '--pg <version>',
    `oldest PostgreSQL that it has to work on, ${versions} (default: the oldest of the target)`,
    pgMajor,
  );
}

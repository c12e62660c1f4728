/**
 * A Plan as one SQL file that psql, a driver or a hosted SQL editor can run. The file guards itself: it stops before it
 * makes anything on a server that cannot hold it, and a transaction does nothing when the one before it failed, which
 * matters where the client goes on after an error.
 */
import { displayName, type Ident } from '../model/name.ts';
import type { DataBatch } from '../sql/data.ts';
import { join, lit, qualified, type Sql, sql } from '../sql/text.ts';
import { type Plan, type Step, stepsOf, type Transaction } from './plan.ts';
import { printData } from './print-data.ts';
import { isOtherwise, type ServerChecks, serverChecks } from './server-checks.ts';
import { sessionSettings } from './session-settings.ts';

export interface PrintSettings extends ServerChecks {
  /** Comment lines at the top, without `--`. */
  readonly title: readonly string[];
  /** The plan starts from an empty database; the file says so when it finds another. */
  readonly fromEmpty: boolean;
  /** Reference data, in a transaction of its own behind all others. */
  readonly data?: readonly DataBatch[];
  /** After everything else, each on its own. */
  readonly closing?: readonly Sql[];
  /** Of the target; `public` alone unless said. */
  readonly searchPath?: readonly Ident[];
}

const RESET_SETTINGS: readonly Sql[] = [
  sql`reset search_path`,
  sql`reset check_function_bodies`,
  sql`reset client_min_messages`,
];

/** A line of PL/pgSQL. */
function refuse(condition: Sql, message: string): Sql {
  return sql`  if ${condition} then\n    raise exception using errcode = 'feature_not_supported', message = ${lit(message)};\n  end if;`;
}

/** A setting that only its extension brings is asked for again once that is made, in its transaction. */
function madeCheck(step: Step, { preflight }: PrintSettings): string {
  const { change } = step;
  if (change.kind !== 'createExtension') return '';
  const settings = preflight
    .filter((one) => one.extension === change.extension.name)
    .map((one) => one.setting)
    .filter((setting) => setting !== null);
  return settings
    .map((setting) => `do $edition$\nbegin\n${refuse(isOtherwise(setting), setting.message)}\nend\n$edition$;\n`)
    .join('');
}

function firstTableOf(plan: Plan): Step['change'] | null {
  return (
    plan.transactions
      .flatMap((transaction) => transaction.steps)
      .find(({ change }) => change.kind === 'createTable' && change.table.name.schema === 'public')?.change ?? null
  );
}

function emptyCheck(plan: Plan): readonly Sql[] {
  const first = firstTableOf(plan);
  if (first?.kind !== 'createTable') return [];
  const message = `This database already has the table ${displayName(first.table.name)}: this file is for an empty database. To bring an existing one up to date, run boyfanz-schema apply.`;
  return [refuse(sql`to_regclass(${lit(qualified(first.table.name))}) is not null`, message)];
}

/** Tables that triggers are put on and nobody here makes. */
function platformCheck(plan: Plan): readonly Sql[] {
  const changes = stepsOf(plan).map(({ change }) => change);
  const made = new Set(
    changes.flatMap((change) => (change.kind === 'createTable' ? [qualified(change.table.name)] : [])),
  );
  const missing = new Set(
    changes.flatMap((change) => (change.kind === 'createTrigger' ? [qualified(change.table)] : [])),
  );
  return [...missing]
    .filter((table) => !made.has(table))
    .map((table) =>
      refuse(
        sql`to_regclass(${lit(table)}) is null`,
        `This file needs the table ${table}, which its platform makes: it is for no other database.`,
      ),
    );
}

const PROGRESS_SETTING = 'boyfanz.loaded';

function markLoaded(part: number): Sql {
  return sql`select set_config(${lit(PROGRESS_SETTING)}, ${lit(String(part))}, false)`;
}

/** What has to be so before anything is made, as lines of PL/pgSQL. */
export function preflightChecks(plan: Plan, settings: PrintSettings): readonly Sql[] {
  return [
    ...serverChecks(plan, settings),
    ...(settings.fromEmpty ? [...platformCheck(plan), ...emptyCheck(plan)] : []),
  ];
}

function preflightBlock(plan: Plan, settings: PrintSettings): readonly Sql[] {
  const checks = preflightChecks(plan, settings);
  const mark = sql`  perform set_config(${lit(PROGRESS_SETTING)}, '0', false);`;
  return [sql`do $preflight$\nbegin\n${join([...checks, mark], '\n')}\nend\n$preflight$`];
}

function guard(part: number, total: number): Sql {
  const message = `Stopped: what comes before transaction ${part} of ${total} did not succeed. Mend the first error above and run the file again.`;
  const condition = sql`current_setting(${lit(PROGRESS_SETTING)}, true) is distinct from ${lit(String(part - 1))}`;
  return sql`do $guard$\nbegin\n${refuse(condition, message)}\nend\n$guard$`;
}

/** The steps behind it are about the same object, mostly. */
export function startsObject({ change }: Step): boolean {
  return (
    change.kind.startsWith('create') &&
    change.kind !== 'createIndex' &&
    change.kind !== 'createPolicy' &&
    change.kind !== 'createTrigger' &&
    change.kind !== 'createHypertable'
  );
}

export function printStep(step: Step): string {
  const lead = startsObject(step) ? '\n' : '';
  const hazards = step.hazards.map((hazard) => `-- ${hazard.kind}: ${hazard.message}\n`).join('');
  return `${lead}${hazards}${printLines(step.statements)}`;
}

function printSteps({ steps }: Transaction, settings: PrintSettings): string {
  return steps.map((step) => `${printStep(step)}${madeCheck(step, settings)}`).join('');
}

function printTransaction(work: string, part: number, total: number): string {
  return [`\nbegin;\n`, `${guard(part, total)};\n`, work, '\n', `${markLoaded(part)};\n`, 'commit;\n'].join('');
}

export function printLines(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('');
}

/** @returns the text of the file, ending in a line break; a comment alone when there is nothing to do. */
export function printPlan(plan: Plan, settings: PrintSettings): string {
  const title = settings.title.map((line) => (line === '' ? '--\n' : `-- ${line}\n`)).join('');
  const refused = plan.unsupported.map((change) => `-- UNSUPPORTED: ${change.message}\n--   ${change.help}\n`).join('');
  const { data = [], closing = [] } = settings;
  const works = [
    ...plan.transactions.map((transaction) => printSteps(transaction, settings)),
    ...(data.length === 0 ? [] : [printData(data)]),
  ];
  if (works.length === 0) return `${title}${refused}-- Nothing to do.\n`;
  return [
    title,
    refused,
    '\n',
    printLines(sessionSettings(settings.searchPath)),
    '\n',
    printLines(preflightBlock(plan, settings)),
    ...works.map((work, at) => printTransaction(work, at + 1, works.length)),
    '\n',
    printLines([...closing, ...RESET_SETTINGS]),
  ].join('');
}

/** Statements one by one, for checking and for counting. */
export function statementsOf(plan: Plan): readonly Sql[] {
  return plan.transactions.flatMap((transaction) => transaction.steps.flatMap((step) => step.statements));
}

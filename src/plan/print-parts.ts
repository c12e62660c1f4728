/**
 * Parts as SQL files. Each guards itself: it says so and changes nothing when it is not its turn, and it is one transaction,
 * so that a part that failed or was cut off can be run again. What was loaded is kept in the database, with a digest of the
 * whole set of files: parts of two sets never mix.
 */
import { createHash } from 'node:crypto';
import { EMPTY, integer, join, lit, raw, type Sql, sql } from '../sql/text.ts';
import type { Part } from './parts.ts';
import type { Plan } from './plan.ts';
import { type PrintSettings, preflightChecks, printLines } from './print.ts';
import { LOCK_KEY, localSettings } from './session-settings.ts';

export interface PartFile {
  readonly name: string;
  readonly text: string;
}

export interface PartsSettings extends PrintSettings {
  /** Lines of each head behind its first, without `--`. */
  readonly notes: readonly string[];
}

export const LOADED_PARTS = 'boyfanz.loaded_parts';

/** How long a part waits for a lock that another session holds. */
const LOCK_TIMEOUT = '10s';

export function partName(part: number): string {
  return `part-${String(part).padStart(2, '0')}.sql`;
}

/** Made by the first part; no spec describes it, and no diff shows it. */
const PROGRESS_TABLE: readonly Sql[] = [
  sql`create schema if not exists boyfanz`,
  sql`create table if not exists ${raw(LOADED_PARTS)} (
  digest text not null,
  part integer not null,
  parts integer not null,
  loaded_at timestamptz not null default clock_timestamp(),
  primary key (digest, part)
)`,
  sql`alter table ${raw(LOADED_PARTS)} enable row level security`,
  sql`comment on table ${raw(LOADED_PARTS)} is ${lit('Parts of the schema that were loaded one by one, and the set of files that they are of.')}`,
  sql`revoke all on ${raw(LOADED_PARTS)} from public`,
];

interface Place {
  readonly part: number;
  readonly parts: number;
  readonly digest: string;
}

function stop(condition: Sql, message: string, values: Sql = EMPTY): Sql {
  const text = values === EMPTY ? lit(message) : sql`format(${lit(message)}, ${values})`;
  return sql`  if ${condition} then\n    raise exception using errcode = 'object_not_in_prerequisite_state', message = ${text};\n  end if;`;
}

/** An error, since one string of statements can only be left by one; its text says what is next. */
function guard({ part, parts, digest }: Place, checks: readonly Sql[]): Sql {
  const next =
    part === parts
      ? 'It was the last one: the schema is complete.'
      : `Go on with ${partName(part + 1)}, or the next one.`;
  return sql`do $preflight$
declare
  loaded integer := 0;
  others integer := 0;
begin
  perform pg_advisory_xact_lock(${raw(LOCK_KEY)});
  if to_regclass(${lit(LOADED_PARTS)}) is not null then
    loaded := (select coalesce(max(l.part), 0) from ${raw(LOADED_PARTS)} l where l.digest = ${lit(digest)});
    others := (select count(*) from ${raw(LOADED_PARTS)} l where l.digest <> ${lit(digest)});
  end if;
${join(
  [
    stop(
      sql`loaded >= ${integer(part)}`,
      `Part ${part} of ${parts} is in this database already, and nothing was changed. ${next}`,
    ),
    stop(
      sql`others > 0`,
      'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.',
    ),
    ...(part === 1
      ? checks
      : [
          stop(
            sql`loaded < ${integer(part - 1)}`,
            `This is part ${part} of ${parts} and part %s is not loaded: run part-%s.sql first; nothing was changed.`,
            sql`loaded + 1, lpad((loaded + 1)::text, 2, '0')`,
          ),
        ]),
  ],
  '\n',
)}
end
$preflight$`;
}

function report({ part, parts, digest }: Place, made: number, tables: number): Sql {
  const next = part === parts ? 'Nothing: the schema is complete.' : `Run ${partName(part + 1)}.`;
  return sql`select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  ${lit(`${made} of ${tables}`)} as tables,
  ${lit(next)} as next
from ${raw(LOADED_PARTS)} l
where l.digest = ${lit(digest)}`;
}

function contents({ kind, tables }: Part): string {
  if (tables.length === 0) return 'Extensions, types and functions.';
  const what = kind === 'data' ? 'Reference data of' : 'Makes';
  const names = tables.length < 3 ? tables.join(' and ') : `${tables[0]} to ${tables.at(-1)}`;
  return `${what} ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}: ${names}.`;
}

function head(part: Part, { part: number, parts }: Place, settings: PartsSettings): string {
  const [title = '', ...more] = settings.title;
  const before = number === 1 ? 'Run it first' : `Run it after ${partName(number - 1)}`;
  const after = number === parts ? '; it is the last.' : `, and ${partName(number + 1)} after it.`;
  return [`${title} Part ${number} of ${parts}.`, contents(part), `${before}${after}`, ...more, '', ...settings.notes]
    .map((line) => (line === '' ? '--\n' : `-- ${line}\n`))
    .join('');
}

/** @returns the files in the order in which they are to be run, `part-01.sql` and so on */
export function printParts(plan: Plan, parts: readonly Part[], settings: PartsSettings): readonly PartFile[] {
  const digest = createHash('sha256')
    .update(JSON.stringify([settings.title, parts.map(({ text }) => text)]))
    .digest('hex')
    .slice(0, 16);
  const schemaTables = parts.map(({ kind, tables }) => (kind === 'schema' ? tables.length : 0));
  const tables = schemaTables.reduce((sum, one) => sum + one, 0);
  return parts.map((part, at): PartFile => {
    const place = { part: at + 1, parts: parts.length, digest };
    const made = schemaTables.slice(0, at + 1).reduce((sum, one) => sum + one, 0);
    const text = [
      head(part, place, settings),
      '\nbegin;\n',
      printLines([...localSettings(settings.searchPath), `set local lock_timeout = '${LOCK_TIMEOUT}'`]),
      '\n',
      printLines([guard(place, preflightChecks(plan, settings)), ...(at === 0 ? PROGRESS_TABLE : [])]),
      part.text,
      '\n',
      printLines([
        ...(place.part === place.parts ? (settings.closing ?? []) : []),
        sql`insert into ${raw(LOADED_PARTS)} (digest, part, parts) values (${lit(digest)}, ${integer(place.part)}, ${integer(place.parts)})`,
        'commit',
      ]),
      '\n',
      printLines([report(place, made, tables)]),
    ].join('');
    return { name: partName(at + 1), text };
  });
}

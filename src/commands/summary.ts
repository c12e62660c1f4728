/** A plan and its outcome in few lines. */
import type { ChangeKind } from '../diff/change.ts';
import { keyOf } from '../model/keys.ts';
import { type Plan, type Step, stepsOf } from '../plan/plan.ts';
import type { Compiled } from '../spec/tree.ts';
import type { Context } from './context.ts';
import { DEFAULT_EMBEDDED, embeddedDirectory, type OpenedDatabase } from './open-database.ts';
import { count, enumerate } from './report.ts';

const COUNTED: ReadonlyMap<ChangeKind, string> = new Map([
  ['createTable', 'table'],
  ['createIndex', 'index'],
  ['addForeignKey', 'foreign key'],
  ['createFunction', 'function'],
  ['createTrigger', 'trigger'],
  ['createPolicy', 'policy'],
  ['createView', 'view'],
  ['createEnum', 'enum'],
  ['createDomain', 'domain'],
]);

export interface Made {
  readonly what: string;
  readonly number: number;
}

function madeBy(steps: readonly Step[]): readonly Made[] {
  return [...COUNTED].flatMap(([kind, what]) => {
    const number = steps.filter((step) => step.change.kind === kind).length;
    return number === 0 ? [] : [{ what, number }];
  });
}

export function summarize(plan: Plan): readonly Made[] {
  return madeBy(stepsOf(plan));
}

export function madeText(made: readonly Made[]): string {
  return enumerate(made.map(({ what, number }) => count(number, what)));
}

const OWN = '(the tool itself)';

/** How many new tables each section gets, by the section's title; the tool's own come last. */
function newTablesBySection(steps: readonly Step[], compiled: Compiled): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { change } of steps) {
    if (change.kind !== 'createTable') continue;
    const section = compiled.info.get(keyOf(change.table))?.section ?? null;
    const title = section === null ? OWN : (compiled.project.sections.get(section) ?? section);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => Number(a === OWN) - Number(b === OWN)));
}

/** What many harmless steps come to: the new tables of each section, and everything else as numbers. */
export function planOverview(steps: readonly Step[], compiled: Compiled): string {
  const sections = [...newTablesBySection(steps, compiled)].map(
    ([title, tables]) => `  ${String(tables).padStart(4)} ${tables === 1 ? 'table ' : 'tables'}  ${title}`,
  );
  const made = madeBy(steps);
  const rest = steps.length - made.reduce((sum, { number }) => sum + number, 0);
  const parts = [
    ...made.filter(({ what }) => what !== 'table').map(({ what, number }) => count(number, what)),
    ...(rest === 0 ? [] : [count(rest, 'other change')]),
  ];
  const others = parts.length === 0 ? [] : [`  ${sections.length === 0 ? '' : 'and '}${enumerate(parts)}`];
  return [...sections, ...others].join('\n');
}

/** Below the ports that systems hand out by themselves. */
const SERVE_PORT = 25_432;

/** A command that works as it stands. */
export function connectHint(database: OpenedDatabase, context: Context): string {
  if (database.directory === null) return `Connect: psql '${database.session.description}'`;
  const isDefault = database.directory === embeddedDirectory(DEFAULT_EMBEDDED, context);
  const where = isDefault ? '' : ` --embedded '${database.directory}'`;
  return [
    `Connect: npx boyfanz-schema serve${where} --port ${SERVE_PORT}`,
    `then:    psql 'postgres://postgres@127.0.0.1:${SERVE_PORT}/postgres?sslmode=disable'`,
  ].join('\n');
}

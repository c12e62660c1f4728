/** What is wrong between specs/coverage.yaml, the product brief and the specs. */
import { RULES } from '../../src/check/list.ts';
import { sectionCounts } from '../../src/commands/section-counts.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { type Coverage, longForm, type Promises, type SectionCoverage } from '../generated/coverage-file.ts';

export const LEAST_PER_SECTION = 50;
export const LEAST_TABLES = 700;

/** The lists of promises by their headings in test/fixtures/coverage-promises.txt. */
function lists({ sections, platform }: Coverage): readonly (readonly [heading: string, promises: Promises])[] {
  const bySection = Object.entries(sections).flatMap(([folder, { tables, features }]) => [
    ...(tables === undefined ? [] : [[`${folder} tables`, tables] as const]),
    [`${folder} features`, features] as const,
  ]);
  return [...bySection, ...Object.entries(platform)];
}

/** The brief's own words, one promise a line below the heading of its list. */
function readPromises(text: string): ReadonlySet<string> {
  let heading = '';
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) heading = line.slice(2);
    else if (line !== '') found.add(`${heading}: ${line}`);
  }
  return found;
}

function againstBrief(coverage: Coverage, brief: string): readonly string[] {
  const promised = readPromises(brief);
  const covered = new Set(
    lists(coverage).flatMap(([heading, promises]) => Object.keys(promises).map((words) => `${heading}: ${words}`)),
  );
  return [
    ...[...promised].filter((words) => !covered.has(words)).map((words) => `nothing keeps "${words}"`),
    ...[...covered].filter((words) => !promised.has(words)).map((words) => `nobody promised "${words}"`),
  ];
}

function againstNames(coverage: Coverage, compiled: Compiled): readonly string[] {
  const known = new Set(tablesOf(compiled.model).map((table) => table.name.name));
  const rules = new Set(RULES.map(({ code }) => code));
  const promises = lists(coverage).flatMap(([, list]) => Object.entries(list));
  const beyond = Object.values(coverage.sections).flatMap((section) => Object.entries(section.beyond ?? {}));
  return [...promises, ...beyond].flatMap(([words, promised]) => {
    const long = longForm(promised);
    return [
      ...(long.tables ?? []).filter((table) => !known.has(table)).map((table) => `${words}: no table ${table}`),
      ...(long.rules ?? []).filter((rule) => !rules.has(rule)).map((rule) => `${words}: no rule ${rule}`),
    ];
  });
}

/** `user_badges` in backquotes has to be among the tables, or the entry has to say by which other ones it is kept. */
function namedTables(coverage: Coverage): readonly string[] {
  return Object.values(coverage.sections).flatMap(({ tables = {} }) =>
    Object.entries(tables).flatMap(([words, promised]) => {
      const { tables: kept = [], by } = longForm(promised);
      const named = Array.from(words.matchAll(/`(\w+)`/g), ([, name = '']) => name);
      return named.filter((name) => by === undefined && !kept.includes(name)).map((name) => `${words}: not by ${name}`);
    }),
  );
}

function tablesIn({ tables = {}, features, beyond = {} }: SectionCoverage): ReadonlySet<string> {
  const promised = [tables, features, beyond].flatMap((list) => Object.values(list));
  return new Set(promised.flatMap((one) => longForm(one).tables ?? []));
}

function unmentioned(coverage: Coverage, { model, info }: Compiled): readonly string[] {
  return tablesOf(model).flatMap((table) => {
    const folder = info.get(keyOf(table))?.section ?? null;
    const section = folder === null ? undefined : coverage.sections[folder];
    if (folder === null || (section !== undefined && tablesIn(section).has(table.name.name))) return [];
    return [`${folder}: ${table.name.name} is not mentioned`];
  });
}

function tooFew(compiled: Compiled): readonly string[] {
  const counts = sectionCounts(compiled);
  const total = counts.reduce((sum, { tables }) => sum + tables, 0);
  return [
    ...[...compiled.project.sections.keys()]
      .filter((folder) => (counts.find(({ section }) => section === folder)?.tables ?? 0) < LEAST_PER_SECTION)
      .map((folder) => `${folder} has fewer than ${LEAST_PER_SECTION} tables`),
    ...(total < LEAST_TABLES ? [`there are ${total} tables`] : []),
  ];
}

/**
 * @param brief test/fixtures/coverage-promises.txt
 * @returns sentences; none when every promise is kept by something that exists and every table is accounted for
 */
export function coverageProblems(coverage: Coverage, brief: string, compiled: Compiled): readonly string[] {
  return [
    ...againstBrief(coverage, brief),
    ...againstNames(coverage, compiled),
    ...namedTables(coverage),
    ...unmentioned(coverage, compiled),
    ...tooFew(compiled),
  ];
}

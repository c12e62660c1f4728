/** `estimate`: how large the platform becomes, from what the specs say and what is assumed. No database. */
import { platformSize, type SizeSum, sumOf, type TableEstimate } from '../estimate/platform-size.ts';
import { showBytes, showCount } from '../estimate/show-size.ts';
import { MOST_OF_ONE_TABLE, type SizeAdvice, sizeAdvice } from '../estimate/size-advice.ts';
import { displayName } from '../model/name.ts';
import type { Compiled } from '../spec/tree.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import { didYouMean } from '../text/suggest.ts';
import { textTable } from '../text/text-table.ts';
import { type Context, UsageError } from './context.ts';
import { estimateOne, oneTableJson, oneTableText, tableEstimateJson } from './estimate-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findTableByName } from './find-table.ts';
import { loadUsable, type SpecOptions } from './load-specs.ts';
import { count } from './report.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface EstimateOptions extends SpecOptions, ExtensionOptions {
  readonly target?: string;
  readonly users?: number;
  readonly section?: string;
  readonly top?: number;
  readonly table?: string;
}

export const USER_COUNTS: readonly number[] = [10_000, 100_000, 1_000_000, 10_000_000];
export const DEFAULT_USERS = 1_000_000;

interface AtUsers {
  readonly users: number;
  readonly tables: readonly TableEstimate[];
  readonly advice: SizeAdvice;
}

/** One line of the result: a section or a table, at each number of users. */
interface Line {
  readonly title: string;
  readonly sums: readonly SizeSum[];
}

/** @throws UsageError */
function chosenSection(wanted: string, { project }: Compiled): string {
  const sections = [...project.sections.keys()].sort();
  const number = wanted.padStart(2, '0');
  const found = sections.find((section) => section === wanted || section.startsWith(`${number}-`));
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no section ${wanted}.`,
    didYouMean(wanted, sections) ?? `Sections: ${sections.join(', ')}.`,
  );
}

function sectionLines(all: readonly AtUsers[], { project }: Compiled): readonly Line[] {
  const sections = new Set(all[0]?.tables.map(({ section }) => section));
  return [...sections]
    .sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map((section) => ({
      title: section === null ? "The tool's own" : (project.sections.get(section) ?? section),
      sums: all.map(({ tables }) => sumOf(tables.filter((one) => one.section === section))),
    }));
}

/** The largest first, by the last number of users. */
function tableLines(all: readonly AtUsers[], top: number): readonly Line[] {
  const largest = [...(all.at(-1)?.tables ?? [])].sort((a, b) => b.size.total - a.size.total).slice(0, top);
  return largest.map(({ table }) => ({
    title: displayName(table.name),
    sums: all.map(({ tables }) => sumOf(tables.filter((one) => one.table === table))),
  }));
}

function withTotals(lines: readonly Line[], all: readonly AtUsers[]): readonly Line[] {
  const title = `All ${showCount(all[0]?.tables.length ?? 0)} tables`;
  return [...lines, { title, sums: all.map(({ tables }) => sumOf(tables)) }];
}

function atOne(head: string, lines: readonly Line[]): readonly string[] {
  const cells = lines.map(({ title, sums: [sum] }) =>
    sum === undefined
      ? [title]
      : [title, showCount(sum.rows), ...[sum.heap, sum.toast, sum.indexes, sum.total, sum.monthlyBytes].map(showBytes)],
  );
  return textTable([[head, 'rows', 'tables', 'TOAST', 'indexes', 'all', 'a month adds'], ...cells]);
}

function atMany(head: string, lines: readonly Line[], all: readonly AtUsers[]): readonly string[] {
  const heads = all.map(({ users }) => `${showCount(users)} users`);
  const adds = lines.at(-1)?.sums.map(({ monthlyBytes }) => showBytes(monthlyBytes)) ?? [];
  const cells = lines.map(({ title, sums }) => [title, ...sums.map(({ total }) => showBytes(total))]);
  const sizes = all.map(({ advice }) => advice.size);
  return textTable([[head, ...heads], ...cells, ['A month adds', ...adds], ['Right size', ...sizes]]);
}

const NOTE =
  'Freshly vacuumed, without WAL, replicas and backups; rows and widths are assumptions. See docs/sizing.md, and estimate --table NAME.';

/** Two figures: more would promise what is only assumed. */
function about(users: number): string {
  return showCount(Number(users.toPrecision(2)));
}

/** Which `--size` is right, in a sentence. */
function adviceText({ users, advice: { size, outgrown, first } }: AtUsers): string {
  const limit = `${showBytes(MOST_OF_ONE_TABLE)} with its indexes`;
  if (size === 'small') {
    const then =
      first === null
        ? '.'
        : `: the first table to reach ${limit} is ${displayName(first.table.name)}, at about ${about(first.users)}.`;
    return `--size small is enough for ${showCount(users)} users${then}`;
  }
  const names = outgrown.slice(0, 5).map(({ table }) => displayName(table.name));
  const more = outgrown.length > names.length ? ', …' : '';
  return `--size ${size} is right for ${showCount(users)} users: ${count(outgrown.length, 'table')} of those divided by hash would be larger than ${limit}: ${names.join(', ')}${more}. See docs/sizes.md.`;
}

function adviceJson({ size, outgrown, first }: SizeAdvice): unknown {
  return {
    right: size,
    outgrown: outgrown.map(({ table, bytes, parts }) => ({
      table: displayName(table.name),
      bytes: Math.round(bytes),
      parts,
    })),
    first: first === null ? null : { table: displayName(first.table.name), users: Math.round(first.users) },
  };
}

function sumJson(sum: SizeSum): Readonly<Record<keyof SizeSum, number>> {
  return {
    tables: sum.tables,
    rows: Math.round(sum.rows),
    heap: Math.round(sum.heap),
    toast: Math.round(sum.toast),
    indexes: Math.round(sum.indexes),
    total: Math.round(sum.total),
    monthlyRows: Math.round(sum.monthlyRows),
    monthlyBytes: Math.round(sum.monthlyBytes),
  };
}

function resultJson(target: string, all: readonly AtUsers[], compiled: Compiled, top: number): unknown {
  return {
    target,
    estimates: all.map((one) => ({
      users: one.users,
      ...sumJson(sumOf(one.tables)),
      size: adviceJson(one.advice),
      sections: sectionLines([one], compiled).map(({ title, sums: [sum] }) => ({
        title,
        ...(sum === undefined ? {} : sumJson(sum)),
      })),
      largest: [...one.tables]
        .sort((a, b) => b.size.total - a.size.total)
        .slice(0, top)
        .map((table) => tableEstimateJson(table, one.users)),
    })),
  };
}

export async function runEstimate(options: EstimateOptions, context: Context): Promise<ExitCode> {
  const [target = TARGETS[DEFAULT_TARGET]] = chooseTargets(options, [TARGETS[DEFAULT_TARGET]]);
  if (options.table !== undefined && (options.section !== undefined || options.top !== undefined)) {
    throw new UsageError('--table shows one table.', 'Leave --section and --top out.');
  }
  const compiled = await loadUsable(options, context, target);
  if (compiled === null) return EXIT.failed;
  const { model, asWritten, info } = compiled;
  if (options.table !== undefined) {
    const users = options.users ?? DEFAULT_USERS;
    const one = oneTableJson(estimateOne(findTableByName(model, options.table), model, info, users), model, users);
    if (context.json) context.report.json(one);
    else context.report.result(oneTableText(one));
    return EXIT.done;
  }
  const section = options.section === undefined ? null : chosenSection(options.section, compiled);
  const counts = options.users === undefined ? USER_COUNTS : [options.users];
  const all = counts.map((users): AtUsers => {
    const tables = platformSize(model, info, users);
    const advice = sizeAdvice(tables, asWritten, users);
    return { users, advice, tables: tables.filter((one) => section === null || one.section === section) };
  });
  const byTable = section !== null || options.top !== undefined;
  const top = options.top ?? all[0]?.tables.length ?? 0;
  if (context.json) {
    context.report.json(resultJson(target.name, all, compiled, top));
    return EXIT.done;
  }
  const lines = withTotals(byTable ? tableLines(all, top) : sectionLines(all, compiled), all);
  const head = byTable ? 'Table' : 'Section';
  context.report.result((all.length === 1 ? atOne(head, lines) : atMany(head, lines, all)).join('\n'));
  const [last] = all.slice(-1);
  if (all.length === 1 && last !== undefined) context.report.note(adviceText(last));
  context.report.note(NOTE);
  return EXIT.done;
}

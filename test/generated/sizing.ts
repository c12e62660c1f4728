/** How large the database becomes, beside what the product brief says of it. */
import { USER_COUNTS } from '../../src/commands/estimate.ts';
import { platformSize, sumOf, type TableEstimate } from '../../src/estimate/platform-size.ts';
import { showBytes, showCount } from '../../src/estimate/show-size.ts';
import {
  BYTES_WIDTHS,
  JSON_WIDTHS,
  OTHER_BYTES,
  OTHER_JSON,
  OTHER_TEXT,
  TEXT_WIDTHS,
  type WidthClass,
} from '../../src/estimate/widths.ts';
import { displayName } from '../../src/model/name.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { markdownTable } from './markdown-table.ts';

const GB = 1024 ** 3;
const MILLION = 1_000_000;
const LARGEST = 25;

interface Claim {
  /** As it is written there. */
  readonly text: string;
  readonly bytes: number;
}

/** "Database Size Estimates" of the product brief, by number of users. */
const BRIEF: ReadonlyMap<number, { readonly size: Claim; readonly monthly: Claim }> = new Map([
  [10_000, { size: { text: '~5 GB', bytes: 5 * GB }, monthly: { text: '~500 MB', bytes: 0.5 * GB } }],
  [100_000, { size: { text: '~50 GB', bytes: 50 * GB }, monthly: { text: '~5 GB', bytes: 5 * GB } }],
  [MILLION, { size: { text: '~500 GB', bytes: 500 * GB }, monthly: { text: '~50 GB', bytes: 50 * GB } }],
  [10 * MILLION, { size: { text: '~5 TB', bytes: 5000 * GB }, monthly: { text: '~500 GB', bytes: 500 * GB } }],
]);

/** `7.1 times`. */
function times(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(1)} times`;
}

function comparison(timescale: Compiled, postgres: Compiled): readonly string[] {
  const rows = USER_COUNTS.map((users) => {
    const brief = BRIEF.get(users);
    if (brief === undefined) throw new Error(`The product brief says nothing of ${users} users`);
    const packed = sumOf(platformSize(timescale.model, timescale.info, users));
    const plain = sumOf(platformSize(postgres.model, postgres.info, users));
    return [
      showCount(users),
      brief.size.text,
      `${showBytes(packed.total)} (${times(packed.total, brief.size.bytes)})`,
      `${showBytes(plain.total)} (${times(plain.total, brief.size.bytes)})`,
      brief.monthly.text,
      `${showBytes(packed.monthlyBytes)} (${times(packed.monthlyBytes, brief.monthly.bytes)})`,
    ];
  });
  const head = ['Users', 'Brief: storage', 'TimescaleDB', 'Plain PostgreSQL', 'Brief: a month', 'A month adds'];
  return markdownTable(head, rows);
}

function verdict(timescale: Compiled, postgres: Compiled): string {
  const brief = BRIEF.get(MILLION);
  if (brief === undefined) throw new Error('The product brief says nothing of a million users');
  const packed = sumOf(platformSize(timescale.model, timescale.info, MILLION));
  const plain = sumOf(platformSize(postgres.model, postgres.info, MILLION));
  const empty = sumOf(platformSize(timescale.model, timescale.info, 0));
  const share = (packed.monthlyBytes / packed.total) * 100;
  return (
    `The product brief's table is too low by a factor of ${(packed.total / brief.size.bytes).toFixed(0)}: at one million users it ` +
    `says ${brief.size.text}, and ${showCount(packed.rows)} rows take ${showBytes(packed.total)} on TimescaleDB, and ` +
    `${showBytes(plain.total)} where time series are not compressed. It is right that storage grows in proportion to users, ` +
    `and that users cost about the same at every size. Its monthly growth is a tenth of the size; it is ${share.toFixed(1)} %, ` +
    `because what is kept for ever has taken two years to gather, and the rest is deleted as fast as it comes. With no users at all, catalogues and ` +
    `empty relations take ${showBytes(empty.total)}, where the brief asks for 10 GB to begin with.`
  );
}

function largestTables(estimates: readonly TableEstimate[]): readonly string[] {
  const largest = [...estimates].sort((a, b) => b.size.total - a.size.total).slice(0, LARGEST);
  const share = sumOf(largest).total / sumOf(estimates).total;
  const rows = largest.map(({ table, facts, size, monthlyBytes }) => [
    displayName(table.name),
    showCount(facts.rows),
    showCount(size.total / facts.rows),
    showBytes(size.heap + size.toast),
    showBytes(size.total - size.heap - size.toast),
    showBytes(size.total),
    showBytes(monthlyBytes),
  ]);
  return [
    `The ${LARGEST} largest of ${estimates.length} tables are ${(share * 100).toFixed(0)} % of it:`,
    '',
    ...markdownTable(['Table', 'Rows', 'Bytes each', 'Table and TOAST', 'Indexes', 'All', 'A month adds'], rows),
  ];
}

function sections(compiled: Compiled, estimates: readonly TableEstimate[]): readonly string[] {
  const names = [...compiled.project.sections].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = names.map(([section, title]) => {
    const sum = sumOf(estimates.filter((one) => one.section === section));
    return [
      title,
      showCount(sum.rows),
      showBytes(sum.heap),
      showBytes(sum.toast),
      showBytes(sum.indexes),
      showBytes(sum.total),
    ];
  });
  return markdownTable(['Section', 'Rows', 'Tables', 'TOAST', 'Indexes', 'All'], rows);
}

/** A page with no clock in it: the same specs, the same text. */
export function sizingMarkdown(timescale: Compiled, postgres: Compiled): string {
  const estimates = platformSize(timescale.model, timescale.info, MILLION);
  return [
    verdict(timescale, postgres),
    '',
    ...comparison(timescale, postgres),
    '',
    'At one million users, on TimescaleDB:',
    '',
    ...sections(timescale, estimates),
    '',
    ...largestTables(estimates),
    '',
  ].join('\n');
}

function widthRows(type: string, classes: readonly WidthClass[]): readonly (readonly string[])[] {
  return classes.map(({ names, width, like }) => [
    `${type}: ${like}`,
    String(width),
    `\`${names.source.replaceAll('|', '\\|')}\``,
  ]);
}

/** The table of widths that are assumed by name. */
export function widthsMarkdown(): string {
  const rows = [
    ...widthRows('text', [...TEXT_WIDTHS, OTHER_TEXT]),
    ...widthRows('bytea', [...BYTES_WIDTHS, OTHER_BYTES]),
    ...widthRows('jsonb', [...JSON_WIDTHS, OTHER_JSON]),
  ];
  return [...markdownTable(['Taken for', 'Bytes', 'Column names'], rows), ''].join('\n');
}

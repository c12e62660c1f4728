/** What the profile development leaves out, counted. */
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import type { Model, Table } from '../../src/model/model.ts';
import { forDevelopment } from '../../src/spec/for-development.ts';

interface Counts {
  readonly what: string;
  readonly of: (table: Table) => number;
}

const COUNTED: readonly Counts[] = [
  { what: 'Tables', of: () => 1 },
  { what: 'Columns', of: ({ columns }) => columns.length },
  {
    what: 'Primary keys, unique and exclusion constraints',
    of: ({ constraints }) =>
      constraints.filter(({ kind }) => kind === 'primaryKey' || kind === 'unique' || kind === 'exclusion').length,
  },
  { what: 'Foreign keys', of: ({ constraints }) => constraints.filter(({ kind }) => kind === 'foreignKey').length },
  { what: 'Triggers', of: ({ triggers }) => triggers.length },
  { what: 'Unique indexes', of: ({ indexes }) => indexes.filter(({ unique }) => unique).length },
  { what: 'Other indexes', of: ({ indexes }) => indexes.filter(({ unique }) => !unique).length },
  { what: 'Checks', of: ({ constraints }) => constraints.filter(({ kind }) => kind === 'check').length },
  { what: 'Tables with partitions', of: ({ storage }) => (storage.kind === 'partitioned' ? 1 : 0) },
  { what: 'Hypertables', of: ({ storage }) => (storage.kind === 'hypertable' ? 1 : 0) },
  { what: 'Tables with storage parameters', of: ({ storage }) => (Object.keys(storage.parameters).length > 0 ? 1 : 0) },
];

/** @param asWritten for TimescaleDB, in the profile production */
export function developmentMarkdown(asWritten: Model): string {
  const development = forDevelopment(asWritten);
  const sum = (model: Model, of: Counts['of']) => tablesOf(model).reduce((all, table) => all + of(table), 0);
  const rows = COUNTED.map(({ what, of }) => {
    const [before, after] = [sum(asWritten, of), sum(development, of)];
    const left = before === after ? '' : (before - after).toLocaleString('en');
    return `| ${what} | ${before.toLocaleString('en')} | ${after.toLocaleString('en')} | ${left} |`;
  });
  const extensions = [...asWritten.objects.values()].filter((one) => one.kind === 'extension');
  const gone = extensions.filter((one) => !development.objects.has(keyOf(one))).map(({ name }) => name);
  return [
    '| | `production` | `development` | left out |',
    '|---|---:|---:|---:|',
    ...rows,
    `| Extensions | ${extensions.length} | ${extensions.length - gone.length} | ${gone.join(', ')} |`,
    '',
  ].join('\n');
}

/** `build --target sqlite`: the Model as a file for the `sqlite3` shell. */
import type { TableData } from '../../model/data.ts';
import { tablesOf } from '../../model/keys.ts';
import type { Model, Table } from '../../model/model.ts';
import { commentLines } from '../../text/comment-lines.ts';
import { writeData } from './data-insert.ts';
import { keeperOf } from './keeper.ts';
import { type Loss, lossLines, tableLosses } from './loss.ts';
import { writeTable } from './table-ddl.ts';
import { writeTriggers } from './trigger-ddl.ts';
import { writeView } from './view-ddl.ts';

export interface SqliteScript {
  /** Ends in a line break. */
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** The tool's own tables, in the schema boyfanz, are of no use where it does not run. */
function isHere(table: Table): boolean {
  return table.name.schema === 'public';
}

interface Section {
  readonly text: string;
  readonly losses: readonly Loss[];
}

function tableSection(table: Table, model: Model): Section {
  const parts = [writeTable(table, model), writeTriggers(table, model)];
  const losses = parts.flatMap((part) => part.losses);
  const shown = losses.filter(({ kind }) => kind !== 'policy' && kind !== 'partitioned table');
  const head = commentLines(`${table.name.name}: ${table.comment ?? ''}`);
  const lost = shown.length === 0 ? '' : commentLines(`Lost: ${tableLosses(shown).join('; ')}.`, '  ');
  return { text: `\n${head}${lost}${parts.flatMap(({ statements }) => statements).join('\n')}\n`, losses };
}

function dataSection(data: TableData, model: Model): Section {
  const { statements, losses } = writeData(data, model);
  return {
    text: `\n${commentLines(`Reference data of ${data.table.name}. ${data.comment}`)}${statements.join('\n')}\n`,
    losses,
  };
}

/** What has no place in a file for SQLite, and no table either. */
function otherLosses(model: Model): readonly Loss[] {
  const keeper = keeperOf(null);
  for (const object of model.objects.values()) {
    if (object.kind === 'function') keeper.lose('function', object.name.name, 'SQLite has none');
    if (object.kind === 'sequence') keeper.lose('sequence', object.name.name, 'SQLite has none');
  }
  return keeper.losses;
}

function head(name: string, tables: number, losses: readonly Loss[], hasData: boolean): string {
  const lines = [
    `${name}: complete schema, ${tables} tables, for SQLite 3.38 or newer.`,
    'For prototypes and tests on one machine: production is PostgreSQL.',
    ...(hasData ? ['With the reference data, at the end.'] : []),
    '',
    'Written by `boyfanz-schema build --target sqlite` from the specs: change those, not this file.',
    'Load it into an empty database: sqlite3 -bail FILE.db < THIS_FILE',
    'Every connection has to say `pragma foreign_keys = on`: SQLite looks after no foreign key otherwise.',
    'Times are texts in UTC with three digits (2026-01-31T23:59:59.000Z), ids lower-case texts, booleans 0 and 1, lists JSON',
    'arrays: docs/sqlite.md has the table of types. citext takes only A to Z for equal in both cases.',
    '',
    'What PostgreSQL holds and this file does not; each table names its own:',
  ];
  const counted = lossLines(losses).map((line) => `  ${line}`);
  return [...lines, ...counted].map((line) => `-- ${line}`.trimEnd()).join('\n');
}

/**
 * Its bytes depend on what is given alone. `loadParser()` has to have been awaited before.
 *
 * @param name of the project, for the first line
 * @param data reference data to put in at the end
 */
export function sqliteScript(name: string, model: Model, data: readonly TableData[] = []): SqliteScript {
  const tables = tablesOf(model).filter(isHere);
  const sections = [
    ...tables.map((table) => tableSection(table, model)),
    ...[...model.objects.values()].flatMap((object) => {
      if (object.kind !== 'view') return [];
      const { statements, losses } = writeView(object, model);
      const text =
        statements.length === 0
          ? ''
          : `\n${commentLines(`${object.name.name}: ${object.comment ?? ''}`)}${statements.join('\n')}\n`;
      return [{ text, losses }];
    }),
    ...data.map((one) => dataSection(one, model)),
  ];
  const losses = [...sections.flatMap((section) => section.losses), ...otherLosses(model)];
  const text = [
    head(name, tables.length, losses, data.length > 0),
    '\n\npragma foreign_keys = on;\nbegin;\n',
    ...sections.map((section) => section.text),
    '\ncommit;\n',
  ].join('');
  return { text, losses };
}

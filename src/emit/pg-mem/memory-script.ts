/** `build --target pg-mem`: the tables that `createTestDatabase` makes, as a file. */
import { tablesOf } from '../../model/keys.ts';
import type { Model } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { commentLines } from '../../text/comment-lines.ts';
import { memoryForeignKey, memoryTable } from './memory-table.ts';

/**
 * Its bytes depend on what is given alone. There is no reference data in it: a unit test brings its own rows.
 *
 * @param name of the project, for the first line
 * @returns the text, ending in a line break
 */
export function memoryScript(name: string, model: Model): string {
  const tables = tablesOf(model).filter((table) => table.name.schema === 'public');
  const made = tables.map((table) => ({ table, ...memoryTable(table, model) }));
  const counts = new Map<string, number>();
  for (const { count, what } of made.flatMap((one) => one.counts)) counts.set(what, (counts.get(what) ?? 0) + count);
  const views = [...model.objects.values()].filter(({ kind }) => kind === 'view').length;
  const indexes = tables.reduce((sum, table) => sum + table.indexes.filter(({ unique }) => !unique).length, 0);
  const head = [
    `${name}: ${tables.length} tables for pg-mem, for the unit tests of applications.`,
    'Written by `boyfanz-schema build --target pg-mem` from the specs: change those, not this file.',
    '',
    "import { registerFunctions } from 'boyfanz-schema/testing';",
    'const db = newDb(); registerFunctions(db); db.public.none(text of this file);',
    '`createTestDatabase({ tables })` of the same module makes a few of these tables, which takes milliseconds; all take seconds.',
    '',
    'Columns, keys, foreign keys and lists of values are here. Left out, because pg-mem does not have it or means something else by it:',
    ...[...counts].flatMap(([what, count]) => (count === 0 ? [] : [`  ${count} × ${what}`])),
    `  ${indexes} × index that only makes queries fast`,
    `  ${views} × view`,
    '  reference data, row security, partitions, functions',
    'Domains are the types below them, and types that pg-mem does not have are text: it proves nothing about the schema.',
  ].map((line) => `-- ${line}`.trimEnd());
  const creates = made.map(({ table, statement, leftOut }) => {
    const lost = leftOut.length === 0 ? '' : commentLines(`Left out: ${leftOut.join('; ')}.`);
    return `\n${commentLines(`${displayName(table.name)}: ${table.comment ?? ''}`)}${lost}${statement};\n`;
  });
  const keys = tables.flatMap((table) =>
    table.constraints.flatMap((one) => (one.kind === 'foreignKey' ? [`${memoryForeignKey(one, table)};\n`] : [])),
  );
  return `${head.join('\n')}\n${creates.join('')}\n${keys.join('')}`;
}

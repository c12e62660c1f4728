/** A table by the name that somebody typed. */
import { tablesOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { didYouMean } from '../text/suggest.ts';
import { UsageError } from './context.ts';

/** With its schema or, in `public`, without. @throws UsageError */
export function findTableByName(model: Model, name: string): Table {
  const tables = tablesOf(model);
  const found = tables.find(
    (table) => displayName(table.name) === name || `${table.name.schema}.${table.name.name}` === name,
  );
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no table ${name}.`,
    didYouMean(
      name,
      tables.map((table) => displayName(table.name)),
    ),
  );
}

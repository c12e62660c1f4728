/** What several rules look up in a Model, gathered once per Model. */
import { objectKey, tablesOf } from '../model/keys.ts';
import type { Column, FunctionDef, Model, Table } from '../model/model.ts';
import { displayName, type Ident, type QName } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { oncePer } from './once-per.ts';

export interface Lookup {
  readonly tables: readonly Table[];
  /** As specs name them: with the schema, and without it in public. */
  readonly tablesByText: ReadonlyMap<string, Table>;
  /** Functions by `schema.name`: overloads share a name. */
  readonly functions: ReadonlyMap<string, readonly FunctionDef[]>;
  readonly extensions: ReadonlySet<Ident>;
}

function gather(model: Model): Lookup {
  const functions = new Map<string, FunctionDef[]>();
  const extensions = new Set<Ident>();
  for (const object of model.objects.values()) {
    if (object.kind === 'extension') extensions.add(object.name);
    if (object.kind !== 'function') continue;
    const name = `${object.name.schema}.${object.name.name}`;
    functions.set(name, [...(functions.get(name) ?? []), object]);
  }
  const tables = tablesOf(model);
  const tablesByText = new Map(
    tables.flatMap((table) => [
      [displayName(table.name), table],
      [`${table.name.schema}.${table.name.name}`, table],
    ]),
  );
  return { tables, tablesByText, functions, extensions };
}

export const lookupOf: (model: Model) => Lookup = oncePer(gather);

export function functionsNamed(model: Model, name: QName): readonly FunctionDef[] {
  return lookupOf(model).functions.get(`${name.schema}.${name.name}`) ?? [];
}

const columnsOf = oncePer((table: Table) => new Map(table.columns.map((column) => [column.name, column])));

export function findColumn(table: Table, name: Ident): Column | null {
  return columnsOf(table).get(name) ?? null;
}

/** The type below domains, which is what comparisons and storage see. Array types come back as they are. */
export function baseType(model: Model, type: DataType): DataType {
  if (type.schema === null || type.dimensions === 1) return type;
  const found = model.objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  return found?.kind === 'domain' ? baseType(model, found.type) : type;
}

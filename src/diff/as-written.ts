/**
 * The words of the specs in what is made. Two Models are compared in the server's spelling; what is made because of a
 * difference beside it, a view on a column that changes its type for instance, is made in the words that people wrote, which
 * are the same on every server.
 */
import { findTable, keyOf } from '../model/keys.ts';
import type { Model, SchemaObject, Table } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Change } from './change.ts';

function objectIn<T extends SchemaObject>(model: Model, object: T): T {
  const found = model.objects.get(keyOf(object));
  // Equal keys have equal kinds.
  return found === undefined ? object : (found as T);
}

function partIn<T extends { readonly name: string }>(
  model: Model,
  table: QName,
  part: T,
  partsOf: (table: Table) => readonly { readonly name: string }[],
): T {
  const found = findTable(model, table);
  return (found === null ? undefined : (partsOf(found).find((one) => one.name === part.name) as T | undefined)) ?? part;
}

/** @param written the wanted Model as the specs spell it */
export function asWritten(change: Change, written: Model): Change {
  switch (change.kind) {
    case 'createView':
      return { ...change, view: objectIn(written, change.view) };
    case 'createFunction':
      return { ...change, function: objectIn(written, change.function) };
    case 'replaceFunction':
      return { ...change, to: objectIn(written, change.to) };
    case 'addColumn':
      return { ...change, column: partIn(written, change.table, change.column, ({ columns }) => columns) };
    case 'alterColumnType':
      return { ...change, to: partIn(written, change.table, change.to, ({ columns }) => columns) };
    case 'setColumnValue': {
      const { value } = findTable(written, change.table)?.columns.find(({ name }) => name === change.column) ?? {};
      return value?.kind === change.to.kind ? { ...change, to: value } : change;
    }
    case 'addConstraint':
      return {
        ...change,
        constraint: partIn(written, change.table, change.constraint, ({ constraints }) => constraints),
      };
    case 'createIndex':
      return { ...change, index: partIn(written, change.table, change.index, ({ indexes }) => indexes) };
    case 'createPolicy':
      return { ...change, policy: partIn(written, change.table, change.policy, ({ policies }) => policies) };
    case 'alterPolicy':
      return { ...change, to: partIn(written, change.table, change.to, ({ policies }) => policies) };
    case 'createTrigger':
      return { ...change, trigger: partIn(written, change.table, change.trigger, ({ triggers }) => triggers) };
    default:
      return change;
  }
}

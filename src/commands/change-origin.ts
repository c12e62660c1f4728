/** The place in the specs that asked for a change. */
import type { Change } from '../diff/change.ts';
import { keyOf, objectKey } from '../model/keys.ts';
import type { SchemaObject } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Origins } from '../text/origins.ts';
import type { Span } from '../text/source.ts';

function inTable(origins: Origins, table: QName, name: string): Span | null {
  const key = objectKey('table', table);
  return origins.findNamed(key, name) ?? origins.find(key);
}

function ofObject(origins: Origins, object: SchemaObject): Span | null {
  return origins.find(keyOf(object));
}

/** @returns `null` when the specs say nothing about it, as for what is dropped */
export function originOf(change: Change, origins: Origins): Span | null {
  switch (change.kind) {
    case 'addColumn':
      return origins.find(objectKey('table', change.table), `columns.${change.column.name}`);
    case 'alterColumnType':
      return origins.find(objectKey('table', change.table), `columns.${change.to.name}`);
    case 'setColumnNullable':
    case 'setColumnValue':
      return origins.find(objectKey('table', change.table), `columns.${change.column}`);
    case 'addConstraint':
    case 'addForeignKey':
      return inTable(origins, change.table, change.constraint.name);
    case 'createIndex':
      return inTable(origins, change.table, change.index.name);
    case 'createPolicy':
      return inTable(origins, change.table, change.policy.name);
    case 'createTrigger':
      return inTable(origins, change.table, change.trigger.name);
    case 'createTable':
      return ofObject(origins, change.table);
    case 'createView':
      return ofObject(origins, change.view);
    case 'createFunction':
      return ofObject(origins, change.function);
    case 'replaceFunction':
      return ofObject(origins, change.to);
    case 'createEnum':
      return ofObject(origins, change.enum);
    case 'createDomain':
      return ofObject(origins, change.domain);
    case 'createExtension':
      return ofObject(origins, change.extension);
    default:
      return 'table' in change && !('kind' in change.table) ? origins.find(objectKey('table', change.table)) : null;
  }
}

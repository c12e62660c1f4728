/** Keys under which objects are found in a Model and, with their parts, in the plan's graph. */
import type { FunctionDef, Model, ObjectKey, SchemaObject, Table } from './model.ts';
import type { QName } from './name.ts';
import { displayType } from './type.ts';

function dotted(name: QName): string {
  return `${name.schema}.${name.name}`;
}

/** Key of anything but a function, which needs its argument types. `schema` and `extension` names have no schema. */
export function objectKey(
  kind: Exclude<SchemaObject['kind'], 'function' | 'role' | 'schema' | 'extension'>,
  name: QName,
): ObjectKey {
  return `${kind} ${dotted(name)}`;
}

export function roleKey(name: string): ObjectKey {
  return `role ${name}`;
}

export function schemaKey(name: string): ObjectKey {
  return `schema ${name}`;
}

export function extensionKey(name: string): ObjectKey {
  return `extension ${name}`;
}

export function functionKey(fn: Pick<FunctionDef, 'name' | 'args'>): ObjectKey {
  const inputs = fn.args.filter((arg) => arg.mode !== 'out').map((arg) => displayType({ ...arg.type, args: [] }));
  return `function ${dotted(fn.name)}(${inputs.join(', ')})`;
}

export function keyOf(object: SchemaObject): ObjectKey {
  switch (object.kind) {
    case 'role':
      return roleKey(object.name);
    case 'schema':
      return schemaKey(object.name);
    case 'extension':
      return extensionKey(object.name);
    case 'function':
      return functionKey(object);
    default:
      return objectKey(object.kind, object.name);
  }
}

export function modelOf(objects: Iterable<SchemaObject>): Model {
  return { objects: new Map([...objects].map((object) => [keyOf(object), object])) };
}

export function tablesOf(model: Model): readonly Table[] {
  return [...model.objects.values()].filter((object) => object.kind === 'table');
}

export function findTable(model: Model, name: QName): Table | null {
  const found = model.objects.get(objectKey('table', name));
  return found?.kind === 'table' ? found : null;
}

/**
 * Tables are given more partitions one after the other, over weeks, while the database is recorded at one size. Until then
 * a table that is divided as it is at another size is as it should be.
 */
import { findTable } from '../model/keys.ts';
import type { Model, ObjectKey, SchemaObject, Storage, Table } from '../model/model.ts';
import { tableInSize } from '../spec/in-size.ts';
import { SIZES } from '../target/target.ts';

export interface KeptParts {
  readonly model: Model;
  readonly kept: readonly Table[];
}

/** How many hash partitions, none for a plain table; `null` for a table that is divided in another way. */
function hashParts(storage: Storage): number | null {
  if (storage.kind === 'heap') return 0;
  if (storage.kind !== 'partitioned' || storage.by !== 'hash' || storage.parts.kind !== 'fixed') return null;
  return storage.parts.partitions.length;
}

function liveTable(live: Model, { name, renamedFrom }: Table): Table | null {
  return findTable(live, name) ?? (renamedFrom === null ? null : findTable(live, renamedFrom));
}

/** The wanted table divided as the live one is, `null` when that is as it is wanted, or no size divides it so. */
function keptTable(wanted: Table, written: Table, live: Table | null): Table | null {
  if (live === null || written.storage.kind !== 'partitioned' || written.storage.by !== 'hash') return null;
  const parts = hashParts(live.storage);
  if (parts === null || parts === hashParts(wanted.storage)) return null;
  const asIs = SIZES.map((size) => tableInSize(written, size).storage).find((one) => hashParts(one) === parts);
  return asIs === undefined ? null : { ...wanted, storage: asIs };
}

/**
 * @param asWritten the wanted Model at size `standard`
 * @returns the wanted Model with the hash partitions that the live tables have, where some size gives a table so many
 */
export function keepParts(live: Model, wanted: Model, asWritten: Model): KeptParts {
  const kept: Table[] = [];
  const objects = [...wanted.objects].map(([key, object]): readonly [ObjectKey, SchemaObject] => {
    const written = asWritten.objects.get(key);
    if (object.kind !== 'table' || written?.kind !== 'table') return [key, object];
    const table = keptTable(object, written, liveTable(live, object));
    if (table !== null) kept.push(table);
    return [key, table ?? object];
  });
  return { model: { objects: new Map(objects) }, kept };
}

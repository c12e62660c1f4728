/**
 * What the profile `development` leaves out: whatever makes a database slower to load and is there for many rows, for
 * many users or for tidiness. Tables, columns, types, defaults, keys, foreign keys, triggers, functions, views, policies
 * and grants stay, so that an application finds the same there, and every row that production takes is taken.
 */
import type { Column, Constraint, Index, Model, SchemaObject, Storage, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { sqlNames } from '../text/sql-words.ts';

/** `one_of`, of a column or of each element of an array, as `lower-constraints.ts` writes it. */
const ONE_OF = /^(?:"[^"]+"|\w+) (?:in \('[^()]*'\)|<@ array\[[^[\]]*\]::text\[\])$/;

/** Types whose values have a form: numbers, times and flags have only bounds, which are cheap and often rules of business. */
const WITH_FORM: ReadonlySet<Ident> = new Set([
  ...['text', 'character varying', 'character', 'bytea', 'json', 'jsonb'],
  ...[...EXTENSION_CONTENTS.values()].flatMap(({ types }) => types),
]);

function hasForm({ type }: Column): boolean {
  return type.dimensions > 0 || WITH_FORM.has(type.name);
}

/**
 * Whether the check says only what a value of one column looks like (how long it is, which letters, which sort of JSON),
 * and not which values there are, what a number may be, or how columns go together.
 */
function isOptionalCheck(constraint: Constraint, table: Table): boolean {
  if (constraint.kind !== 'check' || ONE_OF.test(constraint.expr)) return false;
  const names = sqlNames(constraint.expr);
  const [column, ...others] = table.columns.filter(({ name }) => names.has(name));
  return column !== undefined && others.length === 0 && hasForm(column);
}

/** Of an index only that it forbids rows is of use where tables are small. */
function isOptionalIndex({ unique }: Index): boolean {
  return !unique;
}

function plainStorage(storage: Storage): Storage {
  return { kind: 'heap', unlogged: storage.kind === 'heap' && storage.unlogged, parameters: {} };
}

function developmentTable(table: Table): Table {
  return {
    ...table,
    constraints: table.constraints.filter((constraint) => !isOptionalCheck(constraint, table)),
    indexes: table.indexes.filter((index) => !isOptionalIndex(index)).map((index) => ({ ...index, parameters: {} })),
    storage: plainStorage(table.storage),
  };
}

/** An extension that no query can name, because all it has is for indexes and exclusions, or for hypertables. */
function isOptionalExtension(name: Ident, isExcluding: boolean): boolean {
  const serves = EXTENSION_CONTENTS.get(name)?.serves ?? 'queries';
  return serves === 'storage' || (serves === 'indexes' && !isExcluding);
}

/** @param model in the profile `production` */
export function forDevelopment(model: Model): Model {
  const objects = [...model.objects].map(
    ([key, object]) => [key, object.kind === 'table' ? developmentTable(object) : object] as const,
  );
  const isExcluding = objects.some(
    ([, object]) => object.kind === 'table' && object.constraints.some(({ kind }) => kind === 'exclusion'),
  );
  const isKept = (object: SchemaObject) =>
    object.kind !== 'extension' || !isOptionalExtension(object.name, isExcluding);
  return { objects: new Map(objects.filter(([, object]) => isKept(object))) };
}

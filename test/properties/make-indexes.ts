/** Indexes of a generated table, of every method. */
import { deriveName } from '../../src/model/derive-name.ts';
import type { Column, Index, IndexKey, IndexMethod } from '../../src/model/model.ts';
import { type Ident, qname } from '../../src/model/name.ts';
import type { DataType } from '../../src/model/type.ts';
import type { Choices } from './choices.ts';
import { isVirtual, keyColumns, type Place, withPartitionKey } from './make-constraints.ts';
import { condition, familyOf, indexExpression } from './make-expressions.ts';
import { DOMAIN_NAMES } from './make-types.ts';
import { comment, partName } from './names.ts';

const C = qname('pg_catalog', 'C');

function columnKey(column: Ident, fields: Partial<IndexKey> = {}): IndexKey {
  return {
    key: { kind: 'column', column },
    opclass: null,
    collation: null,
    direction: 'asc',
    nulls: 'last',
    ...fields,
  };
}

/** A text that the operator classes of text take as it is. */
function isPlainText({ type }: Column): boolean {
  return type.dimensions === 0 && (type.name === 'text' || type.name === DOMAIN_NAMES[1]);
}

function btreeKey(column: Column, c: Choices): IndexKey {
  const direction = c.of('asc', 'asc', 'desc');
  const nulls = c.once(4) ? c.of('first', 'last') : direction === 'desc' ? 'first' : 'last';
  const opclass = isPlainText(column) && c.once(4) ? 'text_pattern_ops' : null;
  const collation = isPlainText(column) && column.collation === null && c.once(4) ? C : null;
  return columnKey(column.name, { direction, nulls, opclass, collation });
}

/** Methods that come with PostgreSQL. */
type OwnMethod = Exclude<IndexMethod, 'hnsw'>;

interface Shape {
  readonly keys: readonly IndexKey[];
  readonly parameters: Readonly<Record<string, string>>;
}

const shape = (key: IndexKey, parameters: Readonly<Record<string, string>> = {}): Shape => ({
  keys: [key],
  parameters,
});

/** One key that the method takes; `null` where the table has no column for it. */
function specialKey(method: Exclude<OwnMethod, 'btree'>, columns: readonly Column[], c: Choices): Shape | null {
  const fitting = columns.filter(({ type }) => opclassesOf(method, type).length > 0);
  const column = c.pick(fitting);
  if (column === null) return null;
  const key = columnKey(column.name, { opclass: c.pick(opclassesOf(method, column.type)) });
  switch (method) {
    case 'gin':
      return shape(key, c.once(3) ? { fastupdate: 'off' } : {});
    case 'brin':
      return shape(key, c.once(3) ? { pages_per_range: c.of('32', '64') } : {});
    case 'hash':
    case 'gist':
    case 'spgist':
      return shape(key, c.once(3) ? { fillfactor: c.of('70', '80') } : {});
  }
}

/** Operator classes of a method for a type; `null` is the default one, none: the method cannot. */
function opclassesOf(method: Exclude<OwnMethod, 'btree'>, type: DataType): readonly (string | null)[] {
  const family = familyOf(type);
  const isText = type.name === 'text' && type.dimensions === 0;
  const isRange = type.name.endsWith('range');
  switch (method) {
    case 'hash':
      return family === 'number' || family === 'text' || type.name === 'uuid' || isRange ? [null] : [];
    case 'gin':
      if (type.dimensions === 1 && type.schema === null) return [null];
      if (family === 'json') return [null, 'jsonb_path_ops'];
      return isText ? ['gin_trgm_ops'] : type.name === 'tsvector' ? [null] : [];
    case 'gist':
      if (isText) return [null, 'gist_trgm_ops'];
      if (type.name === 'inet') return ['inet_ops'];
      return isRange || type.name === 'point' || type.name === 'tsvector' || type.name === 'bigint' ? [null] : [];
    case 'spgist':
      if (type.name === 'point') return [null, 'kd_point_ops'];
      return isText || isRange || type.name === 'inet' ? [null] : [];
    case 'brin':
      if (type.name === 'integer') return [null, 'int4_bloom_ops'];
      return family === 'time' || type.name === 'bigint' || isText ? [null] : [];
  }
}

function btree(place: Place, columns: readonly Column[], unique: boolean, c: Choices): Shape | null {
  const scope = { columns, functions: place.types.functions, prefix: '' };
  const expr = c.once(5) ? indexExpression(c, scope) : null;
  const isPlain = unique && place.table.storage.kind === 'partitioned';
  const chosen = c.some(keyColumns(place), 3).map((column) => (isPlain ? columnKey(column.name) : btreeKey(column, c)));
  const keys = [...(expr === null ? [] : [columnKey('', { key: { kind: 'expression', expr } })]), ...chosen];
  const has = new Set(chosen.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : [])));
  const missing = unique ? withPartitionKey(place, []).filter((name) => !has.has(name)) : [];
  const parameters = c.once(5) ? c.of({ fillfactor: '70' }, { deduplicate_items: 'off' }) : {};
  const all = [...keys, ...missing.map((name) => columnKey(name))];
  return all.length === 0 ? null : { keys: all, parameters: { ...parameters } };
}

export function makeIndex(place: Place, c: Choices): Index | null {
  const { table, types } = place;
  const columns = table.columns.filter((column) => !isVirtual(column));
  const method = c.of<OwnMethod>('btree', 'btree', 'btree', 'btree', 'hash', 'gin', 'gist', 'spgist', 'brin');
  const unique = method === 'btree' && c.once(3);
  const made = method === 'btree' ? btree(place, columns, unique, c) : specialKey(method, columns, c);
  if (made === null) return null;
  const names = made.keys.map(({ key }) => (key.kind === 'column' ? key.column : 'expr'));
  const left = columns.map(({ name }) => name).filter((name) => !names.includes(name));
  const scope = { columns, functions: types.functions, prefix: '' };
  return {
    ...partName(deriveName(table.name.name, names, 'idx'), `idx${place.slot}`, c),
    unique,
    method,
    ...made,
    include: method === 'btree' && c.once(6) ? c.some(left, 2) : [],
    where: c.once(4) ? condition(c, scope) : null,
    nullsNotDistinct: unique && types.major >= 15 && c.once(3),
    comment: comment(c),
  };
}

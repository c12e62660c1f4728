/** Indexes. */
import type { Index, IndexKey } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { includeClause, indexKeyTarget, whereClause } from './constraint.ts';
import { parameterList, resetParameters, setParameters } from './parameters.ts';
import { EMPTY, id, join, list, qualified, raw, type Sql, sql } from './text.ts';

const ORDERED_METHODS: ReadonlySet<string> = new Set(['btree']);

function key(index: Index, part: IndexKey): Sql {
  const nullsByDefault = part.direction === 'desc' ? 'first' : 'last';
  const ordered = ORDERED_METHODS.has(index.method);
  return join(
    [
      indexKeyTarget(part.key),
      part.collation === null ? EMPTY : sql`collate ${qualified(part.collation)}`,
      part.opclass === null ? EMPTY : id(part.opclass),
      raw(ordered && part.direction === 'desc' ? 'desc' : ''),
      raw(ordered && part.nulls !== nullsByDefault ? `nulls ${part.nulls}` : ''),
    ],
    ' ',
  );
}

export function createIndex(table: QName, index: Index): Sql {
  return join(
    [
      sql`create ${raw(index.unique ? 'unique ' : '')}index ${id(index.name)} on ${qualified(table)}`,
      raw(index.method === 'btree' ? '' : `using ${index.method}`),
      sql`(${list(index.keys.map((part) => key(index, part)))})`,
      includeClause(index.include),
      raw(index.nullsNotDistinct ? 'nulls not distinct' : ''),
      parameterList(index.parameters),
      whereClause(index.where),
    ],
    ' ',
  );
}

export function setIndexParameters(table: QName, from: Index, to: Index): readonly Sql[] {
  const target = sql`alter index ${qualified({ schema: table.schema, name: to.name })}`;
  return [
    ...setParameters(target, from.parameters, to.parameters),
    ...resetParameters(target, from.parameters, to.parameters),
  ];
}

/** Columns as pg-mem takes them: it has no domains, no citext and few of the other types. */

import { objectKey } from '../../model/keys.ts';
import type { Column, DomainDef, Model } from '../../model/model.ts';
import type { DataType } from '../../model/type.ts';
import { id, join, raw, type Sql, sql } from '../../sql/text.ts';

/** Types that pg-mem keeps and compares as PostgreSQL does. Others become text: values come back as they were given. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['smallint', 'integer'],
  ['integer', 'integer'],
  ['bigint', 'bigint'],
  ['real', 'double precision'],
  ['double precision', 'double precision'],
  ['numeric', 'numeric'],
  ['boolean', 'boolean'],
  ['text', 'text'],
  ['uuid', 'uuid'],
  ['jsonb', 'jsonb'],
  ['json', 'json'],
  ['bytea', 'bytea'],
  ['date', 'date'],
  ['timestamp with time zone', 'timestamptz'],
  ['timestamp without time zone', 'timestamp'],
]);

function domainOf(type: DataType, model: Model): DomainDef | null {
  const found =
    type.schema === null ? undefined : model.objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  return found?.kind === 'domain' ? found : null;
}

/** The name of the type in pg-mem; domains become the type below them. */
export function memoryType(type: DataType, model: Model): string {
  const domain = domainOf(type, model);
  if (domain !== null) return memoryType(domain.type, model);
  const base = (type.schema === null ? KNOWN.get(type.name) : undefined) ?? 'text';
  return type.dimensions === 1 ? `${base}[]` : base;
}

export interface MemoryColumn {
  readonly definition: Sql;
  /** What it lacks, in words; `null` when it is whole. */
  readonly leftOut: string | null;
}

const LITERAL = /^(-?\d+|true|false|'[^']*'|now\(\)|boyfanz\.uuid_v7\(\)|gen_random_uuid\(\))$/;

/** A generated column is a plain one that may be NULL: nothing computes it. */
export function memoryColumn(column: Column, model: Model): MemoryColumn {
  const type = raw(memoryType(column.type, model));
  const { value } = column;
  const define = (tail: Sql, leftOut: string | null): MemoryColumn => ({
    definition: join([sql`${id(column.name)} ${type}`, tail], ' '),
    leftOut: leftOut === null ? null : `${column.name}: ${leftOut}`,
  });
  const notNull = raw(column.nullable ? '' : 'not null');
  switch (value.kind) {
    case 'none':
      return define(notNull, null);
    case 'default':
      return LITERAL.test(value.expr)
        ? define(join([sql`default ${raw(value.expr)}`, notNull], ' '), null)
        : define(raw(''), 'its default, so it may be NULL');
    case 'generated':
      return define(raw(''), 'it is not computed');
    case 'identity':
      return { definition: sql`${id(column.name)} ${raw(type === 'bigint' ? 'bigserial' : 'serial')}`, leftOut: null };
  }
}

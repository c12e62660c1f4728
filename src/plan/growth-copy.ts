/** How rows get into the new table while the old one is in use: writes by a trigger, the others in batches. */
import type { Column, PrimaryKey, Table } from '../model/model.ts';
import { type Ident, type QName, qname } from '../model/name.ts';
import { dollar, id, integer, join, list, qualified, raw, type Sql, sql } from '../sql/text.ts';

const BATCH_ROWS = 5000;

const MIRROR: Ident = 'boyfanz_grow_mirror';
const MIRROR_TRUNCATE: Ident = 'boyfanz_grow_mirror_truncate';

function mirrorFunction(made: QName): QName {
  return qname(made.schema, MIRROR);
}

/** @throws for a table without one: rows could not be told apart */
export function primaryKeyOf({ name, constraints }: Table): PrimaryKey {
  const key = constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (key === undefined) throw new Error(`${name.name} has no primary key`);
  return key;
}

function isGenerated({ value }: Column): boolean {
  return value.kind === 'generated';
}

function writable({ columns }: Table): readonly Ident[] {
  return columns.filter((column) => !isGenerated(column)).map(({ name }) => name);
}

function named(columns: readonly Ident[], prefix = ''): Sql {
  return list(columns.map((column) => raw(`${prefix}${id(column)}`)));
}

function onConflict(table: Table, key: PrimaryKey): Sql {
  const others = writable(table).filter((column) => !key.columns.includes(column));
  if (others.length === 0) return raw('do nothing');
  return sql`do update set ${list(others.map((column) => sql`${id(column)} = excluded.${id(column)}`))}`;
}

/**
 * Every write to the old table is done to the new one in the same transaction. An update may find its row not copied yet,
 * or be the first to bring it: the copying leaves rows alone that are there. The row is read again, since a trigger that
 * fired before this one may have written to it, and its write is mirrored already.
 */
export function mirrorWrites(table: Table, made: QName, key: PrimaryKey): readonly Sql[] {
  const columns = writable(table);
  const equal = (one: string, other: string) =>
    join(
      key.columns.map((column) => raw(`${one}.${id(column)} = ${other}.${id(column)}`)),
      ' and ',
    );
  const same = equal('n', 'old');
  const now = equal('o', 'new');
  const moved = sql`(${named(key.columns, 'old.')}) is distinct from (${named(key.columns, 'new.')})`;
  const body = sql`
begin
  if tg_op = 'TRUNCATE' then
    truncate ${qualified(made)};
    return null;
  end if;
  if tg_op = 'DELETE' then
    delete from ${qualified(made)} n where ${same};
    return null;
  end if;
  if tg_op = 'UPDATE' then
    if ${moved} then
      delete from ${qualified(made)} n where ${same};
    end if;
  end if;
  insert into ${qualified(made)} (${named(columns)}) overriding system value
  select ${named(columns, 'o.')} from ${qualified(table.name)} o where ${now}
  on conflict (${named(key.columns)}) ${onConflict(table, key)};
  return null;
end`;
  const call = sql`execute function ${qualified(mirrorFunction(made))}()`;
  return [
    sql`create function ${qualified(mirrorFunction(made))}() returns trigger language plpgsql security definer set search_path = '' as ${dollar(body)}`,
    sql`revoke all on function ${qualified(mirrorFunction(made))}() from public`,
    sql`create trigger ${id(MIRROR)} after insert or update or delete on ${qualified(table.name)} for each row ${call}`,
    sql`create trigger ${id(MIRROR_TRUNCATE)} after truncate on ${qualified(table.name)} for each statement ${call}`,
  ];
}

export function unmirrorWrites({ name }: Table, made: QName): readonly Sql[] {
  return [
    sql`drop trigger ${id(MIRROR)} on ${qualified(name)}`,
    sql`drop trigger ${id(MIRROR_TRUNCATE)} on ${qualified(name)}`,
    sql`drop function ${qualified(mirrorFunction(made))}()`,
  ];
}

/**
 * Batches by the primary key, each beginning with the last row of the one before, so that one condition serves all and
 * uses the index. Rows are locked: a row that is deleted meanwhile would come back, copied from an older snapshot. And
 * those that somebody else has locked are passed over, since two that wait for each other's rows would be a deadlock: their
 * writer brings them, and when it rolls back, the comparison finds them missing and a second run copies them.
 */
export function copyRows(table: Table, made: QName, { columns: key }: PrimaryKey): Sql {
  const columns = writable(table);
  const variables = key.map((_column, at) => raw(`boyfanz_last_${at + 1}`));
  const declared = key.map(
    (column, at) => sql`  ${variables[at] ?? raw('')} ${qualified(table.name)}.${id(column)}%type;\n`,
  );
  const backwards = list(key.map((column) => sql`${id(column)} desc`));
  const body = sql`
declare
${join(declared, '')}  boyfanz_read bigint;
begin
  select ${named(key)} into ${list(variables)} from ${qualified(table.name)} order by ${named(key)} limit 1;
  while found loop
    with batch as materialized (
      select ${named(columns)} from ${qualified(table.name)}
      where (${named(key)}) >= (${list(variables)})
      order by ${named(key)} limit ${integer(BATCH_ROWS)}
      for no key update skip locked
    ), made as (
      insert into ${qualified(made)} (${named(columns)}) overriding system value
      select ${named(columns)} from batch order by ${named(key)}
      on conflict do nothing
    )
    select count(*) over (), ${named(key)} into boyfanz_read, ${list(variables)}
    from batch order by ${backwards} limit 1;
    exit when not found;
    commit;
    exit when boyfanz_read < ${integer(BATCH_ROWS)};
  end loop;
end`;
  return sql`do ${dollar(body, 'copy')}`;
}

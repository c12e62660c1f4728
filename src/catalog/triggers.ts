/** Triggers, by table oid. */
import type { Attached, Trigger, TriggerEvent } from '../model/model.ts';
import { qname } from '../model/name.ts';
import { deferrability } from './constraints.ts';
import { byFirstCell, type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, MANAGED_TABLES } from './scope.ts';
import { triggerWhen } from './trigger-when.ts';

/** Clones on partitions have a parent. TimescaleDB guards its hypertables by a trigger of its own, which is not internal. */
const CELLS = `t.tgname, t.tgtype,
  array(select a.attname from unnest(t.tgattr::int2[]) with ordinality u (attnum, n)
    join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = u.attnum order by u.n)::text[],
  case when t.tgqual is not null then pg_get_triggerdef(t.oid, false) end,
  n.nspname, p.proname, t.tgnargs, encode(t.tgargs, 'hex'),
  t.tgconstraint <> 0, t.tgdeferrable, t.tginitdeferred, t.tgoldtable, t.tgnewtable, t.tgenabled, m.description`;

export const TRIGGERS_QUERY = `
select t.tgrelid, ${CELLS}
from pg_class c
join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0
join pg_proc p on p.oid = t.tgfoid
join pg_namespace n on n.oid = p.pronamespace and n.nspname not like E'\\\\_timescaledb\\\\_%'
left join pg_description m on m.classoid = 'pg_trigger'::regclass and m.objoid = t.oid
where ${MANAGED_TABLES}
order by t.tgrelid, t.tgname`;

/** Triggers that call functions of ours from tables that are not: those of the platform, or of somebody else. */
export const ATTACHED_QUERY = `
select t.tgfoid, cn.nspname, c.relname, ${CELLS}
from pg_trigger t
join pg_proc p on p.oid = t.tgfoid
join pg_namespace n on n.oid = p.pronamespace
join pg_class c on c.oid = t.tgrelid
join pg_namespace cn on cn.oid = c.relnamespace and cn.nspname not like E'\\\\_timescaledb\\\\_%' and cn.nspname not like E'pg\\\\_%'
left join pg_description m on m.classoid = 'pg_trigger'::regclass and m.objoid = t.oid
where not t.tgisinternal and t.tgparentid = 0
  and ${inManagedSchemas('p.pronamespace')} and not (${inManagedSchemas('c.relnamespace')})
order by t.tgfoid, cn.nspname, c.relname, t.tgname`;

const ROW = 1;
const BEFORE = 2;
const INSTEAD = 64;
/** Bits of `tgtype` (src/include/catalog/pg_trigger.h), in the order of the Model. */
const EVENTS: readonly (readonly [TriggerEvent, number])[] = [
  ['insert', 4],
  ['update', 16],
  ['delete', 8],
  ['truncate', 32],
];

const ENABLED: Readonly<Record<string, Trigger['enabled']>> = {
  O: 'origin',
  D: 'disabled',
  R: 'replica',
  A: 'always',
};

export function buildTriggers(rows: readonly CatalogRow[]): ReadonlyMap<string, readonly Trigger[]> {
  const built = new Map<string, readonly Trigger[]>();
  for (const [table, group] of byFirstCell(rows)) built.set(table, group.map(buildTrigger));
  return built;
}

/** By function oid. */
export function buildAttached(rows: readonly CatalogRow[]): ReadonlyMap<string, readonly Attached[]> {
  const built = new Map<string, readonly Attached[]>();
  for (const [fn, group] of byFirstCell(rows)) {
    const attached = group.map(([, schema, name, ...trigger]) => ({
      table: qname(schema ?? '', name ?? ''),
      trigger: buildTrigger([fn, ...trigger]),
    }));
    built.set(fn, attached);
  }
  return built;
}

function buildTrigger(row: CatalogRow): Trigger {
  const cell = cells(row);
  cell.text();
  const name = cell.text();
  const type = cell.number();
  const updateOf = cell.texts();
  const definition = cell.textOrNull();
  const fn = qname(cell.text(), cell.text());
  const args = decodeArgs(cell.number(), cell.text());
  const isConstraint = cell.flag();
  const deferrable = deferrability(cell.flag(), cell.flag());
  const oldTable = cell.textOrNull();
  const newTable = cell.textOrNull();
  const letter = cell.text();
  const comment = cell.textOrNull();
  return {
    name,
    timing: (type & INSTEAD) !== 0 ? 'instead of' : (type & BEFORE) !== 0 ? 'before' : 'after',
    events: EVENTS.filter(([, bit]) => (type & bit) !== 0).map(([event]) => event),
    updateOf,
    level: (type & ROW) !== 0 ? 'row' : 'statement',
    when: definition === null ? null : triggerWhen(definition),
    function: fn,
    args,
    constraint: isConstraint ? deferrable : null,
    oldTable,
    newTable,
    enabled: ENABLED[letter] ?? 'origin',
    comment,
  };
}

/** Arguments are kept one after another, each closed by a NUL byte. */
function decodeArgs(count: number, hex: string): readonly string[] {
  return Buffer.from(hex, 'hex').toString('utf8').split('\0').slice(0, count);
}

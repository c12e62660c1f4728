/** Triggers. */
import type { Trigger, TriggerEvent } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { deferrableClause } from './constraint.ts';
import { EMPTY, id, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';

function event(trigger: Trigger, name: TriggerEvent): Sql {
  return name === 'update' && trigger.updateOf.length > 0
    ? sql`update of ${list(trigger.updateOf.map(id))}`
    : raw(name);
}

function transitionTables(trigger: Trigger): Sql {
  const old = trigger.oldTable === null ? EMPTY : sql`old table as ${id(trigger.oldTable)}`;
  const added = trigger.newTable === null ? EMPTY : sql`new table as ${id(trigger.newTable)}`;
  const both = join([old, added], ' ');
  return both === EMPTY ? EMPTY : sql`referencing ${both}`;
}

export function createTrigger(table: QName, trigger: Trigger): readonly Sql[] {
  const create = join(
    [
      sql`create ${raw(trigger.constraint === null ? '' : 'constraint ')}trigger ${id(trigger.name)}`,
      sql`${raw(trigger.timing)} ${join(
        trigger.events.map((name) => event(trigger, name)),
        ' or ',
      )}`,
      sql`on ${qualified(table)}`,
      trigger.constraint === null ? EMPTY : deferrableClause(trigger.constraint),
      transitionTables(trigger),
      raw(`for each ${trigger.level}`),
      trigger.when === null ? EMPTY : sql`when (${raw(trigger.when)})`,
      sql`execute function ${qualified(trigger.function)}(${list(trigger.args.map(lit))})`,
    ],
    ' ',
  );
  return trigger.enabled === 'origin' ? [create] : [create, setTriggerEnabled(table, trigger)];
}

const STATES = { origin: 'enable', disabled: 'disable', replica: 'enable replica', always: 'enable always' } as const;

export function setTriggerEnabled(table: QName, trigger: Trigger): Sql {
  return sql`alter table ${qualified(table)} ${raw(STATES[trigger.enabled])} trigger ${id(trigger.name)}`;
}

export function dropTrigger(table: QName, trigger: Trigger): Sql {
  return sql`drop trigger ${id(trigger.name)} on ${qualified(table)}`;
}

/** Policies and triggers of a generated table. */
import type { Column, FunctionDef, Policy, Table, Trigger, TriggerEvent } from '../../src/model/model.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { bySlot, type Choices, type Part } from './choices.ts';
import type { Types } from './make-columns.ts';
import { condition } from './make-expressions.ts';
import { comment, ROLES, sqlName } from './names.ts';

const POLICY_NAMES = ['read', 'Policy "2"', 'write'] as const;

function policyCondition(table: Table, others: readonly Table[], types: Types, c: Choices): string {
  const own = condition(c, { columns: table.columns, functions: types.functions, prefix: '' });
  const other = c.once(4) ? c.pick(others) : null;
  const [column] = other?.columns ?? [];
  if (other === null || column === undefined) return own;
  return `exists (select 1 from ${sqlName(other.name)} o where o.${quoteIdent(column.name)} is not null)`;
}

export function makePolicies(
  parts: readonly Part[],
  table: Table,
  others: readonly Table[],
  types: Types,
): readonly Policy[] {
  return [...bySlot(parts, POLICY_NAMES.length)].map(([slot, c]): Policy => {
    const permissive = !c.once(4);
    const command = c.of<Policy['command']>('all', 'select', 'insert', 'update', 'delete');
    const expr = () => policyCondition(table, others, types, c);
    return {
      name: POLICY_NAMES[slot] ?? POLICY_NAMES[0],
      permissive,
      command,
      roles: c.once(2) ? [...c.some(ROLES, 2)].sort() : ['public'],
      using: command === 'insert' || c.once(6) ? null : expr(),
      check: command === 'select' || command === 'delete' || c.once(2) ? null : expr(),
      comment: comment(c),
    };
  });
}

const TRIGGER_NAMES = ['touch', 'Trigger "2"', 'a_check'] as const;

const EVENTS: readonly TriggerEvent[] = ['insert', 'update', 'delete', 'truncate'];

type Kind = 'plain' | 'constraint' | 'transition';

/** Transition tables belong to one event, constraint triggers to rows, TRUNCATE to statements. */
function eventsOf(kind: Kind, level: Trigger['level'], c: Choices): readonly TriggerEvent[] {
  const allowed = level === 'row' || kind === 'transition' ? EVENTS.slice(0, 3) : EVENTS;
  const chosen = c.some(allowed, kind === 'transition' ? 1 : 3);
  return EVENTS.filter((event) => chosen.includes(event));
}

/** Before a row is stored, what is generated from it is not there yet. */
function visibleColumns(columns: readonly Column[], timing: Trigger['timing']): readonly Column[] {
  return timing === 'before'
    ? columns.filter(({ value }) => value.kind !== 'generated')
    : columns.filter((one) => one.value.kind !== 'generated' || one.value.stored);
}

function makeTrigger(name: string, table: Table, calls: FunctionDef, types: Types, c: Choices): Trigger {
  const isPartitioned = table.storage.kind === 'partitioned';
  const kind: Kind = isPartitioned ? 'plain' : c.of('plain', 'plain', 'plain', 'constraint', 'transition');
  const level = kind === 'constraint' ? 'row' : c.of('row', 'statement');
  const timing = kind === 'plain' ? c.of('before', 'after') : 'after';
  const events = eventsOf(kind, level, c);
  const isRow = level === 'row' && kind !== 'transition';
  const prefix = events.includes('insert') && !events.includes('delete') ? 'new.' : 'old.';
  const tellsRow =
    isRow &&
    !(events.includes('insert') && events.includes('delete')) &&
    (prefix === 'new.' || !events.includes('insert'));
  const columns = visibleColumns(table.columns, timing);
  return {
    name,
    timing,
    events,
    updateOf:
      events.includes('update') && kind !== 'transition' && c.once(3)
        ? c.some(table.columns, 2).map((one) => one.name)
        : [],
    level,
    when:
      tellsRow && c.once(3) && columns.length > 0
        ? condition(c, { columns, functions: types.functions, prefix })
        : null,
    function: calls.name,
    args: c.of<readonly string[]>([], [], ['a', "it's \\ ünï"]),
    constraint: kind === 'constraint' ? c.of('not deferrable', 'deferrable', 'initially deferred') : null,
    oldTable: kind === 'transition' && !events.includes('insert') ? c.of('old_rows', 'Old "rows"') : null,
    newTable: kind === 'transition' && events.includes('insert') ? 'new_rows' : null,
    enabled: c.of('origin', 'origin', 'origin', 'disabled', 'replica', 'always'),
    comment: comment(c),
  };
}

export function makeTriggers(parts: readonly Part[], table: Table, types: Types): readonly Trigger[] {
  const callable = types.functions.filter(({ returns }) => returns === 'trigger');
  return [...bySlot(parts, TRIGGER_NAMES.length)].flatMap(([slot, c]) => {
    const calls = c.pick(callable);
    return calls === null ? [] : [makeTrigger(TRIGGER_NAMES[slot] ?? TRIGGER_NAMES[0], table, calls, types, c)];
  });
}

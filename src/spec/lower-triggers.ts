/** Triggers of a table and of the column groups it uses. */
import type { Deferrability, Trigger, TriggerEvent } from '../model/model.ts';
import { displayName, type QName } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import { type ColumnGroups, usedGroups } from './column-groups.ts';
import { lowerSql } from './lower-values.ts';
import type { NodePath } from './node.ts';
import type { RawTrigger } from './raw.ts';
import { dotted, hasColumn, keyAt, type Place, parseName, type Scope, valueAt } from './scope.ts';
import type { TableContext } from './table-context.ts';

/** In the order of the Model. */
export const EVENTS = ['insert', 'update', 'delete', 'truncate'] as const satisfies readonly TriggerEvent[];

/** A function that the specs declare, or one of PostgreSQL's own. */
function findFunction(text: string, span: Span, scope: Scope): QName | null {
  const name = parseName(text, scope.project);
  if (name.schema === 'pg_catalog' || scope.functions.has(dotted(name))) return name;
  if (scope.isComplete) {
    const known = [...scope.functions].map((one) => displayName(parseName(one, scope.project)));
    scope.problems.report('unknown-function', span, `There is no function \`${text}\`.`, {
      help: didYouMean(text, known) ?? 'describe it in a spec of its own, or correct the name.',
    });
  }
  return null;
}

function lowerConstraint(raw: RawTrigger['constraint']): Deferrability | null {
  if (raw === undefined || raw === false) return null;
  return raw === true ? 'not deferrable' : raw;
}

function lowerTrigger(
  context: TableContext,
  name: string,
  raw: RawTrigger,
  place: Place,
  path: NodePath,
): Trigger | null {
  const { scope, declared } = context;
  const fn = findFunction(raw.function, valueAt(place, ...path, 'function'), scope);
  const events = new Set<TriggerEvent>();
  const updateOf: string[] = [];
  for (const [at, event] of raw.events.entries()) {
    events.add(typeof event === 'string' ? event : 'update');
    if (typeof event === 'string') continue;
    for (const [index, column] of event.update_of.entries()) {
      const span = valueAt(place, ...path, 'events', at, 'update_of', index);
      if (hasColumn(declared, column, span, scope)) updateOf.push(column);
    }
  }
  if (fn === null) return null;
  return {
    name,
    timing: raw.timing,
    events: EVENTS.filter((event) => events.has(event)),
    updateOf,
    level: raw.level ?? 'row',
    when: raw.when === undefined ? null : lowerSql(raw.when),
    function: fn,
    args: raw.args ?? [],
    constraint: lowerConstraint(raw.constraint),
    oldTable: raw.old_table ?? null,
    newTable: raw.new_table ?? null,
    enabled: raw.enabled ?? 'origin',
    comment: null,
  };
}

/** Triggers of groups come first; one of the table's own with the same name is a collision. */
export function lowerTriggers(context: TableContext, groups: ColumnGroups): readonly Trigger[] {
  const { document, scope, named } = context;
  const found = new Map<string, Trigger>();
  const spans = new Map<string, Span>();
  const add = (name: string, raw: RawTrigger, place: Place, path: NodePath, span: Span): void => {
    const first = spans.get(name);
    if (first !== undefined) {
      scope.problems.report('name-collision', span, `Two triggers would be named \`${name}\`.`, {
        help: 'give one of them another name.',
        related: [{ message: 'the other is here', span: first }],
      });
      return;
    }
    spans.set(name, span);
    named.set(name, span);
    const trigger = lowerTrigger(context, name, raw, place, path);
    if (trigger !== null) found.set(name, trigger);
  };
  // Unknown groups were reported with the columns; the collector keeps equal problems once.
  for (const { name: groupName, group, use } of usedGroups(document.raw, document, groups, scope.problems)) {
    if (groups.document === null) continue;
    for (const [name, raw] of Object.entries(group.triggers ?? {})) {
      add(name, raw, groups.document, [groupName, 'triggers', name], use);
    }
  }
  for (const [name, raw] of Object.entries(document.raw.triggers ?? {})) {
    const path = ['triggers', name];
    add(name, raw, document, path, keyAt(document, ...path));
  }
  return [...found.values()];
}

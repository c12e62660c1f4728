/**
 * What PostgreSQL does not let us change under an object's feet: views, policies and triggers hold on to the columns and
 * functions they mention, foreign keys to the types and keys on both ends, generated columns to the columns they are
 * computed from. Where a change touches what an unchanged object holds on to, that object is dropped and made again in
 * the same plan. Whether text mentions a name is asked by word, so an object may be made again without need, never missed.
 */
import { isDeepStrictEqual } from 'node:util';
import { findTable, keyOf, tablesOf } from '../model/keys.ts';
import type { Constraint, ForeignKey, Index, Model, Policy, Table } from '../model/model.ts';
import { type Ident, type QName, sameName } from '../model/name.ts';
import { sqlWords } from '../text/sql-words.ts';
import type { Change } from './change.ts';
import { addedColumn } from './column.ts';
import { addedConstraint } from './constraint.ts';
import { foreignKeyHolds, mentionsFunction, policyHolds, triggerHolds, viewHolds } from './holds.ts';
import { createdIndex } from './index.ts';
import { createdPolicy } from './policy.ts';
import type { Renamed } from './renames.ts';
import { type Touched, touchedBy } from './touched.ts';
import { createdTrigger } from './trigger.ts';
import { recreatedView } from './view.ts';

/** Whether the plan already drops this part itself; then it also says what comes after. */
function isDropped(changes: readonly Change[], table: QName, kind: Change['kind'], name: Ident): boolean {
  return changes.some((change) => {
    if (change.kind !== kind || !('table' in change) || 'kind' in change.table || !sameName(change.table, table))
      return false;
    switch (change.kind) {
      case 'dropConstraint':
        return change.constraint.name === name;
      case 'dropIndex':
        return change.index.name === name;
      case 'dropPolicy':
        return change.policy.name === name;
      case 'dropTrigger':
        return change.trigger.name === name;
      case 'dropColumn':
        return change.column.name === name;
      default:
        return false;
    }
  });
}

/** Pairs of a table's parts that are in both Models under one name. */
function inBoth<T extends { readonly name: Ident }>(
  from: readonly T[],
  to: readonly T[],
): readonly { readonly from: T; readonly to: T }[] {
  const after = new Map(to.map((part) => [part.name, part]));
  return from.flatMap((part) => {
    const kept = after.get(part.name);
    return kept === undefined ? [] : [{ from: part, to: kept }];
  });
}

interface Rebuild {
  /** Changes of the plan that the new ones replace. */
  readonly instead: (change: Change) => boolean;
  readonly changes: readonly Change[];
}

function rebuild(changes: readonly Change[], instead: (change: Change) => boolean = () => false): Rebuild {
  return { changes, instead };
}

function rebuiltPolicies(changes: readonly Change[], from: Table, to: Table, touched: Touched): readonly Rebuild[] {
  const isAltered = (policy: Policy) =>
    changes.some(
      (change) => change.kind === 'alterPolicy' && sameName(change.table, to.name) && change.to.name === policy.name,
    );
  return inBoth(from.policies, to.policies)
    .filter(
      (pair) =>
        // One that lets go by itself is altered in place, before the column goes.
        policyHolds(to.name, isAltered(pair.to) ? pair.to : pair.from, touched) &&
        !isDropped(changes, to.name, 'dropPolicy', pair.from.name),
    )
    .map((pair) =>
      rebuild(
        [{ kind: 'dropPolicy', table: to.name, policy: pair.from }, ...createdPolicy(to.name, pair.to)],
        (change) => change.kind === 'alterPolicy' && sameName(change.table, to.name) && change.to.name === pair.to.name,
      ),
    );
}

function rebuiltTriggers(changes: readonly Change[], from: Table, to: Table, touched: Touched): readonly Rebuild[] {
  return inBoth(from.triggers, to.triggers)
    .filter(
      (pair) =>
        triggerHolds(to.name, pair.from, touched) && !isDropped(changes, to.name, 'dropTrigger', pair.from.name),
    )
    .map((pair) =>
      rebuild([{ kind: 'dropTrigger', table: to.name, trigger: pair.from }, ...createdTrigger(to.name, pair.to)]),
    );
}

function isForeignKey(constraint: Constraint): constraint is ForeignKey {
  return constraint.kind === 'foreignKey';
}

/** Foreign keys that stay, those that follow the new name of a column among them. */
function keptForeignKeys(
  changes: readonly Change[],
  from: Table,
  to: Table,
): readonly { readonly from: ForeignKey; readonly to: ForeignKey }[] {
  const after = to.constraints.filter(isForeignKey);
  return from.constraints.filter(isForeignKey).flatMap((key) => {
    const renamed = changes.find(
      (change) => change.kind === 'renameConstraint' && sameName(change.table, to.name) && change.from === key.name,
    );
    const name = renamed?.kind === 'renameConstraint' ? renamed.to : key.name;
    const kept = after.find((one) => one.name === name);
    return kept === undefined ? [] : [{ from: key, to: kept }];
  });
}

function rebuiltForeignKeys(changes: readonly Change[], from: Table, to: Table, touched: Touched): readonly Rebuild[] {
  return keptForeignKeys(changes, from, to)
    .filter(
      (pair) =>
        foreignKeyHolds(to.name, pair.from, touched) && !isDropped(changes, to.name, 'dropConstraint', pair.from.name),
    )
    .map((pair) =>
      rebuild(
        [{ kind: 'dropConstraint', table: to.name, constraint: pair.from }, ...addedConstraint(to.name, pair.to)],
        (change) => change.kind === 'renameConstraint' && sameName(change.table, to.name) && change.to === pair.to.name,
      ),
    );
}

function rebuiltGeneratedColumns(
  changes: readonly Change[],
  from: Table,
  to: Table,
  touched: Touched,
): readonly Rebuild[] {
  return inBoth(from.columns, to.columns)
    .filter(({ from: column, to: wanted }) => {
      // One that becomes a plain column lets go by itself, and keeps its values.
      if (column.value.kind !== 'generated' || wanted.value.kind !== 'generated') return false;
      if (isDropped(changes, to.name, 'dropColumn', column.name)) return false;
      const words = sqlWords(column.value.expr);
      return (
        mentionsFunction(words, touched) ||
        touched.columns.some((touch) => sameName(touch.table, to.name) && words.has(touch.column))
      );
    })
    .map((pair) =>
      rebuild(
        [{ kind: 'dropColumn', table: to.name, column: pair.from }, ...addedColumn(to.name, pair.to)],
        (change) =>
          (change.kind === 'setColumnNullable' && sameName(change.table, to.name) && change.column === pair.to.name) ||
          (change.kind === 'setComment' &&
            change.on.kind === 'column' &&
            sameName(change.on.table, to.name) &&
            change.on.name === pair.to.name),
      ),
    );
}

/** Every name and every word of an expression in a plain value. */
function wordsIn(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') return new Set([value, ...sqlWords(value)]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((inner) => [...wordsIn(inner)]));
}

/**
 * A dropped column takes its keys, indexes and checks along, and a function lets itself not be dropped under them; those
 * that stay in the specs are made again.
 */
function rebuiltParts(changes: readonly Change[], from: Table, to: Table, touched: Touched): readonly Rebuild[] {
  const gone = touched.columns
    .filter((touch) => !touch.stays && sameName(touch.table, to.name))
    .map((touch) => touch.column);
  const back = gone.filter((name) => to.columns.some((column) => column.name === name));
  if (back.length === 0 && touched.functions.length === 0) return [];
  const mentions = (part: Constraint | Index) => {
    const words = wordsIn({ ...part, name: null });
    return back.some((name) => words.has(name)) || mentionsFunction(words, touched);
  };
  return [
    ...inBoth(from.constraints, to.constraints)
      .filter((pair) => mentions(pair.from) && !isDropped(changes, to.name, 'dropConstraint', pair.from.name))
      .map((pair) =>
        rebuild([
          { kind: 'dropConstraint', table: to.name, constraint: pair.from },
          ...addedConstraint(to.name, pair.to),
        ]),
      ),
    ...inBoth(from.indexes, to.indexes)
      .filter((pair) => mentions(pair.from) && !isDropped(changes, to.name, 'dropIndex', pair.from.name))
      .map((pair) =>
        rebuild([{ kind: 'dropIndex', table: to.name, index: pair.from }, ...createdIndex(to.name, pair.to)]),
      ),
  ];
}

/** A default lets go of its function and takes the new one. */
function rebuiltDefaults(changes: readonly Change[], from: Table, to: Table, touched: Touched): readonly Rebuild[] {
  if (touched.functions.length === 0) return [];
  const none = { kind: 'none' } as const;
  const isCleared = (column: Ident) =>
    changes.some(
      (change) =>
        change.kind === 'setColumnValue' &&
        sameName(change.table, to.name) &&
        change.column === column &&
        change.to.kind === 'none',
    );
  return inBoth(from.columns, to.columns)
    .filter(
      ({ from: { name, value } }) =>
        value.kind === 'default' && mentionsFunction(sqlWords(value.expr), touched) && !isCleared(name),
    )
    .map(({ from: { name, value }, to: wanted }) =>
      rebuild(
        [
          { kind: 'setColumnValue', table: to.name, column: name, from: value, to: none },
          { kind: 'setColumnValue', table: to.name, column: name, from: none, to: wanted.value },
        ],
        (change) => change.kind === 'setColumnValue' && sameName(change.table, to.name) && change.column === name,
      ),
    );
}

/** An index that goes takes the replica identity along. */
function rebuiltIdentity(changes: readonly Change[], from: Table, to: Table): readonly Rebuild[] {
  const { replicaIdentity: identity } = to;
  if (identity.kind !== 'index' || !isDeepStrictEqual(from.replicaIdentity, identity)) return [];
  const isGone =
    isDropped(changes, to.name, 'dropIndex', identity.name) ||
    isDropped(changes, to.name, 'dropConstraint', identity.name);
  const isSet = changes.some((change) => change.kind === 'setReplicaIdentity' && sameName(change.table, to.name));
  return isGone && !isSet ? [rebuild([{ kind: 'setReplicaIdentity', table: to.name, identity }])] : [];
}

function rebuiltViews(changes: readonly Change[], from: Model, to: Model, touched: Touched): readonly Rebuild[] {
  return [...to.objects.values()].flatMap((view) => {
    if (view.kind !== 'view') return [];
    const before = from.objects.get(keyOf(view));
    const dropped = changes.some((change) => change.kind === 'dropView' && sameName(change.view.name, view.name));
    if (before?.kind !== 'view' || dropped || !viewHolds(before, touched)) return [];
    const ofView = (change: Change) =>
      (change.kind === 'setViewOptions' && sameName(change.to.name, view.name)) ||
      ((change.kind === 'grant' || change.kind === 'revoke' || change.kind === 'setComment') &&
        change.on.kind === 'view' &&
        sameName(change.on.name, view.name));
    return [rebuild(recreatedView(before, view), ofView)];
  });
}

/** @returns the changes and, until nothing more is held on to, what has to be made again because of them. */
export function withDependents(changes: readonly Change[], renamed: Renamed, to: Model): readonly Change[] {
  const from = renamed.model;
  let all = changes;
  for (;;) {
    const touched = touchedBy(all, renamed.changes);
    if (Object.values(touched).every((list) => list.length === 0)) return all;
    const current = all;
    const rebuilds = [
      ...tablesOf(to).flatMap((table) => {
        const before = findTable(from, table.name);
        if (before === null) return [];
        return [
          ...rebuiltGeneratedColumns(current, before, table, touched),
          ...rebuiltForeignKeys(current, before, table, touched),
          ...rebuiltPolicies(current, before, table, touched),
          ...rebuiltTriggers(current, before, table, touched),
          ...rebuiltParts(current, before, table, touched),
          ...rebuiltDefaults(current, before, table, touched),
          ...rebuiltIdentity(current, before, table),
        ];
      }),
      ...rebuiltViews(current, from, to, touched),
    ];
    // A part may be held on to for two reasons at once, for example a foreign key on a column that goes and comes back.
    const distinct = new Map(rebuilds.map((item) => [JSON.stringify(item.changes[0]), item]));
    if (distinct.size === 0) return all;
    const added = [...distinct.values()];
    all = [
      ...all.filter((change) => !added.some((item) => item.instead(change))),
      ...added.flatMap((item) => item.changes),
    ];
  }
}

/**
 * Renames that the specs hint at with `renamed_from`. They come before everything else: the old Model is rewritten as if
 * they had happened, and the comparison goes on from there. A hint whose old name is gone, or whose new name is there, is
 * stale and does nothing.
 */
import { findTable, modelOf, tablesOf } from '../model/keys.ts';
import type { Constraint, Model, Policy, SchemaObject, Table } from '../model/model.ts';
import { type Ident, type QName, sameName } from '../model/name.ts';
import { renameSqlRelation, renameSqlWord, sqlWords } from '../text/sql-words.ts';
import type { Change } from './change.ts';
import { withRenamedColumn } from './rename-column.ts';

export interface Renamed {
  /** The old Model under the new names. */
  readonly model: Model;
  readonly changes: readonly Change[];
}

function withTarget(
  constraint: Constraint,
  from: QName,
  to: (target: readonly Ident[]) => Partial<Constraint>,
): Constraint {
  return constraint.kind === 'foreignKey' && sameName(constraint.target, from)
    ? ({ ...constraint, ...to(constraint.targetColumns) } as Constraint)
    : constraint;
}

function inPolicies(policies: readonly Policy[], from: QName, to: QName): readonly Policy[] {
  const expr = (text: string | null) => (text === null ? null : renameSqlRelation(text, from, to));
  return policies.map((policy) => ({ ...policy, using: expr(policy.using), check: expr(policy.check) }));
}

/** A subquery speaks of the columns of other tables. */
function withColumnOf(policy: Policy, table: QName, from: Ident, to: Ident): Policy {
  const rename = (text: string | null) =>
    text !== null && sqlWords(text).has(table.name) ? renameSqlWord(text, from, to) : text;
  return { ...policy, using: rename(policy.using), check: rename(policy.check) };
}

function renameTable(model: Model, from: QName, to: QName): Model {
  return modelOf(
    [...model.objects.values()].map((object): SchemaObject => {
      switch (object.kind) {
        case 'table':
          return {
            ...object,
            name: sameName(object.name, from) ? to : object.name,
            constraints: object.constraints.map((constraint) => withTarget(constraint, from, () => ({ target: to }))),
            policies: inPolicies(object.policies, from, to),
          };
        case 'view':
          return {
            ...object,
            query: renameSqlRelation(object.query, from, to),
            continuous:
              object.continuous !== null && sameName(object.continuous.of, from)
                ? { ...object.continuous, of: to }
                : object.continuous,
          };
        case 'sequence':
          // A sequence goes to another schema with the table that owns it.
          return object.ownedBy !== null && sameName(object.ownedBy.table, from)
            ? { ...object, name: { ...object.name, schema: to.schema }, ownedBy: { ...object.ownedBy, table: to } }
            : object;
        default:
          return object;
      }
    }),
  );
}

function renameColumn(model: Model, table: QName, from: Ident, to: Ident): Model {
  const inTarget = (target: readonly Ident[]) => ({
    targetColumns: target.map((column) => (column === from ? to : column)),
  });
  return modelOf(
    [...model.objects.values()].map((object): SchemaObject => {
      switch (object.kind) {
        case 'table': {
          const own = sameName(object.name, table)
            ? withRenamedColumn(object, from, to)
            : { ...object, policies: object.policies.map((policy) => withColumnOf(policy, table, from, to)) };
          return { ...own, constraints: own.constraints.map((constraint) => withTarget(constraint, table, inTarget)) };
        }
        case 'sequence':
          return object.ownedBy !== null && sameName(object.ownedBy.table, table) && object.ownedBy.column === from
            ? { ...object, ownedBy: { ...object.ownedBy, column: to } }
            : object;
        default:
          return object;
      }
    }),
  );
}

function tableRenames(from: Model, to: Model): readonly { readonly from: QName; readonly to: QName }[] {
  return tablesOf(to).flatMap(({ name, renamedFrom }) => {
    const applies =
      renamedFrom !== null &&
      findTable(from, name) === null &&
      findTable(from, renamedFrom) !== null &&
      findTable(to, renamedFrom) === null;
    return applies ? [{ from: renamedFrom, to: name }] : [];
  });
}

function columnRenames(from: Table, to: Table): readonly { readonly from: Ident; readonly to: Ident }[] {
  const has = (table: Table, name: Ident) => table.columns.some((column) => column.name === name);
  return to.columns.flatMap(({ name, renamedFrom }) =>
    renamedFrom !== null && has(from, renamedFrom) && !has(from, name) && !has(to, renamedFrom)
      ? [{ from: renamedFrom, to: name }]
      : [],
  );
}

/** What maintenance keeps up, it knows by the name of the table and that of its key. */
function setRolling(table: Table): readonly Change[] {
  if (table.storage.kind === 'hypertable' && table.storage.keep?.by === 'maintenance') {
    const { storage } = table;
    return [{ kind: 'setHypertableRetention', table: table.name, storage, from: null, to: storage.keep }];
  }
  if (table.storage.kind !== 'partitioned' || table.storage.parts.kind !== 'rolling') return [];
  const { parts, parameters } = table.storage;
  const [key] = table.storage.key;
  return key === undefined
    ? []
    : [{ kind: 'setRolling', table: table.name, key, from: parts.rolling, rolling: parts.rolling, parameters }];
}

export function resolveRenames(from: Model, to: Model): Renamed {
  const changes: Change[] = [];
  const renamedTables = tableRenames(from, to);
  let model = from;
  for (const rename of renamedTables) {
    model = renameTable(model, rename.from, rename.to);
    changes.push({ kind: 'renameTable', ...rename });
    const table = findTable(model, rename.to);
    if (table !== null && setRolling(table).length > 0) changes.push({ kind: 'dropRolling', table: rename.from });
  }
  for (const wanted of tablesOf(to)) {
    const before = findTable(model, wanted.name);
    if (before === null) continue;
    for (const rename of columnRenames(before, wanted)) {
      model = renameColumn(model, wanted.name, rename.from, rename.to);
      changes.push({ kind: 'renameColumn', table: wanted.name, ...rename });
    }
    const after = findTable(model, wanted.name);
    const isRenamed = renamedTables.some((rename) => sameName(rename.to, wanted.name));
    if (after !== null && (isRenamed || keyOfRolling(before) !== keyOfRolling(after))) {
      changes.push(...setRolling(after));
    }
  }
  return { model, changes };
}

function keyOfRolling(table: Table): Ident | null {
  if (table.storage.kind === 'hypertable') return table.storage.time;
  return table.storage.kind === 'partitioned' ? (table.storage.key[0] ?? null) : null;
}

/**
 * What a renamed column looks like everywhere the server will show it under its new name: PostgreSQL follows a rename by
 * number, so keys, expressions and policies change along without a statement of their own.
 */
import type {
  Column,
  ColumnValue,
  Constraint,
  Expr,
  Index,
  IndexKeyTarget,
  Policy,
  Storage,
  Table,
  Trigger,
} from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { renameSqlWord } from '../text/sql-words.ts';

interface Renaming {
  readonly name: (column: Ident) => Ident;
  readonly expr: (text: Expr) => Expr;
}

function nullable<T>(value: T | null, map: (value: T) => T): T | null {
  return value === null ? null : map(value);
}

function inValue(value: ColumnValue, by: Renaming): ColumnValue {
  return 'expr' in value ? { ...value, expr: by.expr(value.expr) } : value;
}

function inKey(key: IndexKeyTarget, by: Renaming): IndexKeyTarget {
  return key.kind === 'column' ? { ...key, column: by.name(key.column) } : { ...key, expr: by.expr(key.expr) };
}

function inConstraint(constraint: Constraint, by: Renaming): Constraint {
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique':
      return { ...constraint, columns: constraint.columns.map(by.name), include: constraint.include.map(by.name) };
    case 'check':
      return { ...constraint, expr: by.expr(constraint.expr) };
    case 'exclusion':
      return {
        ...constraint,
        elements: constraint.elements.map((element) => ({ ...element, key: inKey(element.key, by) })),
        where: nullable(constraint.where, by.expr),
      };
    case 'foreignKey': {
      const { onDelete } = constraint;
      return {
        ...constraint,
        columns: constraint.columns.map(by.name),
        onDelete: 'columns' in onDelete ? { ...onDelete, columns: onDelete.columns.map(by.name) } : onDelete,
      };
    }
  }
}

function inIndex(index: Index, by: Renaming): Index {
  return {
    ...index,
    keys: index.keys.map((part) => ({ ...part, key: inKey(part.key, by) })),
    include: index.include.map(by.name),
    where: nullable(index.where, by.expr),
  };
}

function inStorage(storage: Storage, by: Renaming): Storage {
  switch (storage.kind) {
    case 'heap':
      return storage;
    case 'partitioned':
      return { ...storage, key: storage.key.map(by.name) };
    case 'hypertable':
      return {
        ...storage,
        time: by.name(storage.time),
        columnstore: nullable(storage.columnstore, (columnstore) => ({
          ...columnstore,
          segmentBy: columnstore.segmentBy.map(by.name),
          orderBy: columnstore.orderBy.map((order) => ({ ...order, column: by.name(order.column) })),
        })),
      };
  }
}

function inPolicy(policy: Policy, by: Renaming): Policy {
  return { ...policy, using: nullable(policy.using, by.expr), check: nullable(policy.check, by.expr) };
}

function inTrigger(trigger: Trigger, by: Renaming): Trigger {
  return { ...trigger, updateOf: trigger.updateOf.map(by.name), when: nullable(trigger.when, by.expr) };
}

function inColumn(column: Column, by: Renaming): Column {
  return { ...column, name: by.name(column.name), value: inValue(column.value, by) };
}

export function withRenamedColumn(table: Table, from: Ident, to: Ident): Table {
  const by: Renaming = {
    name: (column) => (column === from ? to : column),
    expr: (text) => renameSqlWord(text, from, to),
  };
  return {
    ...table,
    columns: table.columns.map((column) => inColumn(column, by)),
    constraints: table.constraints.map((constraint) => inConstraint(constraint, by)),
    indexes: table.indexes.map((index) => inIndex(index, by)),
    storage: inStorage(table.storage, by),
    policies: table.policies.map((policy) => inPolicy(policy, by)),
    triggers: table.triggers.map((trigger) => inTrigger(trigger, by)),
    grants: table.grants.map((grant) => ({
      ...grant,
      columns: nullable(grant.columns, (columns) => columns.map(by.name).sort()),
    })),
  };
}

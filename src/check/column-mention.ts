/** Where the parts of a table name its columns. */
import type { Access } from '../model/info.ts';
import type { Constraint, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { Place } from './finding.ts';

/** The columns that some part of a table names; `null` stands for an expression. */
export interface ColumnMention {
  readonly columns: readonly (Ident | null)[];
  readonly place: Place;
  /** `The primary key`, `The index "a_idx"`. */
  readonly by: string;
}

function mention(by: string, place: Place, columns: readonly (Ident | null)[]): readonly ColumnMention[] {
  return columns.length === 0 ? [] : [{ columns, place, by }];
}

function constraintMentions(constraint: Constraint): readonly ColumnMention[] {
  const place = { named: constraint.name };
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique': {
      const by = `The ${constraint.kind === 'unique' ? 'unique constraint' : 'primary key'} "${constraint.name}"`;
      return mention(by, place, [...constraint.columns, ...constraint.include]);
    }
    case 'exclusion': {
      const columns = constraint.elements.map(({ key }) => (key.kind === 'column' ? key.column : null));
      return mention(`The exclusion constraint "${constraint.name}"`, place, columns);
    }
    case 'foreignKey': {
      const emptied = 'columns' in constraint.onDelete ? constraint.onDelete.columns : [];
      return mention(`The foreign key "${constraint.name}"`, place, [...constraint.columns, ...emptied]);
    }
    case 'check':
      return [];
  }
}

function storageMentions({ storage }: Table): readonly ColumnMention[] {
  switch (storage.kind) {
    case 'heap':
      return [];
    case 'partitioned':
      return mention('The partition key', 'partition.key', storage.key);
    case 'hypertable': {
      const columnstore = storage.columnstore;
      return [
        ...mention('The hypertable', 'hypertable.time', [storage.time]),
        ...mention('`segment_by`', 'hypertable.segment_by', columnstore?.segmentBy ?? []),
        ...mention(
          '`order_by`',
          'hypertable.order_by',
          (columnstore?.orderBy ?? []).map(({ column }) => column),
        ),
      ];
    }
  }
}

/** Columns of the table itself that its parts name, key columns of foreign keys among them, those they refer to not. */
export function columnMentions(table: Table, access: Access | null): readonly ColumnMention[] {
  return [
    ...table.constraints.flatMap(constraintMentions),
    ...table.indexes.flatMap((index) => {
      const keys = index.keys.map(({ key }) => (key.kind === 'column' ? key.column : null));
      return mention(`The index "${index.name}"`, { named: index.name }, [...keys, ...index.include]);
    }),
    ...storageMentions(table),
    ...table.triggers.flatMap(({ name, updateOf }) => mention(`The trigger "${name}"`, { named: name }, updateOf)),
    ...table.grants.flatMap(({ role, columns }) => mention(`The grant to ${role}`, 'grants', columns ?? [])),
    ...mention('`owner`', 'access.owner', access?.owner === null || access === null ? [] : [access.owner.column]),
    ...mention('`participants`', 'access.participants', access?.participants ? [access.participants.own] : []),
  ];
}

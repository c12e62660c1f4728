import type { Model, Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { type IndexShape, indexShapesOf, keyColumns, samePredicate, shapeText } from '../index-shape.ts';
import { findColumn, lookupOf } from '../lookup.ts';
import { oncePer } from '../once-per.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function setText(columns: readonly (Ident | null)[]): string {
  return columns.toSorted().join();
}

/** `public.users a,b` for every set of columns that a foreign key refers to, which has to be unique for it. */
const referredTo = oncePer((model: Model): ReadonlySet<string> => {
  const keys = lookupOf(model)
    .tables.flatMap((table) => table.constraints)
    .filter(({ kind }) => kind === 'foreignKey');
  return new Set(
    keys.flatMap((key) =>
      key.kind === 'foreignKey' ? [`${key.target.schema}.${key.target.name} ${setText(key.targetColumns)}`] : [],
    ),
  );
});

/** Whether no two rows can agree in the columns of `wider` because they cannot even agree in those of `other`. */
function implies(table: Table, other: IndexShape, wider: IndexShape): boolean {
  const columns = keyColumns(other);
  const held = keyColumns(wider);
  return (
    other.unique &&
    columns.length < held.length &&
    columns.every(
      (column) => column !== null && held.includes(column) && findColumn(table, column)?.nullable === false,
    ) &&
    (other.where === null || samePredicate(other.where, wider.where))
  );
}

export const redundantUnique: Rule = {
  code: 'redundant-unique',
  severity: 'warning',
  problem:
    'A unique key that contains another one forbids nothing more, and costs an index that is written with every row.',
  instead:
    'Leave it out, unless a foreign key refers to just these columns; an index that queries need is written as one.',
  check: overTables((table, context) => {
    const shapes = indexShapesOf(table);
    return shapes.map((shape) => {
      if (!shape.unique || shape.made === 'primary key') return null;
      const identity = table.replicaIdentity;
      if (identity.kind === 'index' && identity.name === shape.name) return null;
      const smaller = shapes.find((other) => implies(table, other, shape));
      if (smaller === undefined) return null;
      const { schema, name } = table.name;
      if (referredTo(context.model).has(`${schema}.${name} ${setText(keyColumns(shape))}`)) return null;
      return finding(context, table, {
        place: { named: shape.name },
        message: `The ${shape.made === 'index' ? 'unique index' : shape.made} "${shape.name}" ${shapeText(shape)} of ${displayName(table.name)} follows from the ${smaller.made} "${smaller.name}" ${shapeText(smaller)}.`,
        help: 'remove it, or write it under `indexes` without `unique` when queries need it.',
        related: [
          relatedPlace(context, table, { named: smaller.name }, `the ${smaller.made} "${smaller.name}" is here`),
        ],
      });
    });
  }),
};

import type { Column, Constraint, Index, Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, type Place } from '../finding.ts';
import { indexShapesOf, keyColumns } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { calledFunctions } from '../sql-tokens.ts';
import { tableExpressions } from '../table-expression.ts';
import { overTables } from '../walk.ts';

interface Feature {
  readonly since: number;
  readonly place: Place;
  /** Subject and verb: `The unique constraint "a_key" has NULLS NOT DISTINCT`. */
  readonly use: string;
  readonly help: string;
}

const TWO_INDEXES =
  'use a unique index over coalesce(), or one unique index for rows with the value and one for rows without.';

const FUNCTION_SINCE: ReadonlyMap<string, number> = new Map([
  ['any_value', 16],
  ['random_normal', 16],
  ['uuid_extract_timestamp', 17],
  ['uuid_extract_version', 17],
  ['json_table', 17],
  ['json_exists', 17],
  ['json_query', 17],
  ['json_value', 17],
  ['to_bin', 17],
  ['to_oct', 17],
  ['uuidv4', 18],
  ['uuidv7', 18],
  ['casefold', 18],
  ['array_sort', 18],
  ['array_reverse', 18],
  ['crc32', 18],
  ['crc32c', 18],
]);

function columnFeatures(column: Column): readonly Feature[] {
  if (column.value.kind !== 'generated' || column.value.stored) return [];
  const use = `The column ${column.name} is generated and virtual`;
  return [
    {
      since: 18,
      place: `columns.${column.name}`,
      use,
      help: 'store it: generated columns are stored before PostgreSQL 18.',
    },
  ];
}

function constraintFeatures(constraint: Constraint, table: Table): readonly Feature[] {
  const place = { named: constraint.name };
  const partitioned = table.storage.kind === 'partitioned';
  switch (constraint.kind) {
    case 'unique':
      if (!constraint.nullsNotDistinct) return [];
      return [
        {
          since: 15,
          place,
          use: `The unique constraint "${constraint.name}" has NULLS NOT DISTINCT`,
          help: TWO_INDEXES,
        },
      ];
    case 'foreignKey': {
      const found: Feature[] = [];
      if ('columns' in constraint.onDelete && constraint.onDelete.columns.length > 0) {
        const use = `The foreign key "${constraint.name}" lists the columns that ${constraint.onDelete.kind} empties`;
        found.push({
          since: 15,
          place,
          use,
          help: 'use restrict, and empty the column in the transaction that deletes the row.',
        });
      }
      if (!constraint.validated && partitioned) {
        const use = `The foreign key "${constraint.name}" of a partitioned table is NOT VALID`;
        found.push({ since: 18, place, use, help: 'let it be validated.' });
      }
      return found;
    }
    case 'exclusion':
      if (!partitioned) return [];
      return [
        {
          since: 17,
          place,
          use: `The partitioned table has the exclusion constraint "${constraint.name}"`,
          help: 'leave the table unpartitioned, or keep what excludes each other in a small plain table.',
        },
      ];
    case 'primaryKey':
    case 'check':
      return [];
  }
}

function indexFeatures(index: Index): readonly Feature[] {
  if (!index.nullsNotDistinct) return [];
  const use = `The unique index "${index.name}" has NULLS NOT DISTINCT`;
  return [{ since: 15, place: { named: index.name }, use, help: TWO_INDEXES }];
}

/** btree_gist learned boolean late. */
function booleanUnderGist(table: Table): readonly Feature[] {
  const booleans = table.columns.filter(({ type }) => type.name === 'boolean' && type.dimensions === 0);
  return indexShapesOf(table)
    .filter((shape) => shape.method === 'gist' && booleans.some(({ name }) => keyColumns(shape).includes(name)))
    .map(({ name, made }) => ({
      since: 15,
      place: { named: name },
      use: `The ${made} "${name}" has a boolean under GiST`,
      help: 'compare an expression instead: `sql: (is_main::int)`.',
    }));
}

function expressionFeatures(table: Table): readonly Feature[] {
  return tableExpressions(table).flatMap(({ tokens, place, subject }) =>
    calledFunctions(tokens).flatMap((name) => {
      const since = FUNCTION_SINCE.get(name);
      if (since === undefined) return [];
      return [
        {
          since,
          place,
          use: `${subject} calls ${name}()`,
          help: `call a function that does the same on older servers.`,
        },
      ];
    }),
  );
}

export const featureNewerThanTarget: Rule = {
  code: 'feature-newer-than-target',
  severity: 'error',
  problem:
    'The oldest server that the target names refuses the statement, so the same file loads here and fails there.',
  instead: 'Write it the way that the oldest server knows.',
  check: overTables((table, context) => {
    const { min } = context.target.versions;
    return [
      ...table.columns.flatMap(columnFeatures),
      ...table.constraints.flatMap((constraint) => constraintFeatures(constraint, table)),
      ...table.indexes.flatMap(indexFeatures),
      ...booleanUnderGist(table),
      ...expressionFeatures(table),
    ]
      .filter((feature) => feature.since > min)
      .map(({ since, place, use, help }) =>
        finding(context, table, {
          place,
          message: `${use} (${displayName(table.name)}), which needs PostgreSQL ${since}; the target ${context.target.name} starts at ${min}.`,
          help,
        }),
      );
  }),
};

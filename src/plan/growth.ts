/**
 * A table with other hash partitions, made beside the old one and swapped for it: PostgreSQL cannot divide a table in
 * place. Everything new has its final name from the start, in a schema of its own, so that nothing is ever renamed.
 */
import type { Change, ChangeKind } from '../diff/change.ts';
import { diffComment } from '../diff/comment.ts';
import { createdTable } from '../diff/table.ts';
import { createdView } from '../diff/view.ts';
import { keyOf, tablesOf } from '../model/keys.ts';
import type { ForeignKey, Model, Partitioned, Table, View } from '../model/model.ts';
import { displayName, type Ident, type QName, qname, sameName } from '../model/name.ts';
import { id, lit, qualified, raw, type Sql, sql } from '../sql/text.ts';
import type { VersionRange } from '../sql/version-range.ts';
import { sqlNames } from '../text/sql-words.ts';
import { copyRows, mirrorWrites, primaryKeyOf, unmirrorWrites } from './growth-copy.ts';
import { planChanges, stepsOf } from './plan.ts';

export const NEW_SCHEMA: Ident = 'boyfanz_grow';
export const OLD_SCHEMA: Ident = 'boyfanz_old';

export interface GrowthStep {
  readonly title: string;
  /** What it does to those who use the table meanwhile. */
  readonly note: string;
  readonly statements: readonly Sql[];
  readonly isTransaction: boolean;
}

export interface GrowthSettings {
  /** The wanted Model, in which the table has the partitions that it is to get. */
  readonly model: Model;
  readonly range: VersionRange;
  readonly lockBudget: number;
}

/** What would work on the rows as they are copied, or would shut the copying out, or names the table by its final name. */
const AT_THE_SWAP: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'createTrigger',
  'setTriggerEnabled',
  'createPolicy',
  'setRowSecurity',
  'setReplicaIdentity',
  'grant',
  'revoke',
]);

const COMMENTS_AT_THE_SWAP: ReadonlySet<string> = new Set(['trigger', 'policy', 'constraint']);

function waitsForTheSwap(change: Change, table: QName): boolean {
  if (change.kind === 'addForeignKey') return sameName(change.constraint.target, table);
  return AT_THE_SWAP.has(change.kind) || (change.kind === 'setComment' && COMMENTS_AT_THE_SWAP.has(change.on.kind));
}

interface ReferringKey {
  readonly table: QName;
  readonly key: ForeignKey;
}

/** The table in the schema of new ones. */
function beside(table: Table, storage: Partitioned): Table {
  const name = { ...table.name, schema: NEW_SCHEMA };
  const parts =
    storage.parts.kind === 'fixed'
      ? storage.parts.partitions.map((part) => ({ ...part, name: { ...part.name, schema: NEW_SCHEMA } }))
      : [];
  return {
    ...table,
    name,
    storage: { ...storage, parts: { kind: 'fixed', partitions: parts } },
  };
}

function referringKeys(model: Model, { name }: Table): readonly ReferringKey[] {
  return tablesOf(model).flatMap((table) =>
    table.constraints.flatMap((key) =>
      key.kind === 'foreignKey' && sameName(key.target, name) && !sameName(table.name, name)
        ? [{ table: table.name, key }]
        : [],
    ),
  );
}

function createdKey({ table, key }: ReferringKey): readonly Change[] {
  return [
    { kind: 'addForeignKey', table, constraint: key },
    ...diffComment({ kind: 'constraint', table, name: key.name }, null, key.comment),
  ];
}

function viewsOf(model: Model, { name }: Table): readonly View[] {
  return [...model.objects.values()].filter(
    (object): object is View => object.kind === 'view' && sqlNames(object.query).has(name.name),
  );
}

function setSchema(name: QName, schema: Ident): Sql {
  return sql`alter table ${qualified(name)} set schema ${id(schema)}`;
}

/** The old table may be a plain one, or have partitions of any number. */
function moveOldParts({ name }: Table): Sql {
  const body = sql`
declare
  part regclass;
begin
  for part in select inhrelid from pg_catalog.pg_inherits where inhparent = ${lit(qualified(name))}::regclass loop
    execute format('alter table %s set schema %I', part, ${lit(OLD_SCHEMA)});
  end loop;
end`;
  return sql`do $move$${body}\n$move$`;
}

/** A sequence goes on where the old one was: a number that was given once must not be given again. */
function continueSequences({ name, columns }: Table, made: QName): readonly Sql[] {
  return columns.flatMap(({ name: column, value }) => {
    if (value.kind !== 'identity') return [];
    const sequenceOf = (table: QName) => sql`pg_get_serial_sequence(${lit(qualified(table))}, ${lit(column)})`;
    return [sql`select setval(${sequenceOf(made)}, nextval(${sequenceOf(name)}), false)`];
  });
}

function comparison({ name }: Table, made: QName): Sql {
  const [old, now] = [qualified(name), qualified(made)];
  const message = `The new ${displayName(name)} has not as many rows as the old one: run step 2 again.`;
  return sql`do $compare$\nbegin\n  if (select count(*) from ${old}) <> (select count(*) from ${now}) then\n    raise exception using message = ${lit(message)};\n  end if;\nend\n$compare$`;
}

/**
 * The steps that put a table with its wanted hash partitions in the place of the one that is there, while it is in use.
 *
 * @throws when the table has no hash partitions in the Model, or no primary key
 */
export function growthSteps(table: Table, settings: GrowthSettings): readonly GrowthStep[] {
  const { storage } = table;
  if (storage.kind !== 'partitioned' || storage.by !== 'hash' || storage.parts.kind !== 'fixed') {
    throw new Error(`${table.name.name} has no hash partitions`);
  }
  const made = beside(table, storage);
  const model: Model = { objects: new Map([...settings.model.objects, [keyOf(made), made]]) };
  const render = (changes: readonly Change[]): readonly Sql[] =>
    stepsOf(planChanges(changes, { ...settings, model, sizes: new Map() })).flatMap(({ statements }) => statements);
  const early = createdTable(made).filter((change) => !waitsForTheSwap(change, table.name));
  const late = createdTable(table).filter((change) => waitsForTheSwap(change, table.name));
  const views = viewsOf(settings.model, table);
  const keys = referringKeys(settings.model, table);
  const newParts =
    made.storage.kind === 'partitioned' && made.storage.parts.kind === 'fixed' ? made.storage.parts.partitions : [];
  const partsSchema = storage.parts.partitions[0]?.name.schema ?? table.name.schema;
  const key = primaryKeyOf(table);
  return [
    {
      title: 'Make the new table beside the old one, and let every write go to both',
      note: 'Quick. The trigger waits for transactions that write to the table, and others wait behind it, for at most ten seconds.',
      statements: [
        sql`set local lock_timeout = '10s'`,
        sql`create schema if not exists ${id(NEW_SCHEMA)}`,
        sql`create schema if not exists ${id(OLD_SCHEMA)}`,
        ...render(early),
        ...mirrorWrites(table, made.name, key),
      ],
      isTransaction: true,
    },
    {
      title: 'Copy the rows in batches',
      note: 'Not in a transaction: each batch is one of its own. The table stays in use; writers wait for a batch at most. Stopped or failed: run it again, rows that are there are passed over.',
      statements: [copyRows(table, made.name, key)],
      isTransaction: false,
    },
    {
      title: 'Compare',
      note: 'Both counts are of one moment, so writes do not disturb it. Rows may be missing that were locked by a transaction that was rolled back: step 2 once more brings them.',
      statements: [sql`analyze ${qualified(made.name)}`, comparison(table, made.name)],
      isTransaction: false,
    },
    {
      title: 'Swap the tables',
      note:
        keys.length === 0 && late.every(({ kind }) => kind !== 'addForeignKey')
          ? 'Quick: the table is locked for moments.'
          : 'The table is locked while foreign keys to it are checked anew: choose a quiet hour.',
      statements: [
        sql`set local lock_timeout = '10s'`,
        sql`lock table ${qualified(table.name)} in access exclusive mode`,
        ...[...views].reverse().map((view) => sql`drop view ${qualified(view.name)}`),
        ...keys.map(
          ({ table: other, key: { name } }) => sql`alter table ${qualified(other)} drop constraint ${id(name)}`,
        ),
        ...unmirrorWrites(table, made.name),
        ...continueSequences(table, made.name),
        moveOldParts(table),
        setSchema(table.name, OLD_SCHEMA),
        ...newParts.map((part) => setSchema(part.name, partsSchema)),
        setSchema(made.name, table.name.schema),
        ...render(late),
        ...render(keys.flatMap(createdKey)),
        ...render(views.flatMap(createdView)),
        sql`drop schema ${id(NEW_SCHEMA)}`,
      ],
      isTransaction: true,
    },
    {
      title: 'When all is well, drop the old table',
      note: 'Until then it is kept as it was at the swap. boyfanz-schema diff finds nothing now.',
      statements: [
        sql`drop table ${qualified(qname(OLD_SCHEMA, table.name.name))}`,
        raw(`drop schema ${id(OLD_SCHEMA)}`),
      ],
      isTransaction: true,
    },
  ];
}

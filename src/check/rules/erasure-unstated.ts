import type { ErasureAction } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import type { ObjectKey, Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { erasureActions, peopleTables, personLinks } from '../../spec/erasure-plan.ts';
import { finding } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

type People = ReadonlyMap<ObjectKey, Ident>;

function actionsOf(table: Table, context: RuleContext, people: People): ReadonlyMap<string, ErasureAction> {
  return erasureActions(table, context.info.get(keyOf(table)), people);
}

/** Tables whose rows go with a person, themselves or because a cascade takes them along. */
function goneTables(context: RuleContext, people: People): ReadonlySet<ObjectKey> {
  const { tables } = lookupOf(context.model);
  const isDeleted = (table: Table) =>
    [...actionsOf(table, context, people).values()].some((action) => action.kind === 'delete' && action.where === null);
  const gone = new Set(tables.filter(isDeleted).map(keyOf));
  for (let size = -1; size < gone.size; ) {
    size = gone.size;
    for (const table of tables) {
      const follows = table.constraints.some(
        (key) =>
          key.kind === 'foreignKey' &&
          key.onDelete.kind === 'cascade' &&
          gone.has(`table ${key.target.schema}.${key.target.name}`),
      );
      if (follows) gone.add(keyOf(table));
    }
  }
  return gone;
}

function unstatedLinks(table: Table, context: RuleContext, people: People): readonly (Finding | null)[] {
  const info = context.info.get(keyOf(table));
  const stated = info?.erasure.people ?? new Map<string, ErasureAction>();
  return personLinks(table, info, people).map(({ column, via }) => {
    if (via !== 'soft reference' || stated.has(column)) return null;
    return finding(context, table, {
      place: `columns.${column}`,
      message: `Nothing says what becomes of ${displayName(table.name)} when the person in ${column} is erased.`,
      help: `write \`erasure: { people: { ${column}: delete } }\` (or \`unlink\`), or say why rows stay: \`erasure: { keep: … }\`.`,
    });
  });
}

function unstatedColumns(
  table: Table,
  context: RuleContext,
  people: People,
  gone: ReadonlySet<ObjectKey>,
): readonly (Finding | null)[] {
  if (gone.has(keyOf(table))) return [];
  const changed = new Set(
    [...actionsOf(table, context, people).values()].flatMap((action) =>
      action.kind === 'change' ? [...action.set.keys()] : [],
    ),
  );
  const generated = new Set(table.columns.filter(({ value }) => value.kind === 'generated').map(({ name }) => name));
  return [...(context.info.get(keyOf(table))?.pii.keys() ?? [])].map((column) => {
    if (changed.has(column) || generated.has(column)) return null;
    return finding(context, table, {
      place: `columns.${column}.pii`,
      message: `${displayName(table.name)}.${column} is personal, and nothing says what becomes of it at erasure.`,
      help: `clear it: \`erasure: { people: { user_id: { clear: [${column}] } } }\`, or say why it stays: \`erasure: { keep: … }\`.`,
    });
  });
}

export const erasureUnstated: Rule = {
  code: 'erasure-unstated',
  severity: 'warning',
  problem: 'Personal data that erasure does not reach stays readable after somebody has asked for it to be gone.',
  instead: 'Say under `erasure:` what is deleted, what is cleared, or why it stays.',
  check: (context) => {
    const { erasure } = context.project;
    if (erasure === null) return [];
    const people = peopleTables(context.model, erasure.people);
    if (people.size === 0) return [];
    const gone = goneTables(context, people);
    return lookupOf(context.model)
      .tables.filter((table) => {
        const erasure = context.info.get(keyOf(table))?.erasure;
        return erasure !== undefined && erasure.keep === null;
      })
      .flatMap((table) => [...unstatedLinks(table, context, people), ...unstatedColumns(table, context, people, gone)])
      .filter((found) => found !== null);
  },
};

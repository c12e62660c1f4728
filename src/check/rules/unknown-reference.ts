import type { Access } from '../../model/info.ts';
import { findTable, keyOf } from '../../model/keys.ts';
import type { SequenceDef, Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { didYouMean } from '../../text/suggest.ts';
import { type ColumnMention, columnMentions } from '../column-mention.ts';
import { finding } from '../finding.ts';
import { findColumn, functionsNamed, lookupOf } from '../lookup.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

function unknownColumns(context: RuleContext, table: Table, mention: ColumnMention, of: Table): readonly Finding[] {
  const unknown = mention.columns.filter((column) => column !== null && findColumn(of, column) === null);
  return unknown.map((column) =>
    finding(context, table, {
      place: mention.place,
      message: `${mention.by} of ${displayName(table.name)} names the column ${column}, which ${displayName(of.name)} does not have.`,
      help:
        didYouMean(
          column ?? '',
          of.columns.map(({ name }) => name),
        ) ?? `name a column of ${displayName(of.name)}.`,
    }),
  );
}

function unknownTable(
  context: RuleContext,
  table: Table,
  mention: Omit<ColumnMention, 'columns'>,
  name: string,
): Finding {
  return finding(context, table, {
    place: mention.place,
    message: `${mention.by} of ${displayName(table.name)} refers to the table ${name}, which does not exist.`,
    help: didYouMean(name, lookupOf(context.model).tablesByText.keys()) ?? 'name a table of the specs.',
  });
}

function foreignKeyTargets(context: RuleContext, table: Table): readonly Finding[] {
  return table.constraints.flatMap((constraint) => {
    if (constraint.kind !== 'foreignKey') return [];
    const mention = {
      by: `The foreign key "${constraint.name}"`,
      place: { named: constraint.name },
      columns: constraint.targetColumns,
    };
    const target = findTable(context.model, constraint.target);
    return target === null
      ? [unknownTable(context, table, mention, displayName(constraint.target))]
      : unknownColumns(context, table, mention, target);
  });
}

function triggerFunctions(context: RuleContext, table: Table): readonly Finding[] {
  return table.triggers.flatMap((trigger) => {
    // A Model does not hold the server's own functions.
    if (trigger.function.schema === 'pg_catalog' || functionsNamed(context.model, trigger.function).length > 0)
      return [];
    const name = displayName(trigger.function);
    const known = [...lookupOf(context.model).functions.values()].flat().map((fn) => displayName(fn.name));
    return [
      finding(context, table, {
        place: { named: trigger.name },
        message: `The trigger "${trigger.name}" of ${displayName(table.name)} calls the function ${name}, which does not exist.`,
        help: didYouMean(name, known) ?? 'name a function of the specs, with its schema.',
      }),
    ];
  });
}

function replicaIdentity(context: RuleContext, table: Table): readonly Finding[] {
  const identity = table.replicaIdentity;
  if (identity.kind !== 'index') return [];
  const names = [...table.indexes, ...table.constraints].map(({ name }) => name);
  if (names.includes(identity.name)) return [];
  return [
    finding(context, table, {
      place: 'replica_identity',
      message: `The replica identity of ${displayName(table.name)} names the index "${identity.name}", which does not exist.`,
      help: didYouMean(identity.name, names) ?? 'name a unique index of the table.',
    }),
  ];
}

function sequenceOwner(context: RuleContext, sequence: SequenceDef): readonly Finding[] {
  if (sequence.ownedBy === null) return [];
  const { table: name, column } = sequence.ownedBy;
  const table = findTable(context.model, name);
  if (table !== null && findColumn(table, column) !== null) return [];
  return [
    finding(context, sequence, {
      place: 'owned_by',
      message: `The sequence ${displayName(sequence.name)} is owned by ${displayName(name)}.${column}, which does not exist.`,
      help:
        didYouMean(column, table?.columns.map((other) => other.name) ?? []) ?? 'name a table and column of the specs.',
    }),
  ];
}

/** The tables through which a table is owned or shared. */
function accessTables(context: RuleContext, table: Table, access: Access | null): readonly Finding[] {
  const { tablesByText } = lookupOf(context.model);
  const found: Finding[] = [];
  const owner = access?.owner ?? null;
  if (owner?.kind === 'through' && !tablesByText.has(owner.parent)) {
    const mention = { by: '`owner`', place: 'access.owner' };
    found.push(unknownTable(context, table, mention, owner.parent));
  }
  const participants = access?.participants ?? null;
  if (participants !== null) {
    const { through, match, member } = participants;
    const mention = { by: '`participants`', place: 'access.participants', columns: [match, member] };
    const members = tablesByText.get(through);
    if (members === undefined) found.push(unknownTable(context, table, mention, through));
    else found.push(...unknownColumns(context, table, mention, members));
  }
  return found;
}

export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  problem: 'A name that nothing bears makes the statement fail on the server, after half of the file has run.',
  instead: 'Name a table, column or function that the specs declare.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object): readonly Finding[] => {
      if (object.kind === 'sequence') return sequenceOwner(context, object);
      if (object.kind !== 'table') return [];
      const access = context.info.get(keyOf(object))?.access ?? null;
      return [
        ...columnMentions(object, access).flatMap((mention) => unknownColumns(context, object, mention, object)),
        ...foreignKeyTargets(context, object),
        ...triggerFunctions(context, object),
        ...replicaIdentity(context, object),
        ...accessTables(context, object, access),
      ];
    }),
};

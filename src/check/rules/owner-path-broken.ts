import type { OwnerPath } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import type { Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { displayType, sameType } from '../../model/type.ts';
import { finding, type Place } from '../finding.ts';
import { baseType, findColumn, lookupOf } from '../lookup.ts';
import { columnsBehind, keyColumnOf } from '../references.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { overTables } from '../walk.ts';

/** A spec tree without it has people of another kind, and nothing can be said about where a path should end. */
const PEOPLE = 'users';

interface Problem {
  readonly message: string;
  readonly help: string;
}

function ownerOf(context: RuleContext, table: Table): OwnerPath | null {
  return context.info.get(keyOf(table))?.access?.owner ?? null;
}

/** What keeps the column of the table from holding a user's id, or `null`. A column that is not there is `unknown-reference`. */
function notAPerson(context: RuleContext, table: Table, columnName: Ident, subject: string): Problem | null {
  const people = lookupOf(context.model).tablesByText.get(PEOPLE);
  const key = people === undefined ? null : keyColumnOf(people);
  const person = people === undefined || key === null ? null : findColumn(people, key);
  const column = findColumn(table, columnName);
  if (people === undefined || person === null || column === null) return null;
  const where = `${displayName(table.name)}.${columnName}`;
  const wanted = baseType(context.model, person.type);
  if (!sameType(baseType(context.model, column.type), wanted)) {
    return {
      message: `${subject} ${where}, which is ${displayType(column.type)} and cannot hold a user's id.`,
      help: `name a column of type ${displayType(wanted)} that holds one.`,
    };
  }
  const behind = columnsBehind(context, table, columnName);
  if (behind.some((at) => at.table === people && at.column === key)) return null;
  return {
    message: `${subject} ${where}, which leads to no user.`,
    help: `let it refer to users, or to a table whose key is a user's id; \`soft_references: users\` where there is no constraint.`,
  };
}

/** Follows `through` from parent to parent. */
function brokenPath(context: RuleContext, table: Table, owner: OwnerPath): Problem | null {
  const passed = new Set<Table>();
  let at = table;
  let step: OwnerPath | null = owner;
  while (step?.kind === 'through') {
    const { column, parent: parentName } = step;
    const parent = lookupOf(context.model).tablesByText.get(parentName);
    if (parent === undefined || findColumn(at, column) === null) return null;
    passed.add(at);
    if (passed.has(parent)) {
      return {
        message: `The owner of ${displayName(table.name)} is looked for in a circle, which comes back to ${parentName}.`,
        help: 'let one of the tables name the column that holds the user.',
      };
    }
    if (!columnsBehind(context, at, column).some((behind) => behind.table === parent)) {
      return {
        message: `${displayName(at.name)} is owned through ${column}, which does not refer to ${parentName}.`,
        help: `name the column that refers to ${parentName}, or the table that ${column} refers to.`,
      };
    }
    at = parent;
    step = ownerOf(context, parent);
  }
  if (step === null) {
    return {
      message: `${displayName(table.name)} is owned through ${displayName(at.name)}, which nobody owns.`,
      help: `give ${displayName(at.name)} an \`owner:\`, or write \`owner: none\` here.`,
    };
  }
  // The end of a path is reported once, at the table where it stands.
  return at === table ? notAPerson(context, table, step.column, `${displayName(table.name)} is owned by`) : null;
}

function brokenParticipants(context: RuleContext, table: Table): Problem | null {
  const participants = context.info.get(keyOf(table))?.access?.participants ?? null;
  const members = participants === null ? undefined : lookupOf(context.model).tablesByText.get(participants.through);
  if (participants === null || members === undefined) return null;
  const { through, own, match, member } = participants;
  if (findColumn(table, own) === null || findColumn(members, match) === null) return null;
  const theirs = columnsBehind(context, members, match);
  const shared = [{ table, column: own }, ...columnsBehind(context, table, own)].some((mine) =>
    theirs.some((other) => other.table === mine.table && other.column === mine.column),
  );
  if (!shared) {
    return {
      message: `${displayName(table.name)} finds its participants by ${own}, which does not mean the same in ${through}.`,
      help: `name a column that refers to the same table in ${displayName(table.name)} and in ${through}.`,
    };
  }
  return notAPerson(context, members, member, `The participants of ${displayName(table.name)} are`);
}

function report(context: RuleContext, table: Table, place: Place, problem: Problem | null): Finding | null {
  return problem === null ? null : finding(context, table, { place, ...problem });
}

export const ownerPathBroken: Rule = {
  code: 'owner-path-broken',
  severity: 'error',
  problem: 'An owner or participant that leads to no user makes a policy that lets nobody in, or the wrong person.',
  instead:
    'Name a column that refers to users, directly or through creators and the like, and parents that have an owner.',
  check: overTables((table, context) => {
    const owner = ownerOf(context, table);
    return [
      report(context, table, 'access.owner', owner === null ? null : brokenPath(context, table, owner)),
      report(context, table, 'access.participants', brokenParticipants(context, table)),
    ];
  }),
};

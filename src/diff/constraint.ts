/** Constraints of one table. */
import { isDeepStrictEqual } from 'node:util';
import type { Constraint } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { matchWithRenames } from './keyed.ts';

export function addConstraint(table: QName, constraint: Constraint): Change {
  return constraint.kind === 'foreignKey'
    ? { kind: 'addForeignKey', table, constraint }
    : { kind: 'addConstraint', table, constraint };
}

function commentOf(table: QName, from: Constraint | null, to: Constraint): readonly Change[] {
  return diffComment({ kind: 'constraint', table, name: to.name }, from?.comment ?? null, to.comment);
}

/** A foreign key that another one needs gone first, or that has to be there again, keeps its comment. */
export function addedConstraint(table: QName, constraint: Constraint): readonly Change[] {
  return [addConstraint(table, constraint), ...commentOf(table, null, constraint)];
}

/** What decides that a constraint is the same one: all but its name, comment and hint. */
function definition(constraint: Constraint): object {
  return { ...constraint, name: '', comment: null, renamedFrom: null };
}

function sameDefinition(a: Constraint, b: Constraint): boolean {
  return isDeepStrictEqual(definition(a), definition(b));
}

/** Only deferrability and validity can change in place, the first only for a foreign key. */
function diffDefinition(table: QName, from: Constraint, to: Constraint): readonly Change[] {
  if (sameDefinition(from, to)) return [];
  if ('validated' in from && 'validated' in to && sameDefinition({ ...from, validated: to.validated }, to)) {
    // A constraint that is valid already is better than asked for.
    return to.validated ? [{ kind: 'validateConstraint', table, constraint: to.name }] : [];
  }
  if (
    from.kind === 'foreignKey' &&
    to.kind === 'foreignKey' &&
    sameDefinition({ ...from, deferrable: to.deferrable }, to)
  ) {
    return [{ kind: 'setConstraintDeferrable', table, constraint: to }];
  }
  return [{ kind: 'dropConstraint', table, constraint: from }, addConstraint(table, to)];
}

function isMadeAnew(changes: readonly Change[]): boolean {
  return changes.some((change) => change.kind === 'dropConstraint');
}

export function diffConstraints(
  table: QName,
  from: readonly Constraint[],
  to: readonly Constraint[],
): readonly Change[] {
  const { removed, added, kept, renamed } = matchWithRenames(
    from,
    to,
    sameDefinition,
    (a, b) => !isMadeAnew(diffDefinition(table, a, b)),
  );
  return [
    ...removed.map((constraint): Change => ({ kind: 'dropConstraint', table, constraint })),
    ...renamed.map((pair): Change => ({ kind: 'renameConstraint', table, from: pair.from.name, to: pair.to.name })),
    ...[...renamed, ...kept].flatMap((pair) => {
      const changes = diffDefinition(table, { ...pair.from, name: pair.to.name }, pair.to);
      return [...changes, ...commentOf(table, isMadeAnew(changes) ? null : pair.from, pair.to)];
    }),
    ...added.flatMap((constraint) => addedConstraint(table, constraint)),
  ];
}

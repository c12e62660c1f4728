/** Indexes of one table. */
import { isDeepStrictEqual } from 'node:util';
import type { Index } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { matchWithRenames } from './keyed.ts';

/** What needs a new index when it changes; parameters do not. */
function definition(index: Index): object {
  return { ...index, name: '', comment: null, renamedFrom: null, parameters: {} };
}

function sameDefinition(a: Index, b: Index): boolean {
  return isDeepStrictEqual(definition(a), definition(b));
}

export function createdIndex(table: QName, index: Index): readonly Change[] {
  return [
    { kind: 'createIndex', table, index },
    ...diffComment({ kind: 'index', table, name: index.name }, null, index.comment),
  ];
}

type Same = (a: Index, b: Index) => boolean;

function diffIndex(table: QName, isSame: Same, from: Index, to: Index): readonly Change[] {
  if (!isSame(from, to)) return [{ kind: 'dropIndex', table, index: from }, ...createdIndex(table, to)];
  return [
    ...(isDeepStrictEqual(from.parameters, to.parameters)
      ? []
      : [{ kind: 'setIndexParameters', table, from, to } satisfies Change]),
    ...diffComment({ kind: 'index', table, name: to.name }, from.comment, to.comment),
  ];
}

/** @param isPartitioned of the table: PostgreSQL sets no parameters of an index that its partitions share. */
export function diffIndexes(
  table: QName,
  isPartitioned: boolean,
  from: readonly Index[],
  to: readonly Index[],
): readonly Change[] {
  const isSame: Same = (a, b) =>
    sameDefinition(a, b) && (!isPartitioned || isDeepStrictEqual(a.parameters, b.parameters));
  const { removed, added, kept, renamed } = matchWithRenames(from, to, isSame);
  return [
    ...renamed.map((pair): Change => ({ kind: 'renameIndex', table, from: pair.from.name, to: pair.to.name })),
    ...[...renamed, ...kept].flatMap((pair) => diffIndex(table, isSame, { ...pair.from, name: pair.to.name }, pair.to)),
    ...added.flatMap((index) => createdIndex(table, index)),
    // Last: a changed index has a new name, and queries should have it before they lose the old one.
    ...removed.map((index): Change => ({ kind: 'dropIndex', table, index })),
  ];
}

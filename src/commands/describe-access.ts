/** Access in lines for people: as a matrix, or one table with its reasons. */
import type { Verb } from '../model/info.ts';
import type { AccessCell, AccessReason, ObjectAccess } from '../spec/access-matrix.ts';
import { ACTORS, type Actor, VERBS } from '../spec/permissions.ts';
import { textTable } from '../text/text-table.ts';

export const VERB_WORDS: Readonly<Record<Verb, string>> = {
  select: 'read',
  insert: 'insert',
  update: 'update',
  delete: 'delete',
};

/** @param code how SQL is shown */
export function reasonText({ who, when, after }: AccessReason, code: (sql: string) => string = (sql) => sql): string {
  const condition = when === null ? '' : `, where ${code(when)}`;
  return `${who}${condition}${after === null ? '' : `, and leaves it so that ${code(after)}`}`;
}

/** Not all rows for everybody who has the role. */
export function isPartial({ actor, reasons }: AccessCell): boolean {
  if (actor === 'service') return false;
  return !reasons.some(({ word, when, after }) => {
    if (when !== null || after !== null) return false;
    return word === 'anyone' || (word === 'members' && actor === 'member');
  });
}

/** `read* insert`: a star for some rows or columns only. */
export function cellText(cells: readonly AccessCell[]): string {
  if (cells.length === VERBS.length && cells.every((cell) => !isPartial(cell) && cell.without.length === 0))
    return 'all';
  return cells
    .map((cell) => `${VERB_WORDS[cell.verb]}${isPartial(cell) || cell.without.length > 0 ? '*' : ''}`)
    .join(' ');
}

export function cellsOf(object: ObjectAccess, actor: Actor): readonly AccessCell[] {
  return object.cells.filter((cell) => cell.actor === actor);
}

/** One line for each object. @param actors whose columns are shown */
export function matrixText(objects: readonly ObjectAccess[], actors: readonly Actor[] = ACTORS): string {
  const rows = objects.map((object) => [
    object.name,
    ...actors.map((actor) => cellText(cellsOf(object, actor)) || '-'),
  ]);
  return [
    ...textTable([['', ...actors], ...rows], 'words').map((line) => line.trimEnd()),
    '',
    '* some rows or columns: `boyfanz-schema access TABLE` says which, and why.',
  ].join('\n');
}

/** Verb by verb, each yes with its reasons; the lines of `explain`, too. */
export function accessLines(object: ObjectAccess): readonly string[] {
  const lines = object.cells.flatMap((cell): readonly string[] => {
    const [first = '', ...others] = cell.reasons.map((reason) => reasonText(reason));
    return [
      `${VERB_WORDS[cell.verb]}, ${cell.actor} (${cell.role}): ${first}`,
      ...others.map((other) => `    or ${other}`),
      ...(cell.without.length === 0 ? [] : [`    without ${cell.without.join(', ')}`]),
    ];
  });
  return [
    ...(lines.length === 0 ? ['nobody but the owner of the database'] : lines),
    ...(object.isUnguarded && object.kind === 'table' ? ['row security is off: rows are not told apart'] : []),
    ...(object.policies.length === 0 ? [] : [`policies of its own: ${object.policies.join(', ')}`]),
    ...(object.note === null ? [] : [`note: ${object.note}`]),
  ];
}

export function objectText(object: ObjectAccess): string {
  return [object.name, ...accessLines(object).map((line) => `  ${line}`)].join('\n');
}

/** Who may do what with which table and view, and why: the permissions that a target's roles get, in words for people. */
import type { Access, AccessWord, Info, OwnerPath, Verb } from '../model/info.ts';
import { findTable, keyOf, tablesOf } from '../model/keys.ts';
import type { Expr, Model, Table, View } from '../model/model.ts';
import { displayName, type Ident, namedIn } from '../model/name.ts';
import type { Roles } from '../target/target.ts';
import { ACTORS, type Actor, permissionsOf } from './permissions.ts';
import { policiesOf } from './with-access.ts';

export interface AccessReason {
  /** The word of the spec; `null` where something else lets them. */
  readonly word: AccessWord | null;
  /** A phrase: whom it means, or why. */
  readonly who: string;
  /** SQL that has to hold of the row, besides; `null` for every row. */
  readonly when: Expr | null;
  /** SQL that has to hold of the row as an update leaves it, where that is more; `null` where it is not. */
  readonly after: Expr | null;
}

/** A yes; what is not listed is refused. */
export interface AccessCell {
  readonly actor: Actor;
  /** The database role. */
  readonly role: Ident;
  readonly verb: Verb;
  readonly reasons: readonly AccessReason[];
  /** Columns that the role may not use with the verb. */
  readonly without: readonly Ident[];
}

export interface ObjectAccess {
  readonly name: string;
  readonly kind: 'table' | 'view';
  /** `null`: one of the tool's own tables, or a view. */
  readonly section: string | null;
  readonly cells: readonly AccessCell[];
  /** Policies that the spec writes out. */
  readonly policies: readonly Ident[];
  /** Whether row security is off: then rows are not told apart. */
  readonly isUnguarded: boolean;
  readonly note: string | null;
}

function pathText(path: OwnerPath | null, whose: string): string {
  if (path === null) return whose;
  return path.kind === 'column'
    ? `${whose}, in ${path.column}`
    : `${whose} of its row of ${path.parent}, by ${path.column}`;
}

function participantsText({ participants }: Access, memberWhile: Expr | null): string {
  if (participants === null) return 'participants';
  const { through, own, match, member } = participants;
  const by = own === match ? own : `${own} = ${match}`;
  return `people listed in ${through}.${member}, by ${by}${memberWhile === null ? '' : `, while ${memberWhile}`}`;
}

function whoIs(word: AccessWord, access: Access, memberWhile: Expr | null): string {
  switch (word) {
    case 'owner':
      return pathText(access.owner, 'the owner');
    case 'parties':
      return `the person in ${access.parties.join(' or ')}`;
    case 'participants':
      return participantsText(access, memberWhile);
    case 'creator':
      return pathText(access.creator ?? access.owner, 'the creator');
    case 'subscribers':
      return `subscribers, while their subscription lasts, of ${pathText(access.creator ?? access.owner, 'the creator')}`;
    case 'viewers':
      return access.seenWith === null
        ? 'viewers'
        : `whoever reads its row of ${access.seenWith.parent}, by ${access.seenWith.column}`;
    case 'members':
      return 'everybody who is signed in';
    case 'anyone':
      return 'everybody';
    case 'staff':
      return access.staff === null ? 'all staff' : `staff with the permission ${access.staff}`;
    case 'service':
      return 'the service';
  }
}

function besides(verb: Verb, word: AccessWord, { when, writeWhen }: Access): Pick<AccessReason, 'when' | 'after'> {
  switch (verb) {
    case 'select':
      return { when: when.get(word) ?? null, after: null };
    case 'insert':
      return { when: writeWhen.get(word) ?? null, after: null };
    case 'update':
      return { when: null, after: writeWhen.get(word) ?? null };
    case 'delete':
      return { when: null, after: null };
  }
}

function memberWhileOf(access: Access, model: Model, info: Info): Expr | null {
  const { participants } = access;
  if (participants === null) return null;
  const table = findTable(model, namedIn(participants.through));
  return table === null ? null : (info.get(keyOf(table))?.access?.memberWhile ?? null);
}

export function tableAccess(table: Table, model: Model, info: Info, roles: Roles): ObjectAccess {
  const known = info.get(keyOf(table));
  const access = known?.access ?? null;
  const memberWhile = access === null ? null : memberWhileOf(access, model, info);
  const permissions = known === undefined ? [] : permissionsOf(table, known, { model, info });
  const made = new Set(policiesOf(permissions, roles).map(({ name }) => name));
  return {
    name: displayName(table.name),
    kind: 'table',
    section: known?.section ?? null,
    cells: permissions.map(({ actor, verb, words, columns }) => ({
      actor,
      role: roles[actor],
      verb,
      reasons:
        access === null
          ? []
          : words.map((word) => ({ word, who: whoIs(word, access, memberWhile), ...besides(verb, word, access) })),
      without: columns === null ? [] : table.columns.map(({ name }) => name).filter((name) => !columns.includes(name)),
    })),
    policies: table.policies.map(({ name }) => name).filter((name) => !made.has(name)),
    isUnguarded: table.rowSecurity === 'off',
    note: access?.note ?? null,
  };
}

function viewAccess(view: View, roles: Roles): ObjectAccess {
  const who = view.securityInvoker ? 'whoever may read rows of its tables, and those alone' : 'whoever has the role';
  const grants = [...view.grants, ...view.callerGrants].filter(({ privilege }) => privilege === 'select');
  return {
    name: displayName(view.name),
    kind: 'view',
    section: null,
    cells: ACTORS.flatMap((actor): readonly AccessCell[] => {
      const role = roles[actor];
      if (!grants.some((grant) => grant.role === role)) return [];
      return [{ actor, role, verb: 'select', reasons: [{ word: null, who, when: null, after: null }], without: [] }];
    }),
    policies: [],
    isUnguarded: !view.securityInvoker,
    note: null,
  };
}

/** Tables in the order of the Model, then views. */
export function accessMatrix(model: Model, info: Info, roles: Roles): readonly ObjectAccess[] {
  const views = [...model.objects.values()].filter((object) => object.kind === 'view');
  return [
    ...tablesOf(model).map((table) => tableAccess(table, model, info, roles)),
    ...views.map((view) => viewAccess(view, roles)),
  ];
}

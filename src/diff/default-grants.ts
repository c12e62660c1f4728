/**
 * What a database gives to roles on everything that is made in it (ALTER DEFAULT PRIVILEGES), as some platforms set it up.
 * The Model says who may do what, so it is taken away as soon as something is made.
 */
import type { Ident } from '../model/name.ts';
import type { Change, GrantTarget } from './change.ts';

export interface DefaultGrant {
  readonly objects: 'table' | 'sequence' | 'function';
  /** `null`: in every schema. */
  readonly schema: Ident | null;
  /** `public` means everybody. */
  readonly role: Ident;
}

const OBJECTS: readonly DefaultGrant['objects'][] = ['table', 'sequence', 'function'];

/** For a file that is made without asking a server. @param roles that the platform may give rights in `public` */
export function possibleGrants(roles: readonly Ident[]): readonly DefaultGrant[] {
  return OBJECTS.flatMap((objects) => roles.map((role) => ({ objects, schema: 'public', role })));
}

interface Made {
  readonly on: GrantTarget;
  readonly objects: DefaultGrant['objects'];
  readonly schema: Ident;
  /** Columns with a sequence of their own, which is made with the table and gets default privileges as well. */
  readonly identity: readonly Ident[];
}

function madeBy(change: Change): Made | null {
  switch (change.kind) {
    case 'createTable': {
      const { name, columns } = change.table;
      const identity = columns.filter(({ value }) => value.kind === 'identity').map((column) => column.name);
      return { on: { kind: 'table', name }, objects: 'table', schema: name.schema, identity };
    }
    case 'createView': {
      const { name } = change.view;
      return { on: { kind: 'view', name }, objects: 'table', schema: name.schema, identity: [] };
    }
    case 'createSequence': {
      const { name } = change.sequence;
      return { on: { kind: 'sequence', name }, objects: 'sequence', schema: name.schema, identity: [] };
    }
    case 'createFunction':
      return {
        on: { kind: 'function', function: change.function },
        objects: 'function',
        schema: change.function.name.schema,
        identity: [],
      };
    default:
      return null;
  }
}

/** Behind each change that makes something, one that takes the default privileges away. */
export function withoutDefaultGrants(changes: readonly Change[], defaults: readonly DefaultGrant[]): readonly Change[] {
  if (defaults.length === 0) return changes;
  const rolesFor = (objects: DefaultGrant['objects'], schema: Ident) => [
    ...new Set(
      defaults
        .filter((one) => one.objects === objects && (one.schema === null || one.schema === schema))
        .map(({ role }) => role),
    ),
  ];
  return changes.flatMap((change): readonly Change[] => {
    const made = madeBy(change);
    if (made === null) return [change];
    const roles = rolesFor(made.objects, made.schema);
    const ofSequences = made.identity.length === 0 ? [] : rolesFor('sequence', made.schema);
    const identity = ofSequences.length === 0 ? [] : made.identity;
    if (roles.length === 0 && identity.length === 0) return [change];
    return [change, { kind: 'revokeDefaults', on: made.on, roles, identity, ofSequences }];
  });
}

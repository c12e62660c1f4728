/** Grants and comments, which hang on any kind of object. */
import type { ChangeOf, CommentTarget, GrantList, GrantTarget } from '../diff/change.ts';
import type { Grant } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { columnList } from './constraint.ts';
import { functionSignature } from './function.ts';
import { roleName } from './policy.ts';
import { EMPTY, id, list, lit, qualified, raw, type Sql, sql } from './text.ts';

function grantTarget(on: GrantTarget): Sql {
  switch (on.kind) {
    case 'schema':
      return sql`schema ${id(on.name)}`;
    case 'function':
      return sql`function ${functionSignature(on.function)}`;
    case 'sequence':
      return sql`sequence ${qualified(on.name)}`;
    case 'table':
    case 'view':
      return sql`table ${qualified(on.name)}`;
  }
}

function privilege(grant: Grant): Sql {
  return sql`${raw(grant.privilege)}${grant.columns === null ? EMPTY : sql` ${columnList(grant.columns)}`}`;
}

export function grantStatement(on: GrantTarget, grants: GrantList): Sql {
  const [{ role, grantable }] = grants;
  const option = raw(grantable ? ' with grant option' : '');
  return sql`grant ${list(grants.map(privilege))} on ${grantTarget(on)} to ${roleName(role)}${option}`;
}

export function revokeStatement(on: GrantTarget, grants: GrantList): Sql {
  return sql`revoke ${list(grants.map(privilege))} on ${grantTarget(on)} from ${roleName(grants[0].role)}`;
}

/** The name of an identity column's sequence is the server's choice: it is asked for it. */
function revokeOnSequence(table: QName, column: Ident, roles: Sql): Sql {
  const sequence = sql`pg_get_serial_sequence(${lit(qualified(table))}, ${lit(column)})`;
  return sql`do $do$\nbegin\n  execute format('revoke all on sequence %s from %s', ${sequence}, ${lit(roles)});\nend\n$do$`;
}

export function revokeDefaults({ on, roles, identity, ofSequences }: ChangeOf<'revokeDefaults'>): readonly Sql[] {
  const sequences =
    on.kind === 'table'
      ? identity.map((column) => revokeOnSequence(on.name, column, list(ofSequences.map(roleName))))
      : [];
  if (roles.length === 0) return sequences;
  return [sql`revoke all on ${grantTarget(on)} from ${list(roles.map(roleName))}`, ...sequences];
}

function commentTarget(on: CommentTarget): Sql {
  switch (on.kind) {
    case 'schema':
      return sql`schema ${id(on.name)}`;
    case 'function':
      return sql`function ${functionSignature(on.function)}`;
    case 'enum':
      return sql`type ${qualified(on.name)}`;
    case 'table':
    case 'view':
    case 'sequence':
    case 'domain':
      return sql`${raw(on.kind)} ${qualified(on.name)}`;
    case 'column':
      return sql`column ${qualified(on.table)}.${id(on.name)}`;
    case 'constraint':
    case 'policy':
    case 'trigger':
      return sql`${raw(on.kind)} ${id(on.name)} on ${qualified(on.table)}`;
    case 'index':
      return sql`index ${qualified({ schema: on.table.schema, name: on.name })}`;
  }
}

export function commentStatement(on: CommentTarget, comment: string | null): Sql {
  return sql`comment on ${commentTarget(on)} is ${comment === null ? raw('null') : lit(comment)}`;
}

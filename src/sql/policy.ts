/** Row-level security policies. */
import type { Policy } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { EMPTY, id, join, list, qualified, raw, type Sql, sql } from './text.ts';

/** `public` here is the key word for everybody, not a role of that name, which PostgreSQL does not allow. */
export function roleName(role: Ident): Sql {
  return role === 'public' ? raw('public') : id(role);
}

function conditions(policy: Policy): readonly Sql[] {
  return [
    policy.using === null ? EMPTY : sql`using (${raw(policy.using)})`,
    policy.check === null ? EMPTY : sql`with check (${raw(policy.check)})`,
  ];
}

export function createPolicy(table: QName, policy: Policy): Sql {
  return join(
    [
      sql`create policy ${id(policy.name)} on ${qualified(table)}`,
      raw(policy.permissive ? '' : 'as restrictive'),
      raw(`for ${policy.command}`),
      sql`to ${list(policy.roles.map(roleName))}`,
      ...conditions(policy),
    ],
    ' ',
  );
}

/** Roles and conditions in place, so that the table is never without the policy. A condition cannot be taken away. */
export function alterPolicy(table: QName, policy: Policy): Sql {
  const head = sql`alter policy ${id(policy.name)} on ${qualified(table)} to ${list(policy.roles.map(roleName))}`;
  return join([head, ...conditions(policy)], ' ');
}

export function dropPolicy(table: QName, policy: Policy): Sql {
  return sql`drop policy ${id(policy.name)} on ${qualified(table)}`;
}

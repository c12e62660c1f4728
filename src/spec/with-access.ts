/** The words of `access:` as roles, grants, policies and the functions that these ask. */
import { accessWords } from '../model/access-words.ts';
import type { Info, TableInfo } from '../model/info.ts';
import { findTable, functionKey, keyOf, roleKey } from '../model/keys.ts';
import type { Expr, FunctionDef, Grant, Model, ObjectKey, Policy, SchemaObject, Table } from '../model/model.ts';
import { displayName, type Ident, namedIn } from '../model/name.ts';
import type { Roles } from '../target/target.ts';
import type { Conditions } from './access-conditions.ts';
import { executeGrants } from './access-execute.ts';
import { membershipDef } from './access-functions.ts';
import { type Permission, permissionsOf, VERBS } from './permissions.ts';

function policyOf(role: Ident, name: Ident, command: Policy['command'], condition: Expr, after: Expr): Policy {
  const reads = command !== 'insert';
  const writes = command !== 'select' && command !== 'delete';
  return {
    name,
    permissive: true,
    command,
    roles: [role],
    using: reads ? condition : null,
    check: writes ? (reads ? after : condition) : null,
    comment: null,
  };
}

/** Named after actor and verb. */
export function policiesOf(permissions: readonly Permission[], roles: Roles): readonly Policy[] {
  const service = permissions.filter(({ actor }) => actor === 'service');
  // Four policies that all say yes are one.
  const whole = service.length === VERBS.length;
  const each = permissions
    .filter(({ actor }) => actor !== 'service' || (roles.serviceIsBound && !whole))
    .map(({ actor, verb, condition, after }) => policyOf(roles[actor], `${actor}_${verb}`, verb, condition, after));
  return whole && roles.serviceIsBound
    ? [...each, policyOf(roles.service, 'service_all', 'all', 'true', 'true')]
    : each;
}

function grantsOf(permissions: readonly Permission[], roles: Roles): readonly Grant[] {
  return permissions.map(({ actor, verb, columns }) => ({
    role: roles[actor],
    privilege: verb,
    columns,
    grantable: false,
  }));
}

function openTable(table: Table, info: TableInfo, conditions: Conditions, roles: Roles): Table {
  const permissions = permissionsOf(table, info, conditions);
  return {
    ...table,
    policies: [...table.policies, ...(table.rowSecurity === 'off' ? [] : policiesOf(permissions, roles))],
    grants: [...table.grants, ...grantsOf(permissions, roles)],
  };
}

/** One for each membership table that some access goes through. */
function membershipFunctions(model: Model, info: Info): readonly FunctionDef[] {
  const found = new Map<ObjectKey, FunctionDef>();
  for (const { access } of info.values()) {
    if (access === null || access.participants === null || !accessWords(access).includes('participants')) continue;
    const { participants } = access;
    const table = findTable(model, namedIn(participants.through));
    const column = table?.columns.find((one) => one.name === participants.match);
    if (table === null || column === undefined) continue;
    const made = membershipDef(participants, table.name, column.type, info.get(keyOf(table))?.access ?? null);
    const other = found.get(functionKey(made));
    if (other !== undefined && other.body.text !== made.body.text) {
      throw new Error(`Two lists of participants would share the function ${displayName(made.name)}`);
    }
    found.set(functionKey(made), made);
  }
  return [...found.values()];
}

/**
 * @param roles of the target; `null`: everything stays closed
 * @returns the objects with roles first, functions of memberships last
 */
export function withAccess(
  objects: ReadonlyMap<ObjectKey, SchemaObject>,
  info: Info,
  roles: Roles | null,
): ReadonlyMap<ObjectKey, SchemaObject> {
  if (roles === null) return objects;
  const conditions: Conditions = { model: { objects }, info };
  const opened = new Map<ObjectKey, SchemaObject>(
    roles.made.map((name) => [roleKey(name), { kind: 'role', name }] as const),
  );
  for (const [key, object] of objects) {
    const known = info.get(key);
    opened.set(
      key,
      object.kind === 'table' && known !== undefined ? openTable(object, known, conditions, roles) : object,
    );
  }
  for (const made of membershipFunctions({ objects }, info)) opened.set(keyOf(made), made);
  return executeGrants(opened, roles);
}

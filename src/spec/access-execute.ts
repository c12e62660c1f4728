/**
 * Who may call which function, and enter the schema that they are in. EXECUTE is taken from everybody, and a policy, a
 * default, a check or an index is worked out with the rights of whoever runs the statement.
 */
import { tablesOf } from '../model/keys.ts';
import type { Expr, FunctionDef, Grant, Model, ObjectKey, SchemaDef, SchemaObject, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { Roles } from '../target/target.ts';
import { sqlNames } from '../text/sql-words.ts';

const HELPERS: Ident = 'boyfanz';

function textsOf(table: Table, role: Ident): readonly (Expr | null)[] {
  const isWriter = table.grants.some(
    (grant) => grant.role === role && grant.privilege !== 'select' && grant.privilege !== 'delete',
  );
  const read = table.policies.filter(({ roles }) => roles.includes(role)).flatMap(({ using, check }) => [using, check]);
  if (!isWriter) return read;
  return [
    ...read,
    ...table.columns.map(({ value }) => ('expr' in value ? value.expr : null)),
    ...table.constraints.map((constraint) => (constraint.kind === 'check' ? constraint.expr : null)),
    ...table.indexes.flatMap(({ keys, where }) => [
      where,
      ...keys.map(({ key }) => (key.kind === 'expression' ? key.expr : null)),
    ]),
    ...table.triggers.map(({ when }) => when),
  ];
}

function domainTexts({ objects }: Model): readonly Expr[] {
  return [...objects.values()].flatMap((object) =>
    object.kind === 'domain' ? object.checks.map(({ expr }) => expr) : [],
  );
}

/** Functions in a view are called by whoever reads it, whosever rights its tables are read with. */
function viewTexts({ objects }: Model, role: Ident): readonly Expr[] {
  return [...objects.values()].flatMap((object) =>
    object.kind === 'view' && [...object.grants, ...object.callerGrants].some((grant) => grant.role === role)
      ? [object.query]
      : [],
  );
}

function execute(role: Ident): Grant {
  return { role, privilege: 'execute', columns: null, grantable: false };
}

function withGrants(object: FunctionDef | SchemaDef, grants: readonly Grant[]): SchemaObject {
  return { ...object, grants: [...object.grants, ...grants] };
}

/** Everything but triggers, which nobody calls: PostgreSQL asks for no right when one fires. */
function isCallable(fn: FunctionDef): boolean {
  return fn.returns !== 'trigger';
}

/** With what functions of the caller's rights call in their turn. */
function withCalled(words: ReadonlySet<string>, functions: readonly FunctionDef[]): ReadonlySet<string> {
  const all = new Set(words);
  const open = functions.filter(({ name }) => words.has(name.name));
  for (const fn of open) {
    if (fn.security === 'definer') continue;
    for (const text of [fn.body.text, ...fn.body.variants.map((one) => one.text)]) {
      const called = sqlNames(text);
      for (const other of functions) {
        if (!called.has(other.name.name) || all.has(other.name.name)) continue;
        all.add(other.name.name);
        open.push(other);
      }
    }
  }
  return all;
}

/** The service may call everything; others what the rows they reach make them call. */
export function executeGrants(
  objects: ReadonlyMap<ObjectKey, SchemaObject>,
  roles: Roles,
): ReadonlyMap<ObjectKey, SchemaObject> {
  const model: Model = { objects };
  const everywhere = domainTexts(model);
  const functions = [...objects.values()].filter((object) => object.kind === 'function');
  const called = ([roles.anonymous, roles.member, roles.staff] as const).map((role) => {
    const texts = [
      ...everywhere,
      ...viewTexts(model, role),
      ...tablesOf(model).flatMap((table) => textsOf(table, role)),
    ];
    const words = new Set(texts.flatMap((text) => (text === null ? [] : [...sqlNames(text)])));
    return { role, words: withCalled(words, functions) };
  });
  return new Map(
    [...objects].map(([key, object]): readonly [ObjectKey, SchemaObject] => {
      if (object.kind === 'schema' && object.name === HELPERS) {
        const all = [roles.anonymous, roles.member, roles.staff, roles.service];
        const usage = all.map((role): Grant => ({ role, privilege: 'usage', columns: null, grantable: false }));
        return [key, withGrants(object, usage)];
      }
      if (object.kind !== 'function' || object.name.schema !== HELPERS || !isCallable(object)) return [key, object];
      const callers = called.filter(({ words }) => words.has(object.name.name)).map(({ role }) => role);
      return [key, withGrants(object, [...callers, roles.service].map(execute))];
    }),
  );
}

/**
 * An embedded PostgreSQL that stands in for a server on which nothing can be made, so that it can spell expressions. It
 * gets what they may speak of, as the server has it, and no more.
 *
 * Its version may be another one, which spells some things differently: brackets, casts, the tables of a view's columns.
 * That does no harm, because what the server shows is spelled here as well before it counts as different
 * (spell/answer.ts).
 */
import { arrayText } from '../catalog/row.ts';
import type { Change } from '../diff/change.ts';
import { diffModels } from '../diff/model.ts';
import { modelForVersion } from '../model/for-version.ts';
import { modelOf } from '../model/keys.ts';
import { EMPTY_MODEL, type Model, type SchemaObject, type Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { planChanges, stepsOf } from '../plan/plan.ts';
import { id, raw, type Sql, sql } from '../sql/text.ts';
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { sqlWords } from '../text/sql-words.ts';
import { DatabaseError, type Session } from './session.ts';
import type { Form, Task } from './spell/form.ts';

/** Types of extensions that the stand-in does not have, as `schema.type`. Others of the same name take their place. */
type Missing = ReadonlySet<string>;

async function missingTypes(standIn: Session, live: Model): Promise<Missing> {
  const rows = await standIn.query('select name from pg_available_extensions');
  const available = new Set(rows.map(([name]) => name));
  return new Set(
    [...live.objects.values()].flatMap((object) =>
      object.kind === 'extension' && !available.has(object.name)
        ? (EXTENSION_CONTENTS.get(object.name)?.types ?? []).map((type) => `${object.schema ?? 'public'}.${type}`)
        : [],
    ),
  );
}

/** A domain over text takes no modifiers, and stands for any type as long as nothing is computed. */
function placeholders(missing: Missing): readonly Sql[] {
  return [...missing].map((name) => {
    const [schema = '', type = ''] = name.split('.');
    return sql`create domain ${id(schema)}.${id(type)} as text`;
  });
}

/** The words of all texts that may name a relation or a function. */
function wordsOf(tasks: readonly Task[], live: Model): ReadonlySet<Ident> {
  const texts = tasks.flatMap(({ text, candidates }) => [text, ...candidates]);
  for (const object of live.objects.values()) {
    if (object.kind === 'view') texts.push(object.query);
    if (object.kind === 'function') texts.push(object.returns, ...object.args.map(({ type }) => type.name));
  }
  return sqlWords(texts.join('\n'));
}

const FOREIGN_FUNCTIONS = `
select format('create function %I.%I(%s) returns %s language plpgsql %s as ''begin return null; end''',
  n.nspname, p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
  case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.proname = any ($1::text[]) and p.prokind = 'f' and n.nspname not in ('pg_catalog', 'information_schema')
  and not n.nspname || '.' || p.proname = any ($2::text[])
  and not exists (
    select from pg_depend d join pg_extension e on e.oid = d.refobjid
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e' and e.extname = any ($3::text[]))
order by 1`;

const FOREIGN_SCHEMAS = `
select distinct format('create schema if not exists %I', n.nspname)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.proname = any ($1::text[]) and n.nspname not in ('pg_catalog', 'information_schema')`;

/** Functions that no Model holds, of extensions and of the platform: their names and types are all that spelling asks. */
async function foreignFunctions(
  session: Session,
  live: Model,
  words: ReadonlySet<Ident>,
  made: readonly Ident[],
): Promise<readonly Sql[]> {
  const own = [...live.objects.values()].flatMap((object) =>
    object.kind === 'function' ? [`${object.name.schema}.${object.name.name}`] : [],
  );
  const names = arrayText([...words]);
  const schemas = await session.query(FOREIGN_SCHEMAS, [names]);
  const functions = await session.query(FOREIGN_FUNCTIONS, [names, arrayText(own), arrayText(made)]);
  return [...schemas, ...functions].map(([statement]) => raw(statement ?? ''));
}

function withoutModifiers(type: DataType, missing: Missing): DataType {
  return type.schema !== null && missing.has(`${type.schema}.${type.name}`) ? { ...type, args: [] } : type;
}

function standInForm(form: Form, missing: Missing): Form {
  const plain = (type: DataType) => withoutModifiers(type, missing);
  switch (form.kind) {
    case 'condition':
    case 'value':
    case 'policy':
    case 'when':
    case 'generated': {
      const columns = new Map([...form.scope.columns].map(([name, type]) => [name, plain(type)]));
      const scoped = { ...form, scope: { ...form.scope, columns } };
      return scoped.kind === 'generated' ? { ...scoped, type: plain(scoped.type) } : scoped;
    }
    case 'default':
    case 'bound':
    case 'domainCheck':
      return { ...form, type: plain(form.type) };
    case 'view':
      return form;
    case 'result':
      return { ...form, args: form.args.map((arg) => ({ ...arg, type: plain(arg.type) })) };
  }
}

/** Columns, and the primary key, by which a view may group. */
function bare(table: Table, missing: Missing): Table {
  return {
    ...table,
    comment: null,
    columns: table.columns.map((column) => ({
      ...column,
      type: withoutModifiers(column.type, missing),
      value: { kind: 'none' },
      collation: null,
      comment: null,
      renamedFrom: null,
    })),
    constraints: table.constraints.filter(({ kind }) => kind === 'primaryKey'),
    indexes: [],
    storage: { kind: 'heap', unlogged: false, parameters: {} },
    rowSecurity: 'off',
    policies: [],
    grants: [],
    triggers: [],
    replicaIdentity: { kind: 'default' },
    renamedFrom: null,
  };
}

function reduced(object: SchemaObject, words: ReadonlySet<Ident>, missing: Missing): readonly SchemaObject[] {
  switch (object.kind) {
    case 'table':
      return words.has(object.name.name) ? [bare(object, missing)] : [];
    case 'domain':
      return [{ ...object, comment: null, collation: null, default: null, checks: [] }];
    case 'sequence':
      return [{ ...object, comment: null, grants: [], ownedBy: null }];
    case 'view':
      return [{ ...object, comment: null, grants: [], callerGrants: [] }];
    case 'function':
    case 'schema':
      return [{ ...object, comment: null, grants: [] }];
    case 'enum':
      return [{ ...object, comment: null }];
    case 'extension':
      return [object];
    case 'role':
      return [];
  }
}

interface Making {
  readonly schemas: readonly Sql[];
  readonly others: readonly Sql[];
  readonly views: readonly Sql[];
}

function makingOf(model: Model, major: number): Making {
  const plan = planChanges(diffModels(EMPTY_MODEL, model), {
    model,
    range: { min: major, max: major },
    lockBudget: Number.POSITIVE_INFINITY,
    sizes: new Map(),
  });
  const making = (isWanted: (kind: Change['kind']) => boolean) =>
    stepsOf(plan).flatMap(({ change, statements }) => (isWanted(change.kind) ? statements : []));
  return {
    schemas: making((kind) => kind === 'createSchema'),
    others: making((kind) => kind !== 'createSchema' && kind !== 'createView'),
    views: making((kind) => kind === 'createView'),
  };
}

/**
 * Makes in an empty database what the tasks may speak of. What it cannot make is missing then, and with it the answers
 * that need it.
 *
 * @param session of the server, which is only asked
 * @returns the tasks as they are to be put to the stand-in
 * @throws DatabaseError when one of the two cannot go on at all
 */
export async function furnishStandIn(
  standIn: Session,
  session: Session,
  tasks: readonly Task[],
  live: Model,
): Promise<readonly Task[]> {
  const { major } = standIn.server;
  const words = wordsOf(tasks, live);
  const missing = await missingTypes(standIn, live);
  const objects = [...live.objects.values()].flatMap((object) => reduced(object, words, missing));
  const { schemas, others, views } = makingOf(modelForVersion(modelOf(objects), major), major);
  await standIn.execute('set check_function_bodies = off; set client_min_messages = error; set search_path = public');
  await makeWhatCanBe(standIn, schemas);
  await makeWhatCanBe(standIn, placeholders(missing));
  await makeWhatCanBe(standIn, others);
  const extensions = await standIn.query('select extname from pg_extension');
  const made = extensions.map(([name]) => name ?? '');
  await makeWhatCanBe(standIn, await foreignFunctions(session, live, words, made));
  await makeWhatCanBe(standIn, views);
  await standIn.execute(`set search_path = ''`);
  return tasks.map((task) => ({ ...task, form: standInForm(task.form, missing) }));
}

/** All in one go; where something is refused, by halves, until that is alone. */
async function makeWhatCanBe(session: Session, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  try {
    await session.execute(statements.join(';\n'));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const middle = Math.floor(statements.length / 2);
    if (middle === 0) return;
    await makeWhatCanBe(session, statements.slice(0, middle));
    await makeWhatCanBe(session, statements.slice(middle));
  }
}

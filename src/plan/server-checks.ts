/** What a file asks of its server before it makes anything: one error that names all that is missing. */
import { creatableExtension } from '../sql/creatable-extension.ts';
import { EMPTY, integer, join, lit, raw, type Sql, sql } from '../sql/text.ts';
import { missingMessage } from '../target/extensions.ts';
import type { Preflight, RequiredSetting, Target } from '../target/target.ts';
import { needsOf } from './needs.ts';
import type { Plan } from './plan.ts';

export interface ServerChecks {
  readonly preflight: readonly Preflight[];
  /** Oldest server that the statements work on; `null` when they are for one known server. */
  readonly minVersion: number | null;
  /** What the file is for; left out: the role that runs it is not looked at. */
  readonly target?: Target;
}

const VERSION = sql`current_setting('server_version_num')::integer`;

function textArray(values: readonly string[]): Sql {
  return sql`array[${join(values.map(lit), ', ')}]::text[]`;
}

function complain(condition: Sql, message: Sql): Sql {
  return sql`    if ${condition} then\n      problems := array_append(problems, ${message});\n    end if;`;
}

/** All that the file makes, where it is known what it is for; else those that were named. */
function extensionsOf(plan: Plan, { preflight, target }: ServerChecks): readonly Preflight[] {
  if (target === undefined) return preflight;
  const named = new Set(preflight.map(({ extension }) => extension));
  const others = needsOf(plan).extensions.filter((extension) => !named.has(extension));
  return [
    ...preflight,
    ...others.map((extension) => ({
      extension,
      preloadedSetting: null,
      message: missingMessage(target, extension),
      setting: null,
    })),
  ];
}

/** A branch for an extension that the platform's own list leaves out. PL/pgSQL ends a condition at its first THEN outside of brackets. */
function allowListBranch({ allowList, remedy }: Target): Sql {
  if (allowList === null) return EMPTY;
  const setting = sql`current_setting(${lit(allowList.setting)}, true)`;
  const allowed = sql`string_to_array(replace(lower(${setting}), ' ', ''), ',') && array[n.name, '*']`;
  const message = lit(`This file needs %s, which the setting ${allowList.setting} does not allow: ${remedy}.`);
  const empty = raw(String(allowList.whenEmpty === 'all'));
  return sql`
      elsif not (case when trim(${setting}) = '' then ${empty} else coalesce(${allowed}, true) end) then
        problems := array_append(problems, format(${message}, n.name));`;
}

/** A branch for an extension that this role cannot make, where PostgreSQL itself decides that. */
function rightsBranch({ installers, remedy }: Target): Sql {
  if (installers === 'platform') return EMPTY;
  const way = installers.length === 0 ? 'let a superuser make it first' : remedy;
  const message = lit(`This file needs %s, which the role %s cannot make: ${way}.`);
  return sql`
      elsif not ${creatableExtension(raw('n.name'), textArray(installers))} then
        problems := array_append(problems, format(${message}, n.name, current_user));`;
}

/**
 * Asks by pg_settings and pg_available_extensions, which every role may read: CREATE EXTENSION without the preload would
 * end the session with a FATAL that nothing catches.
 */
function extensionLoop(extensions: readonly Preflight[], target: Target | undefined): Sql {
  const rows = extensions.map(
    ({ extension, preloadedSetting, message }, at) =>
      sql`      (${integer(at)}, ${lit(extension)}, ${preloadedSetting === null ? raw('null') : lit(preloadedSetting)}, ${lit(message)})`,
  );
  return sql`    for n in
      select * from (values
${join(rows, ',\n')}) as x (at, name, preload, missing)
      where not exists (select from pg_catalog.pg_extension e where e.extname = x.name) order by x.at
    loop
      if not exists (select from pg_catalog.pg_available_extensions a where a.name = n.name)
        or n.preload is not null and not exists (select from pg_catalog.pg_settings s where s.name = n.preload) then
        problems := array_append(problems, n.missing);${target === undefined ? EMPTY : allowListBranch(target)}${target === undefined ? EMPTY : rightsBranch(target)}
      end if;
    end loop;`;
}

function roleChecks(plan: Plan): readonly Sql[] {
  const { schemas, extensions, createsIn, roles } = needsOf(plan);
  const database = complain(
    sql`not has_database_privilege(current_database(), 'CREATE')`,
    sql`format('The role %1$I may not make schemas and extensions in the database %2$I: let its owner run grant create on database %2$I to %1$I.', current_user, current_database())`,
  );
  const closed = sql`    for n in
      select s.nspname from pg_catalog.pg_namespace s
      where s.nspname = any (${textArray(createsIn)}) and not has_schema_privilege(s.oid, 'CREATE')
    loop
      problems := array_append(problems, format('The role %1$I may not create in the schema %2$I: let its owner run grant create on schema %2$I to %1$I.', current_user, n.nspname));
    end loop;`;
  const roleless = sql`    for n in
      select string_agg(r.name, ', ' order by r.at) as names, string_agg(format('create role %I;', r.name), ' ' order by r.at) as remedy
      from unnest(${textArray(roles)}) with ordinality r (name, at)
      where not exists (select from pg_catalog.pg_roles where rolname = r.name)
        and not (select rolcreaterole or rolsuper from pg_catalog.pg_roles where rolname = current_user)
      having count(*) > 0
    loop
      problems := array_append(problems, format('The role %I may not make the roles %s: let one with CREATEROLE run %s', current_user, n.names, n.remedy));
    end loop;`;
  return [
    ...(schemas.length + extensions.length === 0 ? [] : [database]),
    ...(createsIn.length === 0 ? [] : [closed]),
    ...(roles.length === 0 ? [] : [roleless]),
  ];
}

/** The newest version may be newer than all that were tried; that alone is no reason to refuse. */
function newestVersion({ versions }: Target): Sql {
  const message = lit(`This file was tried on PostgreSQL up to ${versions.max}, and this server is newer: going on.`);
  return sql`    if ${VERSION} >= ${integer((versions.max + 1) * 10_000)} then\n      raise warning '%', ${message};\n    end if;`;
}

/** Whether a setting has another value; one that nobody has made yet has none. */
export function isOtherwise({ name, value }: RequiredSetting): Sql {
  return sql`current_setting(${lit(name)}, true) <> ${lit(value)}`;
}

/** @returns lines of PL/pgSQL, a block of its own; nothing when there is nothing to ask */
export function serverChecks(plan: Plan, settings: ServerChecks): readonly Sql[] {
  const { minVersion, target } = settings;
  const extensions = extensionsOf(plan, settings);
  const oldest = minVersion ?? 0;
  const checks = [
    ...(minVersion === null
      ? []
      : [
          complain(
            sql`${VERSION} < ${integer(oldest * 10_000)}`,
            lit(`This file needs PostgreSQL ${oldest} or newer.`),
          ),
        ]),
    ...(extensions.length === 0 ? [] : [extensionLoop(extensions, target)]),
    ...settings.preflight.flatMap(({ setting }) =>
      setting === null ? [] : [complain(isOtherwise(setting), lit(setting.message))],
    ),
    ...(target === undefined ? [] : roleChecks(plan)),
  ];
  if (checks.length === 0) return [];
  return [
    sql`  declare
    problems text[] := '{}';
    n record;
  begin
${join(checks, '\n')}
    if cardinality(problems) > 0 then
      raise exception using errcode = 'feature_not_supported', message = array_to_string(problems, chr(10));
    end if;${target === undefined ? EMPTY : sql`\n${newestVersion(target)}`}
  end;`,
  ];
}

/** What stands in the way of a plan on its server, asked before anything is made. */
import { arrayText, cells } from '../catalog/row.ts';
import type { Ident } from '../model/name.ts';
import type { PlanNeeds } from '../plan/needs.ts';
import { creatableExtension } from '../sql/creatable-extension.ts';
import { id, raw } from '../sql/text.ts';
import { productName } from '../target/extensions.ts';
import type { AllowList, Target } from '../target/target.ts';
import type { Session } from './session.ts';

export interface Obstacle {
  /** `server`: nobody can do it there as it is; `privilege`: another role could. */
  readonly kind: 'server' | 'privilege';
  /** One sentence. */
  readonly cause: string;
  /** One sentence: the way out. */
  readonly remedy: string;
}

interface Role {
  readonly name: Ident;
  readonly database: Ident;
  readonly mayMakeSchemas: boolean;
  /** Schemas in which it may not create. */
  readonly closed: readonly Ident[];
  readonly missingRoles: readonly Ident[];
  /** Roles that it should make and may not. */
  readonly unmakeable: readonly Ident[];
  readonly allowed: string | null;
}

const ROLE = `
select current_user, current_database(), has_database_privilege(current_database(), 'CREATE'),
  array(select s.name from unnest($1::text[]) with ordinality s (name, at)
    join pg_catalog.pg_namespace n on n.nspname = s.name
    where not has_schema_privilege(n.oid, 'CREATE') order by s.at),
  array(select g.name from unnest($2::text[]) with ordinality g (name, at)
    where not exists (select from pg_catalog.pg_roles where rolname = g.name) order by g.at),
  array(select g.name from unnest($4::text[]) with ordinality g (name, at)
    where not exists (select from pg_catalog.pg_roles where rolname = g.name)
      and not (select rolcreaterole or rolsuper from pg_catalog.pg_roles where rolname = current_user) order by g.at),
  current_setting($3, true)`;

/** Asks by catalogs that every role may read: CREATE EXTENSION without the preload would end the session. */
const EXTENSIONS = `
select x.name, exists (select from pg_catalog.pg_available_extensions a where a.name = x.name),
  s.name is null or exists (select from pg_catalog.pg_settings where name = s.name),
  ${creatableExtension(raw('x.name'), raw('$4::text[]'))}
from unnest($1::text[]) with ordinality x (name, at)
left join unnest($2::text[], $3::text[]) s (extension, name) on s.extension = x.name
where not exists (select from pg_catalog.pg_extension e where e.extname = x.name)
order by x.at`;

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function isAllowed(extension: Ident, list: AllowList, setting: string | null): boolean {
  const names = (setting ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (names.join('') === '') return list.whenEmpty === 'all';
  return names.includes('*') || names.includes(extension);
}

interface FoundExtension {
  readonly name: Ident;
  readonly isAvailable: boolean;
  readonly isPreloaded: boolean;
  readonly isCreatable: boolean;
}

function extensionObstacle(found: FoundExtension, target: Target, role: Role): Obstacle | null {
  const { name } = found;
  const product = productName(name);
  const without = target.optional.has(name) ? `, or do without it: --without ${name}` : '';
  const preload = target.preflight.find(({ extension }) => extension === name);
  if (preload !== undefined && !(found.isAvailable && found.isPreloaded)) {
    return {
      kind: 'server',
      cause: `The target ${target.name} needs ${product}, which is not installed and preloaded here.`,
      remedy: `Add ${name} to shared_preload_libraries and restart the server, or leave --target out.`,
    };
  }
  if (!found.isAvailable) {
    const cause = `The schema needs ${product}, and this server does not have it.`;
    return { kind: 'server', cause, remedy: sentence(`${target.remedy}${without}`) };
  }
  const { allowList } = target;
  if (allowList !== null && role.allowed !== null && !isAllowed(name, allowList, role.allowed)) {
    const cause = `The schema needs ${product}, and the setting ${allowList.setting} does not allow it.`;
    return { kind: 'server', cause, remedy: sentence(`${target.remedy}${without}`) };
  }
  if (found.isCreatable || target.installers === 'platform') return null;
  const schema = target.extensions.get(name) ?? 'public';
  const remedy =
    target.installers.length === 0
      ? `Let a superuser run: create extension ${id(name)} with schema ${id(schema)};${without === '' ? '' : ` Or do without it: --without ${name}.`}`
      : sentence(`${target.remedy}${without}`);
  return { kind: 'privilege', cause: `The role ${role.name} cannot make the extension ${name}.`, remedy };
}

function roleObstacles(role: Role, target: Target, makesInDatabase: boolean): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (role.missingRoles.length > 0) {
    obstacles.push({
      kind: 'server',
      cause: `The target ${target.name} is for a server with the roles ${target.defaultGrantees.join(', ')}, and this one lacks ${role.missingRoles.join(', ')}.`,
      remedy: 'Leave --target out: what fits the server is found out by asking it.',
    });
  }
  if (role.unmakeable.length > 0) {
    obstacles.push({
      kind: 'privilege',
      cause: `The role ${role.name} may not make the roles ${role.unmakeable.join(', ')}.`,
      remedy: `Let a role with CREATEROLE run: ${role.unmakeable.map((name) => `create role ${id(name)};`).join(' ')}`,
    });
  }
  if (makesInDatabase && !role.mayMakeSchemas) {
    obstacles.push({
      kind: 'privilege',
      cause: `The role ${role.name} may not make schemas and extensions in the database ${role.database}.`,
      remedy: `Let the owner of the database run: grant create on database ${id(role.database)} to ${id(role.name)};`,
    });
  }
  for (const schema of role.closed) {
    obstacles.push({
      kind: 'privilege',
      cause: `The role ${role.name} may not create in the schema ${schema}.`,
      remedy: `Let the owner of the schema run: grant create on schema ${id(schema)} to ${id(role.name)};`,
    });
  }
  return obstacles;
}

/** Settings with another value than the target needs; one that nobody has made yet shows when its extension is made. */
async function settingObstacles(session: Session, { name: target, preflight }: Target): Promise<readonly Obstacle[]> {
  const required = preflight.map(({ setting }) => setting).filter((setting) => setting !== null);
  const obstacles: Obstacle[] = [];
  for (const { name, value } of required) {
    const [row = []] = await session.query('select current_setting($1, true)', [name]);
    const found = cells(row).textOrNull() ?? '';
    if (found === '' || found === value) continue;
    obstacles.push({
      kind: 'server',
      cause: `The target ${target} needs ${name} = ${value}, and it is ${found} here.`,
      remedy: 'Change the setting and restart the server, or leave --target out.',
    });
  }
  return obstacles;
}

/** Everything at once, so that people need not come back for each. Makes nothing. @throws DatabaseError */
export async function findObstacles(session: Session, target: Target, needs: PlanNeeds): Promise<readonly Obstacle[]> {
  const [row = []] = await session.query(ROLE, [
    arrayText(needs.createsIn),
    arrayText(target.defaultGrantees),
    // A name is wanted; this one is never set.
    target.allowList?.setting ?? 'boyfanz.nothing',
    arrayText(needs.roles),
  ]);
  const cell = cells(row);
  const role: Role = {
    name: cell.text(),
    database: cell.text(),
    mayMakeSchemas: cell.flag(),
    closed: cell.texts(),
    missingRoles: cell.texts(),
    unmakeable: cell.texts(),
    allowed: cell.textOrNull(),
  };
  const preloads = target.preflight.filter(({ preloadedSetting }) => preloadedSetting !== null);
  const rows = await session.query(EXTENSIONS, [
    arrayText(needs.extensions),
    arrayText(preloads.map(({ extension }) => extension)),
    arrayText(preloads.map(({ preloadedSetting }) => preloadedSetting ?? '')),
    arrayText(target.installers === 'platform' ? [] : target.installers),
  ]);
  const extensions = rows.flatMap((one): readonly Obstacle[] => {
    const extension = cells(one);
    const found = {
      name: extension.text(),
      isAvailable: extension.flag(),
      isPreloaded: extension.flag(),
      isCreatable: extension.flag(),
    };
    const obstacle = extensionObstacle(found, target, role);
    return obstacle === null ? [] : [obstacle];
  });
  const settings = await settingObstacles(session, target);
  return [...extensions, ...settings, ...roleObstacles(role, target, needs.schemas.length > 0 || rows.length > 0)];
}

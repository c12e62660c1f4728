/**
 * Which rows the words of a spec mean, said another way than the policies say it: by joins that a superuser asks, with the
 * person's id written into the text.
 */
import type { Access, AccessWord, Info, OwnerPath, Verb } from '../../src/model/info.ts';
import { keyOf, objectKey, tablesOf } from '../../src/model/keys.ts';
import type { Model, Table } from '../../src/model/model.ts';
import { displayName, type Ident } from '../../src/model/name.ts';
import { quoteIdent, quoteLiteral } from '../../src/text/quote.ts';

export interface Person {
  /** Which of the four roles the session has. */
  readonly as: 'anonymous' | 'member' | 'staff' | 'service';
  /** `null`: nobody who has signed in. `each`: whoever a query puts in for `$1`. */
  readonly id: string | 'each' | null;
}

function idSql({ id }: Person): string {
  return id === null ? 'null::uuid' : id === 'each' ? '$1::uuid' : `${quoteLiteral(id)}::uuid`;
}

export interface Specs {
  readonly model: Model;
  readonly info: Info;
}

export function tableSql({ name }: Table): string {
  return `${quoteIdent(name.schema)}.${quoteIdent(name.name)}`;
}

function tableOf(text: string, { model }: Specs): Table {
  const found = tablesOf(model).find((table) => displayName(table.name) === text);
  if (found === undefined) throw new Error(`No table ${text}`);
  return found;
}

function accessOf(table: Table, { info }: Specs): Access {
  const access = info.get(objectKey('table', table.name))?.access ?? null;
  if (access === null) throw new Error(`No access of ${displayName(table.name)}`);
  return access;
}

/** Columns here, and those of the parent with the same values. */
function pairsTo(table: Table, column: Ident, parent: Table): readonly (readonly [Ident, Ident])[] {
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'foreignKey' || !constraint.columns.includes(column)) continue;
    if (displayName(constraint.target) !== displayName(parent.name)) continue;
    return constraint.columns.map((own, at) => [own, constraint.targetColumns[at] ?? own] as const);
  }
  const key = parent.constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (key?.kind !== 'primaryKey' || key.columns.length !== 1) throw new Error(`${displayName(table.name)}.${column}`);
  return [[column, key.columns[0] ?? '']];
}

/** Rows whose parent is among those that satisfy a condition. */
function ofParents(table: Table, column: Ident, parent: Table, condition: string): string {
  const pairs = pairsTo(table, column, parent);
  const own = pairs.map(([mine]) => `${quoteIdent(table.name.name)}.${quoteIdent(mine)}`).join(', ');
  const theirs = pairs.map(([, other]) => quoteIdent(other)).join(', ');
  return `(${own}) in (select ${theirs} from ${tableSql(parent)} where ${condition})`;
}

function pathCondition(
  table: Table,
  pathOf: (access: Access) => OwnerPath | null,
  test: (column: string) => string,
  specs: Specs,
): string {
  const path = pathOf(accessOf(table, specs));
  if (path === null) return 'false';
  if (path.kind === 'column') return test(`${quoteIdent(table.name.name)}.${quoteIdent(path.column)}`);
  const parent = tableOf(path.parent, specs);
  return ofParents(table, path.column, parent, pathCondition(parent, pathOf, test, specs));
}

/** Whether the word speaks of the person, on a row of the table. */
export function wordCondition(word: AccessWord, table: Table, person: Person, specs: Specs): string {
  const access = accessOf(table, specs);
  const me = idSql(person);
  const creatorOf = ({ creator, owner }: Access) => creator ?? owner;
  const column = (name: Ident) => `${quoteIdent(table.name.name)}.${quoteIdent(name)}`;
  switch (word) {
    case 'anyone':
      return 'true';
    case 'members':
      return person.id === null ? 'false' : 'true';
    case 'owner':
      return pathCondition(
        table,
        ({ owner }) => owner,
        (at) => `${at} = ${me}`,
        specs,
      );
    case 'creator':
      return pathCondition(table, creatorOf, (at) => `${at} = ${me}`, specs);
    case 'subscribers':
      return pathCondition(
        table,
        creatorOf,
        (at) =>
          `${at} in (select creator_id from public.subscriptions where subscriber_id = ${me} and entitled_until > now())`,
        specs,
      );
    case 'parties':
      return access.parties.map((name) => `${column(name)} = ${me}`).join(' or ');
    case 'participants': {
      if (access.participants === null) return 'false';
      const { through, own, match, member } = access.participants;
      const members = tableOf(through, specs);
      const lasting = accessOf(members, specs).memberWhile ?? 'true';
      return `${column(own)} in (select ${quoteIdent(match)} from ${tableSql(members)} where ${quoteIdent(member)} = ${me} and (${lasting}))`;
    }
    case 'viewers': {
      if (access.seenWith === null) return 'false';
      const parent = tableOf(access.seenWith.parent, specs);
      return ofParents(table, access.seenWith.column, parent, expectedCondition('select', parent, person, specs));
    }
    case 'staff':
      return access.staff === null
        ? 'true'
        : `exists (select from public.user_role_assignments a
            join public.user_role_permissions g on g.role_id = a.role_id
            join public.user_permissions p on p.id = g.permission_id
          where a.user_id = ${me} and a.revoked_at is null and a.scope_creator_id is null
            and a.valid_from <= now() and coalesce(a.valid_until > now(), true) and p.code = ${quoteLiteral(access.staff)}
          having bool_or(g.effect = 'allow' and g.conditions is null) and not bool_or(g.effect = 'deny'))`;
    case 'service':
      return 'true';
  }
}

/** The words that can apply to somebody with that role. */
export function wordsFor(words: readonly AccessWord[], { as }: Person): readonly AccessWord[] {
  return words.filter((word) => {
    if (word === 'staff' || word === 'service') return as === word;
    if (as === 'anonymous') return word === 'anyone' || word === 'viewers';
    return as === 'member';
  });
}

/** A condition on the rows of a table that holds for those that the person may do this with. */
export function expectedCondition(verb: Verb | 'after update', table: Table, person: Person, specs: Specs): string {
  const access = accessOf(table, specs);
  const parts = wordsFor(access.words[verb === 'after update' ? 'update' : verb], person).map((word) => {
    const who = wordCondition(word, table, person, specs);
    const when = (
      verb === 'select' ? access.when : verb === 'insert' || verb === 'after update' ? access.writeWhen : null
    )?.get(word);
    return when === undefined ? `(${who})` : `((${who}) and (${when}))`;
  });
  return parts.length === 0 ? 'false' : parts.join(' or ');
}

/** The tables of the specs that say who may do what. */
export function openTables({ model, info }: Specs): readonly (readonly [Table, Access])[] {
  return tablesOf(model).flatMap((table) => {
    const access = info.get(keyOf(table))?.access ?? null;
    return access === null ? [] : [[table, access] as const];
  });
}

/** Who may do what with a table, for the four roles of a target: what policies and grants are made of, and shown from. */
import { isPersonWord, type PersonWord } from '../model/access-words.ts';
import type { Access, AccessWord, TableInfo, Verb } from '../model/info.ts';
import type { Expr, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { type Conditions, peopleCondition, staffCondition, wordsOfStrangers } from './access-conditions.ts';

export const VERBS: readonly Verb[] = ['select', 'insert', 'update', 'delete'];

/** Who acts, in the order in which policies are printed. */
export const ACTORS = ['anonymous', 'member', 'staff', 'service'] as const;

export type Actor = (typeof ACTORS)[number];

export interface Permission {
  readonly actor: Actor;
  readonly verb: Verb;
  /** What of the spec lets them. */
  readonly words: readonly AccessWord[];
  /** Of rows that are there; for inserts, of those that come. */
  readonly condition: Expr;
  /** Of rows as they are after an update, where it is another one. */
  readonly after: Expr;
  /** Those that they may use with the verb, sorted; `null` for the whole table. */
  readonly columns: readonly Ident[] | null;
}

const NOTHING_BESIDES: ReadonlyMap<AccessWord, Expr> = new Map();

/** Secrets are for the service alone; `hidden` and `fixed` are about people. */
function columnsFor(actor: Actor, verb: Verb, table: Table, access: Access, info: TableInfo): readonly Ident[] | null {
  if (verb === 'delete' || actor === 'service') return null;
  const isPersonal = actor !== 'staff';
  const left = table.columns.filter(({ name, value }) => {
    if (verb === 'select') return info.pii.get(name) !== 'secret' && !(isPersonal && access.hidden.has(name));
    const generated = value.kind === 'generated' || (value.kind === 'identity' && value.mode === 'always');
    return !generated && !(isPersonal && access.fixed.has(name));
  });
  const isNarrow = verb === 'select' ? left.length < table.columns.length : isPersonal && access.fixed.size > 0;
  return isNarrow ? left.map(({ name }) => name).sort() : null;
}

/** Verb by verb; a verb that leaves an actor no column is not among them. */
export function permissionsOf(table: Table, info: TableInfo, conditions: Conditions): readonly Permission[] {
  const { access } = info;
  if (access === null) return [];
  const person = (words: readonly PersonWord[], besides: ReadonlyMap<AccessWord, Expr>) =>
    peopleCondition(words, table, access, besides, conditions);
  return VERBS.flatMap((verb): readonly Permission[] => {
    const words = access.words[verb];
    const people = words.filter(isPersonWord);
    const strangers = wordsOfStrangers(people, access, conditions);
    // What has to hold of rows that people read is not asked of those that they change or delete.
    const besides = { select: access.when, insert: access.writeWhen, update: NOTHING_BESIDES, delete: NOTHING_BESIDES };
    const of = (
      actor: Actor,
      who: readonly AccessWord[],
      condition: Expr | null,
      after = condition,
    ): readonly Permission[] => {
      const columns = columnsFor(actor, verb, table, access, info);
      if (condition === null || after === null || columns?.length === 0) return [];
      // Where no policy asks, a condition would be a promise that nobody keeps.
      if (table.rowSecurity === 'off' && (condition !== 'true' || after !== 'true')) return [];
      return [{ actor, verb, words: who, condition, after, columns }];
    };
    return [
      ...of('anonymous', strangers, person(strangers, besides[verb]), person(strangers, access.writeWhen)),
      ...of('member', people, person(people, besides[verb]), person(people, access.writeWhen)),
      ...(words.includes('staff')
        ? of('staff', ['staff'], staffCondition(access, besides[verb]), staffCondition(access, access.writeWhen))
        : []),
      ...of('service', ['service'], words.includes('service') ? 'true' : null),
    ];
  });
}

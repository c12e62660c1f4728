/** Who is asked about a table: for each word of its access somebody whom it speaks of, and people whom none does. */
import type { Session } from '../../src/db/session.ts';
import { accessWords } from '../../src/model/access-words.ts';
import type { Access, AccessWord } from '../../src/model/info.ts';
import type { Table } from '../../src/model/model.ts';
import { quoteLiteral } from '../../src/text/quote.ts';
import { type Person, type Specs, tableSql, wordCondition } from './expected-rows.ts';
import { findWitnesses, type Identity, type Search } from './probe.ts';

/** The same in every table. */
export interface KnownPeople {
  /** Has a subscription that is paid for. */
  readonly subscriber: string;
  /** The creator of that subscription. */
  readonly creator: string;
  /** Blocked by everybody. */
  readonly blocked: string;
}

export interface People {
  /** By what they are called; nobody twice. */
  readonly named: ReadonlyMap<string, Person>;
  /** Words that speak of nobody, in the rows that there are. */
  readonly without: readonly AccessWord[];
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

const EACH: Person = { as: 'member', id: 'each' };
const EACH_STAFF: Person = { as: 'staff', id: 'each' };

/** Words of which each row says by itself whom they mean. */
const OF_ROWS: readonly AccessWord[] = ['owner', 'parties', 'participants', 'creator', 'subscribers'];

/** @throws when the rows lack one of them */
export async function findKnownPeople(session: Session): Promise<KnownPeople> {
  const [found] = await session.query(`
    with blocked as (select blocked_id as id from public.user_blocks group by 1 order by count(*) desc, 1 limit 1)
    select s.subscriber_id, s.creator_id, blocked.id
    from public.subscriptions s, blocked
    where s.entitled_until > now() and s.subscriber_id <> blocked.id and s.creator_id <> blocked.id
    order by 1 limit 1`);
  const [subscriber, creator, blocked] = found ?? [];
  if (!subscriber || !creator || !blocked) throw new Error('The rows hold no subscriber, or nobody is blocked');
  return { subscriber, creator, blocked };
}

function hasRow(table: Table, condition: string): string {
  return `exists (select from ${tableSql(table)} where ${condition})`;
}

/**
 * First those of whom no other word speaks; the one whom everybody blocked last.
 *
 * @param when what has to hold of the row, besides
 */
function searchFor(
  word: AccessWord,
  when: string,
  table: Table,
  access: Access,
  known: KnownPeople,
  specs: Specs,
): Search {
  const ofEach = (one: AccessWord) => wordCondition(one, table, EACH, specs).replaceAll('$1::uuid', 'u.id');
  const isByRow = OF_ROWS.includes(word);
  const others = accessWords(access).filter((one) => one !== word && OF_ROWS.includes(one));
  const also = others.map((one) => `(${hasRow(table, ofEach(one))})::int`).join(' + ') || '0';
  const candidates = `select u.id from public.users u
    ${isByRow ? `where ${hasRow(table, ofEach(word))}` : ''}
    order by ${also} + 9 * (u.id = ${quoteLiteral(known.blocked)})::int, u.id desc`;
  const who = wordCondition(word, table, EACH, specs);
  return { candidates, applies: `select ${hasRow(table, `(${who}) and (${when})`)}` };
}

/** Somebody of whom no word speaks, but for those that speak of all. */
function stranger(table: Table, access: Access, known: KnownPeople, specs: Specs): Search {
  const words = accessWords(access).filter((one) => OF_ROWS.includes(one));
  const related = words.map((one) => `(${wordCondition(one, table, EACH, specs)})`).join(' or ') || 'false';
  return {
    candidates: `select u.id from public.users u where u.id <> all (${quoteLiteral(
      `{${known.blocked},${known.subscriber},${known.creator}}`,
    )}) order by 1`,
    applies: `select not ${hasRow(table, related)}`,
  };
}

/** Staff who may what staff may here, and staff who may not. */
function staffSearches(table: Table, specs: Specs): readonly Search[] {
  const may = wordCondition('staff', table, EACH_STAFF, specs);
  return [
    {
      candidates: 'select distinct user_id from public.user_role_assignments order by 1',
      applies: `select ${may}`,
    },
    { candidates: 'select id from public.users order by 1', applies: `select not ${may}` },
  ];
}

export async function peopleOf(
  session: Session,
  table: Table,
  access: Access,
  known: KnownPeople,
  identity: Identity,
  specs: Specs,
): Promise<People> {
  const words = accessWords(access).filter((word) => word === 'viewers' || OF_ROWS.includes(word));
  const found = await findWitnesses(
    session,
    [
      stranger(table, access, known, specs),
      ...(access.staff === null ? [] : staffSearches(table, specs)),
      ...words.map((word) => searchFor(word, access.when.get(word) ?? 'true', table, access, known, specs)),
    ],
    identity,
  );
  const [other, ...rest] = found;
  const [staff, closedStaff] = access.staff === null ? [known.creator, null] : rest;
  const witnesses = access.staff === null ? rest : rest.slice(2);
  const without = words.filter((_, at) => (witnesses[at] ?? null) === null);
  // Whoever reads nothing by the word may write by it, and has to read nothing.
  const spare = await findWitnesses(
    session,
    without.map((word) => searchFor(word, 'true', table, access, known, specs)),
    identity,
  );
  const witnessOf = (word: AccessWord) => witnesses[words.indexOf(word)] ?? spare[without.indexOf(word)] ?? null;
  const all: (readonly [string, Person])[] = [
    ['anonymous', { as: 'anonymous', id: null }],
    ...words.map((word): readonly [string, Person] => [word, { as: 'member', id: witnessOf(word) }]),
    ['other member', { as: 'member', id: other ?? NOBODY }],
    ['subscriber', { as: 'member', id: known.subscriber }],
    ['creator of a subscriber', { as: 'member', id: known.creator }],
    ['blocked member', { as: 'member', id: known.blocked }],
    ['staff', { as: 'staff', id: staff ?? null }],
    ['staff without the permission', { as: 'staff', id: closedStaff ?? null }],
    ['service', { as: 'service', id: null }],
  ];
  const named = new Map<string, Person>();
  const names = new Map<string, string>();
  for (const [name, person] of all) {
    if (person.id === null && (person.as === 'member' || person.as === 'staff')) continue;
    const who = `${person.as} ${person.id}`;
    const before = names.get(who);
    const together = before === undefined ? name : `${before}, ${name}`;
    if (before !== undefined) named.delete(before);
    named.set(together, person);
    names.set(who, together);
  }
  return { named, without: access.staff !== null && staff === null ? [...without, 'staff'] : without };
}

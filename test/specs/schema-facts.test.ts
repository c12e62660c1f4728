/** `schema-facts.sql` on the whole schema, and what it says of a schema with each of the mistakes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_MAJORS, withCopyOf, withDatabase } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

const FACTS = readFileSync(new URL('schema-facts.sql', import.meta.url), 'utf8');

const MISTAKES = `
  set search_path = public;
  create schema boyfanz; create schema boyfanz_parts;
  create function boyfanz.refuse_delete() returns trigger language plpgsql set search_path = '' as 'begin return null; end';
  create table a (id bigint primary key, at timestamp, n int);
  alter table a add constraint a_n_check check (n > 0) not valid;
  alter table a enable row level security; comment on table a is 'a';
  create index a_n on a (n); create index a_n_at on a (n, at); create index a_n_again on a (n);
  create unique index a_once on a (at, n); create unique index a_twice on a (at, n); create index a_part on a (at) where n > 1;
  create table b (a_id bigint references a on delete cascade, amount_minor bigint);
  create trigger keep before delete on b for each row execute function boyfanz.refuse_delete();
  create function f() returns int language sql as 'select 1'`;

const FOUND = [
  'cascade into money, audit or legal rows: b.b_a_id_fkey',
  'constraint that was not validated: a.a_n_check',
  'foreign key without an index that leads with it: b.b_a_id_fkey',
  'function without search_path: f()',
  'index that another one makes needless: a_n beside a_n_at',
  'index that another one makes needless: a_n_again beside a_n',
  'index that another one makes needless: a_n_again beside a_n_at',
  'index that another one makes needless: a_twice beside a_once',
  'table without a comment: b',
  'table without a primary key: b',
  'table without row security: b',
  'time without a time zone: a.at',
];

function shown(rows: readonly (readonly (string | null)[])[]): readonly string[] {
  return rows.map(([fact, offender]) => `${fact}: ${offender}`).sort();
}

describe.each(ALL_MAJORS)('on PostgreSQL %i', { timeout: 240_000 }, (major) => {
  it('the whole schema has no such mistake', () =>
    withCopyOf(major, 'whole_schema', specsScript, async ({ session }) => {
      expect(shown(await session.query(FACTS))).toEqual([]);
    }));

  it('each mistake is found', () =>
    withDatabase(major, async ({ session }) => {
      await session.execute(MISTAKES);
      expect(shown(await session.query(FACTS))).toEqual(FOUND);
    }));
});

import { describe, expect, it } from 'vitest';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, runCli } from './run-cli.ts';
import { type SpecFolder, withSpecs } from './spec-folder.ts';

const ACCESS = 'access: { owner: none, read: [service], write: [service] }';

/** A table for each thing that a row has to obey. */
const FILES: Readonly<Record<string, string>> = {
  '01-people/users.yaml': `table: users
comment: Everybody.
use: [uuid_id]
columns:
  username: citext
  status: { type: text, one_of: [active, banned] }
  banned_at: { type: timestamptz, nullable: true }
  invited_by: { type: uuid, nullable: true, references: { table: users, on_delete: set null } }
primary_key: [id]
unique:
  - [username]
checks:
  username_form: username::text ~ '^[a-z]{3,8}[0-9]{2}$'
  banned_has_a_time: (status = 'banned') = (banned_at is not null)
  nobody_invites_himself: invited_by <> id
${ACCESS}
volume: 1M
`,
  '02-things/kinds.yaml': `table: kinds
comment: A list that does not grow.
columns:
  id: { type: smallint, identity: always }
  code: text
primary_key: [id]
unique:
  - [code]
${ACCESS}
volume: 20
`,
  '02-things/items.yaml': `table: items
comment: A thing of one of two kinds.
use: [uuid_id]
columns:
  kind: { type: text, one_of: [book, film] }
  owner_id: { type: uuid, references: { table: users, on_delete: restrict } }
primary_key: [id]
unique:
  - [id, kind]
  - [owner_id, id]
${ACCESS}
volume: 4M
`,
  '02-things/books.yaml': `table: books
comment: What a book has beside other things.
columns:
  id: uuid
  kind: { type: text, default: book, one_of: [book] }
  pages: integer
  chapters: integer
primary_key: [id]
foreign_keys:
  item_of_kind: { columns: [id, kind], references: { table: items, columns: [id, kind] }, on_delete: cascade }
checks:
  has_pages: pages between 1 and 3000
  fewer_chapters_than_pages: chapters < pages and chapters >= 0
${ACCESS}
volume: 1M
`,
  '02-things/loans.yaml': `table: loans
comment: Who has what, and never two at a time.
use: [uuid_id]
columns:
  owner_id: { type: uuid, references: { table: users, on_delete: restrict } }
  item_id: uuid
  borrower_id: { type: uuid, references: { table: users, on_delete: restrict } }
  room: { type: integer }
  during: tstzrange
primary_key: [id]
foreign_keys:
  item_of_owner: { columns: [owner_id, item_id], references: { table: items, columns: [owner_id, id] }, on_delete: restrict }
checks:
  others_borrow: borrower_id <> owner_id
  has_an_end: not upper_inf(during) and not isempty(during)
  room_exists: room between 1 and 3
exclude:
  one_at_a_time: { elements: [{ column: room, with: '=' }, { column: during, with: '&&' }] }
${ACCESS}
volume: 500k
`,
  '02-things/visits.yaml': `table: visits
comment: Who came when.
columns:
  user_id: { type: uuid, references: { table: users, on_delete: cascade } }
  came_at: timestamptz
  left_at: { type: timestamptz, nullable: true }
primary_key: [user_id, came_at]
checks:
  leaves_after_coming: left_at > came_at and left_at - came_at <= interval '8 hours'
indexes:
  - { columns: [came_at] }
triggers:
  refuse_all: { timing: before, events: [insert], function: boyfanz.refuse_all }
partition: { by: range, key: came_at, every: 1 month, ahead: 1, keep: 24 months }
${ACCESS}
volume: 8M
`,
  '02-things/refuse_all.yaml': `function: refuse_all
schema: boyfanz
comment: Takes no row.
returns: trigger
language: plpgsql
body: |
  begin
    raise exception 'not you';
  end
`,
};

interface Scene extends SpecFolder {
  readonly url: string;
  readonly value: (sql: string) => Promise<string | null | undefined>;
  readonly run: (line: string) => Promise<Ran>;
}

function onDatabase(major: 14 | 18, work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(major, ({ url, session }) =>
    withSpecs(async (folder) => {
      await folder.write(FILES);
      await folder.remove('01-people/people.yaml');
      await session.execute('set search_path = public');
      const run = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--url', url], { cwd: folder.cwd });
      await work({ ...folder, url, run, value: async (sql) => (await session.query(sql))[0]?.[0] });
    }),
  );
}

describe('generate-data', { timeout: 90_000 }, () => {
  it.each([14, 18] as const)('fills every kind of table of PostgreSQL %i, and tops up', (major) =>
    onDatabase(major, async ({ run, value }) => {
      expect((await run('generate-data --users 20')).code).toBe(6);
      expect((await run('apply --yes')).code).toBe(0);
      const made = await run('generate-data --users 100 --json');
      expect(made.stderr).not.toContain('has no rows');
      expect(made.code).toBe(0);
      expect(jsonOf(made)).toMatchObject({
        users: 100,
        tables: expect.arrayContaining([
          expect.objectContaining({ table: 'users', inserted: 100 }),
          expect.objectContaining({ table: 'kinds', inserted: 20 }),
          expect.objectContaining({ table: 'books', inserted: 100 }),
          expect.objectContaining({ table: 'loans', inserted: 50 }),
          expect.objectContaining({ table: 'visits', inserted: 800 }),
        ]),
      });
      // The trigger that refuses rows was off, and is on again.
      expect(await value("select tgenabled from pg_trigger where tgname = 'refuse_all' limit 1")).toBe('O');
      expect(await value('select count(*) from visits where left_at is not null')).not.toBe('0');
      const more = await run('generate-data --users 120 --tables users,kinds --json');
      expect(jsonOf(more)).toMatchObject({ tables: [{ inserted: 20 }, { inserted: 0 }] });
    }));

  it('stops where real users are, and for wrong usage', () =>
    onDatabase(18, async ({ run, value }) => {
      expect((await run('apply --yes')).code).toBe(0);
      await value("insert into users (username, status) values ('somebody01', 'active') returning id");
      const refused = await run('generate-data --users 5');
      expect(refused.code).toBe(64);
      expect(refused.stderr).toContain('has users that were not generated');
      expect(await value('select count(*) from users')).toBe('1');
      expect((await run('generate-data --users 5 --yes')).code).toBe(0);
      expect(await value('select count(*) from users')).toBe('5');
      expect((await run('generate-data --users none')).code).toBe(64);
      expect((await run('generate-data --users 5 --tables loan --yes')).stderr).toContain('did you mean `loans`?');
    }));
});

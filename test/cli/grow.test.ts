import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { Session } from '../../src/db/session.ts';
import type { ConnectionSettings } from '../../src/db/url.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, runCli } from './run-cli.ts';
import { withSpecs } from './spec-folder.ts';

/** Divided by hash, with whatever has to come along: an identity, a key to itself, a trigger, a view, keys to it. */
const NOTES = `table: notes
comment: Short texts.
columns:
  owner_id: { type: uuid, references: { table: people, on_delete: cascade } }
  number: { type: bigint, identity: always }
  after: { type: bigint, nullable: true, comment: Number of the note that this one follows. }
  body: { type: text, default: '' }
  length: { type: integer, generated: char_length(body) }
  edits: { type: integer, default: 0 }
primary_key: [owner_id, number]
foreign_keys:
  earlier: { columns: [owner_id, after], references: { table: notes, columns: [owner_id, number] }, on_delete: no action }
checks:
  body_length: char_length(body) <= 100
indexes:
  - { columns: [body] }
triggers:
  count_edits: { timing: before, events: [update], function: count_edits }
  a_second_write: { timing: after, events: [insert], function: a_second_write }
partition: { by: hash, key: owner_id, parts: 4 }
access: { owner: owner_id, read: [owner], write: [service] }
volume: 1M
---
table: pins
comment: Notes that somebody has pinned.
columns:
  owner_id: { type: uuid }
  number: { type: bigint }
primary_key: [owner_id, number]
foreign_keys:
  note: { columns: [owner_id, number], references: { table: notes, columns: [owner_id, number] }, on_delete: cascade }
access: { owner: owner_id, read: [owner], write: [service] }
volume: 1M
---
view: long_notes
comment: Notes of some length.
query: select n.owner_id, n.number from public.notes n where n.length > 5
---
function: count_edits
comment: Counts changes.
returns: trigger
language: plpgsql
body: |
  begin
    new.edits := old.edits + 1;
    return new;
  end
---
function: a_second_write
comment: Writes to the very row that was just written.
returns: trigger
language: plpgsql
body: |
  begin
    if new.body = 'shout' then
      update public.notes set body = 'SHOUT' where owner_id = new.owner_id and number = new.number;
    end if;
    return null;
  end
`;

interface Scene {
  readonly session: Session;
  readonly other: Session;
  readonly settings: ConnectionSettings;
  readonly run: (line: string) => Promise<Ran>;
}

function withNotes(work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(15, ({ url, settings, session }) =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '02-things/notes.yaml': NOTES });
      const other = await connect(settings);
      const run = (line: string) => {
        const onDatabase = line.startsWith('grow') ? [] : ['--url', url];
        return runCli([...line.split(' '), '--specs', 'specs', ...onDatabase], { cwd });
      };
      // As in psql; the sessions of the tool look nowhere.
      for (const one of [session, other]) await one.execute('set search_path = public');
      try {
        await work({ session, other, settings, run });
      } finally {
        await other.close();
      }
    }),
  );
}

const ROWS = 'select owner_id, number, after, body, length, edits from notes order by owner_id, number';

const FILL = `
insert into people (id, email) select md5(n::text)::uuid, n || '@example.org' from generate_series(1, 50) n;
insert into notes (owner_id, body) select md5((n % 50 + 1)::text)::uuid, 'note ' || n from generate_series(1, 6000) n;
update notes set after = number - 50 where number between 60 and 600;
insert into pins select owner_id, number from notes where number % 1000 = 0`;

describe('growing a table', () => {
  it(
    'goes by the printed steps from small over standard to large, in use, and diff follows',
    () =>
      withNotes(async (scene) => {
        const { session, other, settings, run } = scene;
        const count = async (text: string) => Number((await session.query(text))[0]?.[0]);
        const parts = () => count("select count(*) from pg_inherits where inhparent = 'public.notes'::regclass");
        const made = await run('apply --yes --size small');
        expect(made.code, made.stderr).toBe(0);
        expect(await parts()).toBe(0);
        await session.execute(FILL);

        const refused = await run('apply --yes --size standard');
        expect(refused.code).toBe(1);
        expect(refused.stdout + refused.stderr).toContain(
          '`boyfanz-schema grow notes --size SIZE` prints SQL for it: 1.',
        );

        for (const [size, expected] of [
          ['standard', 4],
          ['large', 8],
        ] as const) {
          const { steps } = jsonOf(await run(`grow notes --size ${size} --json`)) as unknown as {
            steps: { statements: string[]; isTransaction: boolean }[];
          };
          const [prepare = '', copy = '', compare = '', swap = '', drop = ''] = steps.map(
            ({ statements, isTransaction }) =>
              isTransaction ? `begin;${statements.join(';\n')};commit` : statements.join(';\n'),
          );
          await session.execute(prepare);
          const writes = async (at: string) => {
            await other.execute(`
            insert into notes (owner_id, body) select id, 'during ${at}' from people;
            insert into notes (owner_id, body) select id, 'shout' from people limit 5;
            update notes set body = body || ' ${at}' where number % 7 = 0;
            delete from notes where number % 1100 = 3;
            update notes set owner_id = md5('1')::uuid where number = 2000 + length('${at}') and after is null`);
          };
          await writes('before');
          // Rows that are locked when the copying comes to them, by somebody who takes it back, are missing after it.
          const held = await connect(settings);
          await held.execute('begin; update public.notes set edits = 7 where number % 700 = 1');
          await Promise.all([session.execute(copy), writes('meanwhile')]);
          await held.execute('rollback');
          await held.close();
          await writes('later');
          await expect(session.execute(compare)).rejects.toThrow('not as many rows');
          await session.execute(copy);
          await session.execute(compare);
          const before = await session.query(ROWS);
          expect(before.length).toBeGreaterThan(6000);
          expect(before.some((row) => row[3] === 'SHOUT')).toBe(true);
          await session.execute(swap);
          expect(await session.query(ROWS)).toEqual(before);
          expect(await parts()).toBe(expected);

          // Nobody has said another size: the database is small, and this table is larger. The view finds the new one.
          const diff = await run('diff');
          expect(diff.stdout).toMatch(/-- Nothing to do\.\n$/);
          expect(diff.stderr).toContain('left so until --size is given: notes.');
          await session.execute(drop);
          const [[id] = []] = await session.query(
            "insert into notes (owner_id, body) values (md5('1')::uuid, 'new one') returning number",
          );
          expect(Number(id)).toBeGreaterThan(Number(before.reduce((most, row) => Math.max(most, Number(row[1])), 0)));
          expect(await count(`select count(*) from long_notes where number = ${id}`)).toBe(1);
          await expect(session.execute("insert into pins values (md5('none')::uuid, 1)")).rejects.toThrow(/note/);
        }
        expect(await count("select count(*) from pg_namespace where nspname in ('boyfanz_grow', 'boyfanz_old')")).toBe(
          0,
        );

        // All tables have it: what is left is to write down that the database is large.
        const recorded = await run('apply --yes --size large');
        expect(recorded.code, recorded.stderr).toBe(0);
        const after = await run('diff --size large');
        expect(after.stdout).toMatch(/-- Nothing to do\.\n$/);
        expect(after.stderr).not.toContain('left so');
        expect((await run('diff')).code).toBe(0);
      }),
    180_000,
  );
});

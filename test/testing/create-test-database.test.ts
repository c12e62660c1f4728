import { newDb } from 'pg-mem';
import { expect, it } from 'vitest';
import { memoryScript } from '../../src/emit/pg-mem/memory-script.ts';
import { createTestDatabase, registerFunctions } from '../../src/testing/index.ts';
import { compiledSpecs } from '../foundation/foundation-script.ts';

it('gives an application tables with keys, foreign keys, lists of values and ids', async () => {
  const { db, leftOut } = await createTestDatabase({ tables: ['users', 'user_preferences', 'user_blocks'] });
  const { Client } = db.adapters.createPg();
  const client = new Client();
  const insert = "insert into users (username, timezone) values ($1, 'UTC') returning id, status, created_at";
  const [anna] = (await client.query(insert, ['anna'])).rows;
  expect(anna.status).toBe('pending');
  expect(anna.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(anna.created_at).toBeInstanceOf(Date);
  const [ben] = (await client.query(insert, ['ben'])).rows;
  await expect(client.query(insert, ['anna'])).rejects.toThrow(/unique|duplicate/i);
  await expect(client.query("insert into users (username, status) values ('cleo', 'asleep')")).rejects.toThrow(
    /check/i,
  );
  await client.query("insert into user_blocks (blocker_id, blocked_id, source) values ($1, $2, 'manual')", [
    anna.id,
    ben.id,
  ]);
  await expect(
    client.query("insert into user_blocks (blocker_id, blocked_id, source) values ($1, $2, 'manual')", [
      anna.id,
      '00000000-0000-4000-8000-000000000000',
    ]),
  ).rejects.toThrow(/foreign key/i);
  await client.query('delete from users where id = $1', [ben.id]);
  expect((await client.query('select count(*)::integer as n from user_blocks')).rows).toEqual([{ n: 0 }]);
  expect(leftOut).toContain('users: row security');
  expect(leftOut).toContain('user_preferences: the foreign key user_preferences_display_currency_fkey to currencies');
});

it('takes the file of the target pg-mem, with every table and foreign key', async () => {
  const { model } = await compiledSpecs();
  const db = newDb();
  registerFunctions(db);
  const text = memoryScript('boyfanz', model);
  db.public.none(text);
  expect([...db.public.listTables()].length).toBe(719);
  expect(text.match(/^alter table .* foreign key /gm)?.length).toBeGreaterThan(1400);
  const [anna] = db.public.many("insert into users (username, timezone) values ('anna', 'UTC') returning id");
  expect(() =>
    db.public.none(
      `insert into user_blocks (blocker_id, blocked_id, source) values ('${anna.id}', '00000000-0000-4000-8000-000000000000', 'manual')`,
    ),
  ).toThrow(/foreign key/i);
  expect(() =>
    db.public.none(
      `insert into user_blocks (blocker_id, blocked_id, source) values ('${anna.id}', '${anna.id}', 'fate')`,
    ),
  ).toThrow(/check/i);
}, 120_000);

it('names a table that the specs do not have', async () => {
  await expect(createTestDatabase({ tables: ['user'] })).rejects.toThrow('The specs have no table user');
});

import { expect, it } from 'vitest';
import { createTestDatabase } from '../../src/testing/index.ts';

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

it('makes every table that the specs have', async () => {
  const { TARGETS } = await import('../../src/target/list.ts');
  const { readSpecTree } = await import('../../src/files/read-specs.ts');
  const { compileSpecs } = await import('../../src/spec/compile.ts');
  const { tablesOf } = await import('../../src/model/keys.ts');
  const { displayName } = await import('../../src/model/name.ts');
  const root = new URL('../..', import.meta.url).pathname;
  const { model } = compileSpecs(await readSpecTree(`${root}/specs`, root), TARGETS.postgres);
  const names = tablesOf(model)
    .filter(({ name }) => name.schema === 'public')
    .map(({ name }) => displayName(name));
  const { db } = await createTestDatabase({ tables: names });
  expect([...db.public.listTables()].length).toBe(names.length);
}, 120_000);

it('names a table that the specs do not have', async () => {
  await expect(createTestDatabase({ tables: ['user'] })).rejects.toThrow('The specs have no table user');
});

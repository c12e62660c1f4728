import { describe, expect, it } from 'vitest';
import { ALL_MAJORS, withDatabase } from '../engines/with-engine.ts';
import { foundationScript } from './foundation-script.ts';

const SUBJECT = '018f0000-0000-7000-8000-000000000002';
const WITH = `{"sub":"${SUBJECT}"`;

type Case = readonly [title: string, appUserId: string, claims: string, expected: string | null, hasura?: string];

const CASES: readonly Case[] = [
  ['nothing set', '', '', null],
  ['the setting', SUBJECT, '', SUBJECT],
  ['a malformed setting does not fall back', 'junk', `${WITH}}`, null],
  ['the claims', '', `${WITH}}`, SUBJECT],
  ['a nested subject is not the subject', '', `{"user_metadata":{"sub":"${SUBJECT}"}}`, null],
  [
    'nesting, escapes and numbers',
    '',
    `{"m":{"sub":"x"},"a":[1,-2.5e+3,{"x":null}],"e":"\\ud83d\\ude00 \\u00e9 \\\\u0000 \\" {","sub" : "${SUBJECT}","z":true}`,
    SUBJECT,
  ],
  ['letters outside ASCII', '', `${WITH},"x":"héé–日本"}`, SUBJECT],
  ['a subject that is no UUID', '', '{"sub":"5"}', null],
  ['a subject that is no text', '', '{"sub":5}', null],
  ['an unfinished object', '', WITH, null],
  ['a trailing comma', '', `${WITH},}`, null],
  ['a missing comma', '', `${WITH} "x":1}`, null],
  ['a leading zero', '', `${WITH},"x":01}`, null],
  ['a number cut in two', '', `${WITH},"x":1 2}`, null],
  ['a word cut in two', '', `${WITH},"x":tru e}`, null],
  ['a number without its whole part', '', `${WITH},"x":.5}`, null],
  ['an unknown escape', '', `${WITH},"x":"\\x"}`, null],
  ['a raw tab in a text', '', `${WITH},"x":"a\tb"}`, null],
  ['NUL', '', `${WITH},"x":"\\u0000"}`, null],
  ['half a surrogate pair', '', `${WITH},"x":"\\ud83d"}`, null],
  ['an array', '', '[1]', null],
  ['a number', '', '5', null],
  ['no JSON at all', '', 'not json', null],
  ['the user of Hasura', '', '', SUBJECT, `{"x-hasura-role":"user","x-hasura-user-id":"${SUBJECT}"}`],
  ['a user of Hasura without an id', '', '', null, `{"x-hasura-role":"user","sub":"${SUBJECT}"}`],
  ['a malformed user of Hasura', '', '', null, `{"x-hasura-user-id":"${SUBJECT}"`],
  ['claims come before the user of Hasura', '', '{"role":"anon"}', null, `{"x-hasura-user-id":"${SUBJECT}"}`],
];

describe.each(ALL_MAJORS)('PostgreSQL %i', (major) => {
  it('current_user_id reads the platform and never raises', () =>
    withDatabase(major, async ({ session }) => {
      await session.execute(await foundationScript());
      const seen: unknown[] = [];
      for (const [title, appUserId, claims, , hasura = ''] of CASES) {
        await session.query(
          `select set_config('app.user_id', $1, false), set_config('request.jwt.claims', $2, false),
             set_config('hasura.user', $3, false)`,
          [appUserId, claims, hasura],
        );
        seen.push([title, (await session.query('select boyfanz.current_user_id()'))[0]?.[0]]);
      }
      expect(seen).toEqual(CASES.map(([title, , , expected]) => [title, expected]));
    }));

  it('uuid_v7 is unique, of version 7, in the order of the calls and of the clock', () =>
    withDatabase(major, async ({ session }) => {
      await session.execute(await foundationScript());
      const facts = await session.query(`
        select count(distinct id), bool_and(id::text ~ '^.{8}-.{4}-7.{3}-[89ab].{3}-.{12}$'), count(*) filter (where left(id::text, 18) < left(before::text, 18)),
          bool_and(abs(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint - now_ms) < 60000)
        from (
          select id, lag(id) over (order by n) as before, extract(epoch from clock_timestamp()) * 1000 as now_ms
          from (select n, boyfanz.uuid_v7() as id from generate_series(1, 20000) n) as made
        ) as checked`);
      expect(facts).toEqual([['20000', 't', '0', 't']]);
    }));
});

import { expect, it } from 'vitest';
import { withTimescale } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';
import { CASES } from './04-social-interactions-cases.ts';
import { HELPERS, holdsRules } from './hold-rules.ts';

holdsRules('social interactions', CASES);

it('the hypertables keep their rules on TimescaleDB, in compressed chunks as well', { timeout: 240_000 }, () =>
  withTimescale(async (session) => {
    // This engine loads the library with the extension and not before, which the script's own check takes for missing.
    await session.execute('create extension timescaledb schema public');
    await session.execute(await specsScript('timescale'));
    await session.execute(HELPERS);
    const event = 'insert into interaction_events (occurred_at, actor_id, kind, surface, session_key) values';
    await expect(
      session.query(`${event} ('2026-01-05', pg_temp.u(1), 'search_click', 'home', pg_temp.h('s'))`),
    ).rejects.toThrow('needs a consent');
    await session.execute(`
      ${event} ('2026-01-05', null, 'search_click', 'home', pg_temp.h('s'));
      insert into profile_visits (visited_at, profile_user_id, visitor_id, referrer)
        values ('2026-01-05', pg_temp.u(1), pg_temp.u(2), 'feed');
      insert into follow_events (occurred_at, follower_id, followee_id, event)
        values ('2026-01-05', pg_temp.u(1), pg_temp.u(2), 'follow');
      insert into follower_stats_daily (user_id, day, followers) values (pg_temp.u(1), '2026-01-05', 7)`);
    for (const table of ['interaction_events', 'profile_visits', 'follow_events', 'follower_stats_daily']) {
      await session.query(`select compress_chunk(chunk) from show_chunks('${table}') as chunk`);
    }
    await expect(session.query("update interaction_events set surface = 'search'")).rejects.toThrow('append-only');
    await expect(session.query("update follow_events set event = 'unfollow'")).rejects.toThrow('append-only');
    await session.execute(`
      update profile_visits set visitor_id = null, converted = 'follow';
      update follow_events set follower_id = pg_temp.u(900);
      delete from follower_stats_daily where user_id = pg_temp.u(1)`);
    expect(
      await session.query(`select
        (select count(*) from profile_visits where visitor_id is null),
        (select count(*) from follow_events where follower_id = pg_temp.u(900)),
        (select count(*) from follower_stats_daily)`),
    ).toEqual([['1', '1', '0']]);
  }),
);

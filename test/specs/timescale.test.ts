/** All specs on the one engine that has hypertables: one load, since it takes long. */
import { expect, it } from 'vitest';
import { compareWithLive } from '../../src/db/compare.ts';
import type { Session } from '../../src/db/session.ts';
import { tablesOf } from '../../src/model/keys.ts';
import type { Model, View } from '../../src/model/model.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withTimescale } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';

/** The last moment of one chunk and the first of the next, whether chunks last a day or a week. */
const TIMES = "(values (timestamptz '2026-01-07 23:59:59.999999+00'), ('2026-01-08 00:00+00')) as t (at)";

/** What goes beside the time into the tables that are summed up. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  search_query_events: { searched_at: 'at', query_hash: "sha256('q')", surface: "'global'", result_count: '0' },
  video_watch_heartbeats: {
    playback_id: 'gen_random_uuid()',
    beat_at: 'at',
    video_id: "'018f0000-0000-7000-8000-000000000001'",
    position_ms: '10',
    stall_count: '2',
  },
  api_request_logs: {
    requested_at: 'at',
    route_template: "'/v1/posts'",
    method: "'GET'",
    status_code: '503',
    latency_ms: '1500',
    region: "'eu'",
  },
  analytics_events: {
    occurred_at: 'at',
    received_at: "at + interval '2 hours'",
    event_definition_id: "'018f0000-0000-7000-8000-000000000002'",
    actor_id: 'gen_random_uuid()',
    platform: "'ios'",
    schema_version: '1',
  },
  experiment_exposures: {
    experiment_id: "'018f0000-0000-7000-8000-000000000003'",
    unit_id: 'gen_random_uuid()',
    exposed_at: 'at',
    variant_id: "'018f0000-0000-7000-8000-000000000004'",
    platform: "'web'",
  },
  content_view_events: {
    viewed_at: 'at',
    post_id: 'gen_random_uuid()',
    creator_id: "'018f0000-0000-7000-8000-000000000005'",
    event_kind: "'view'",
    surface: "'feed'",
  },
  live_viewer_samples: {
    stream_id: "'018f0000-0000-7000-8000-000000000006'",
    sampled_at: 'at',
    concurrent: '7',
    currency: "'EUR'",
  },
  live_quality_metrics: {
    publish_session_id: 'gen_random_uuid()',
    stream_id: "'018f0000-0000-7000-8000-000000000006'",
    sampled_at: 'at',
    bitrate_kbps: '4000',
    fps: '29.5',
  },
  live_safety_samples: {
    stream_id: "'018f0000-0000-7000-8000-000000000006'",
    sampled_at: 'at',
    frame_hash: "sha256('f')",
    scores: "'{}'",
  },
};

function aggregatesOf(model: Model): readonly View[] {
  return [...model.objects.values()]
    .filter((object) => object.kind === 'view')
    .filter((view) => view.continuous !== null);
}

async function checkAppendOnly(session: Session): Promise<void> {
  await session.execute(`
    insert into user_login_attempts (occurred_at, user_id, identifier_bidx, outcome, method, ip)
    values ('2026-01-05', gen_random_uuid(), sha256('a'), 'success', 'password', '10.0.0.1')`);
  await session.query("select compress_chunk(chunk) from show_chunks('user_login_attempts') as chunk");
  await expect(session.query("update user_login_attempts set outcome = 'locked'")).rejects.toThrow('append-only');
  await session.query('update user_login_attempts set user_id = null, ip = null');
  expect(await session.query('select count(*) from user_login_attempts where ip is null')).toEqual([['1']]);
}

/** Each aggregate says the same of rows on both sides of the boundary before it has been refreshed and after. */
async function checkAggregates(session: Session, model: Model): Promise<void> {
  const aggregates = aggregatesOf(model);
  expect(aggregates.length).toBeGreaterThanOrEqual(6);
  expect(Object.keys(ROWS).sort()).toEqual([...new Set(aggregates.map((view) => view.continuous?.of.name))].sort());
  for (const [table, values] of Object.entries(ROWS)) {
    await session.query(
      `insert into ${table} (${Object.keys(values).join(', ')}) select ${Object.values(values).join(', ')} from ${TIMES}`,
    );
    expect([table, await session.query(`select count(*) from show_chunks('${table}')`)]).toEqual([table, [['2']]]);
  }
  for (const { name } of aggregates) {
    const query = `select * from ${name.name} order by bucket`;
    const fresh = await session.query(query);
    expect([name.name, fresh.length]).toEqual([name.name, 2]);
    await session.query(`call refresh_continuous_aggregate('${name.name}', null, null)`);
    expect(await session.query(query)).toEqual(fresh);
  }
}

it(
  'all specs load on TimescaleDB, stay append-only in compressed chunks, sum up, and are what diff expects',
  () =>
    withTimescale(async (session) => {
      // This engine loads the library with the extension and not before, which the script's own check takes for missing.
      await session.execute('create extension timescaledb schema public');
      await session.execute(await specsScript('timescale'));
      await session.execute('set search_path = public');
      const { model, project } = await compiledSpecs('timescale');
      await checkAppendOnly(session);
      await checkAggregates(session, model);

      const stored = tablesOf(model).filter(({ storage }) => storage.kind === 'hypertable');
      expect(await session.query('select count(*) from timescaledb_information.hypertables')).toEqual([
        [String(stored.length)],
      ]);
      // Row security and the columnstore never meet, nor row security and an aggregate.
      expect(
        await session.query(`select h.hypertable_name from timescaledb_information.hypertables h
          join pg_class c on c.relname = h.hypertable_name and c.relnamespace = 'public'::regnamespace
          where c.relrowsecurity and (h.compression_enabled or exists (
            select from timescaledb_information.continuous_aggregates a where a.hypertable_name = h.hypertable_name))`),
      ).toEqual([]);

      // Chunks, jobs and what aggregates are made of are no drift.
      const { plan, unspelled } = await compareWithLive(session, {
        wanted: model,
        schemas: project.schemas,
        ignore: project.ignore,
        lockBudget: TARGETS.timescale.lockBudget,
      });
      expect({ statements: statementsOf(plan), unsupported: plan.unsupported, unspelled }).toEqual({
        statements: [],
        unsupported: [],
        unspelled: [],
      });
    }),
  240_000,
);

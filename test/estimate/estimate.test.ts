/**
 * The arithmetic of sizes against PostgreSQL: rows are loaded into tables of every shape, what the database knows about them
 * (widths, nulls, repeated keys) is given to the estimate as its facts, and its size must come out.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { platformSize, sumOf } from '../../src/estimate/platform-size.ts';
import { showBytes } from '../../src/estimate/show-size.ts';
import { tableSize } from '../../src/estimate/table-size.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { TargetName } from '../../src/target/target.ts';
import { textTable } from '../../src/text/text-table.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';
import { measuredFacts, measuredSize } from './measured-facts.ts';
import { SAMPLE_HELPERS, sampleRows } from './sample-rows.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = 5000;
/** In each of 32 or 64 partitions there are few of the rows. */
const ROWS_IN_HASH_PARTITIONS = 10_000;
/** A table with fewer rows would show the constants of the arithmetic, and not the arithmetic. */
const FEWEST_ROWS = 1000;
const TOLERANCE = 0.25;
/** What is wrong for all tables alike would hide within the tolerance. */
const MEAN_TOLERANCE = 0.08;
const TIMEOUT_MS = 240_000;

/** Tables by what their size depends on. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  narrow: [
    'comment_likes',
    'content_access_tiers',
    'geo_block_areas',
    'event_quota_ticket_types',
    'live_question_votes',
  ],
  wide: ['users', 'user_external_identities', 'subscriptions', 'affiliate_attributions', 'event_tickets'],
  'many indexes': ['content_item_hashtags', 'chargebacks', 'import_rows', 'provider_settlement_lines'],
  'hash partitions': [
    'post_likes',
    'follows',
    'conversation_participants',
    'message_reactions',
    'message_mentions',
    'cohort_members',
  ],
  'list partitions': ['geo_ip_ranges', 'content_embeddings'],
  'range partitions': [
    'user_login_attempts',
    'user_xp_transactions',
    'content_view_events',
    'inbox_receipts',
    'live_viewer_sessions',
    'live_safety_samples',
  ],
  TOAST: [
    'content_drafts',
    'severed_relationships',
    'realtime_outbox',
    'moderation_case_events',
    'outbox_events',
    'notification_template_versions',
    'user_embeddings',
  ],
  'jsonb and its GIN': ['analytics_events', 'label_annotations', 'booking_events', 'content_translations'],
  'words, trigrams and arrays in GIN': [
    'content_tags',
    'i18n_keys',
    'content_stickers',
    'spam_campaigns',
    'message_search_documents',
  ],
  GiST: ['calendar_busy_blocks', 'travel_notices', 'video_segments', 'booking_availability_overrides'],
  exclusion: ['subscription_periods', 'revenue_split_rules', 'bookings', 'live_private_shows'],
  BRIN: ['user_activity_daily', 'activity_groups', 'payment_webhook_dedup'],
  fillfactor: ['realtime_counters', 'media_folder_items', 'sync_cursors'],
  unlogged: ['api_rate_buckets', 'typing_indicators', 'user_presence'],
  citext: ['graph_communities', 'event_promo_codes', 'sender_identities'],
};

interface Compared {
  readonly table: string;
  readonly shape: string;
  readonly rows: number;
  readonly estimated: number;
  readonly measured: number;
}

async function compiledFor(target: TargetName): Promise<Compiled> {
  return compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), TARGETS[target]);
}

async function compare(session: Session, compiled: Compiled, table: Table, shape: string): Promise<Compared> {
  const { model, info } = compiled;
  const isHashed = table.storage.kind === 'partitioned' && table.storage.by === 'hash';
  const rows = isHashed ? ROWS_IN_HASH_PARTITIONS : ROWS;
  await session.execute(sampleRows(table, info.get(keyOf(table)), model, rows));
  await session.query(`vacuum (analyze) ${table.name.schema}.${table.name.name}`);
  const facts = await measuredFacts(session, table);
  const { total } = await measuredSize(session, table);
  const estimated = tableSize(table, facts, model).total;
  return { table: table.name.name, shape, rows: facts.rows, estimated, measured: total };
}

function off({ estimated, measured }: Compared): number {
  return estimated / measured - 1;
}

function percent(share: number): string {
  return `${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %`;
}

function meanOff(compared: readonly Compared[]): number {
  return compared.reduce((sum, one) => sum + Math.abs(off(one)), 0) / compared.length;
}

function report(compared: readonly Compared[]): string {
  const rows = compared.map((one) => [
    `${one.table} (${one.shape})`,
    String(one.rows),
    showBytes(one.estimated),
    showBytes(one.measured),
    percent(off(one)),
  ]);
  return [
    ...textTable([['table', 'rows', 'estimated', 'measured', 'off'], ...rows]),
    `${compared.length} tables, ${percent(meanOff(compared)).slice(1)} off on average`,
  ].join('\n');
}

describe('the estimate', { timeout: TIMEOUT_MS }, () => {
  it('is within 25 % of pg_total_relation_size for tables of every shape', async () => {
    const compiled = await compiledFor('postgres');
    const byName = new Map(tablesOf(compiled.model).map((table) => [table.name.name, table]));
    const compared = await withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
      await session.execute(SAMPLE_HELPERS);
      const found: Compared[] = [];
      for (const [shape, names] of Object.entries(SHAPES)) {
        for (const name of names) {
          const table = byName.get(name);
          if (table === undefined) throw new Error(`There is no table ${name} any more: take another for ${shape}`);
          found.push(await compare(session, compiled, table, shape));
        }
      }
      return found;
    });
    process.stdout.write(`${report(compared)}\n`);
    expect(compared.length).toBeGreaterThanOrEqual(40);
    expect(compared.filter(({ rows }) => rows < FEWEST_ROWS)).toEqual([]);
    const outside = compared.filter((one) => Math.abs(off(one)) > TOLERANCE);
    expect(outside.map((one) => `${one.table}: ${percent(off(one))}`)).toEqual([]);
    expect(meanOff(compared)).toBeLessThan(MEAN_TOLERANCE);
  });
});

describe('the size of the platform', () => {
  it('grows with users but for catalogues, and is smaller where time series are compressed', async () => {
    const { model, info } = await compiledFor('timescale');
    const small = platformSize(model, info, 1_000_000);
    const large = platformSize(model, info, 10_000_000);
    const ratio = sumOf(large).total / sumOf(small).total;
    expect(ratio).toBeGreaterThan(9.9);
    expect(ratio).toBeLessThan(10.1);
    const rowsOf = (name: string, estimates = large) =>
      estimates.find(({ table }) => table.name.name === name)?.facts.rows;
    expect(rowsOf('users')).toBe(10_000_000);
    expect(rowsOf('currencies')).toBe(rowsOf('currencies', small));
    const native = await compiledFor('postgres');
    const plain = platformSize(native.model, native.info, 1_000_000);
    expect(sumOf(plain).rows).toBe(sumOf(small).rows);
    expect(sumOf(plain).total).toBeGreaterThan(1.5 * sumOf(small).total);
  });
});

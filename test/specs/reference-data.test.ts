/** The reference data of the platform on a real server: that it goes in, stays as it is, and says what is true of the specs. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { putData } from '../../src/db/put-data.ts';
import type { Session } from '../../src/db/session.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import type { Interval, SchemaObject } from '../../src/model/model.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MS = 240_000;
const SETTINGS = { lockTimeoutMs: 10_000, signal: new AbortController().signal };

type Compiled = ReturnType<typeof compileSpecs>;
type Texts = readonly (string | null)[];

async function compiled(): Promise<Compiled> {
  return compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), TARGETS.postgres);
}

/** Rows of one column. */
async function column(session: Session, sql: string): Promise<Texts> {
  return (await session.query(sql)).map(([value]) => value ?? null);
}

/** Key of an interface text -> where it is said, for every column of texts that are named by their key. */
const NAMED_TEXTS = `
  select label_key from abuse_report_reasons union all select label_key from live_categories
  union all select name_key from live_gift_types union all select description_key from api_scopes
  union all select label_key from marketplace_categories union all select explanation_key from rec_strategies`;

/** What may not be: each yields the rows that are wrong. */
const WRONG: Readonly<Record<string, string>> = {
  'texts that no key has': `
    select named.label_key from (${NAMED_TEXTS}) as named
    where not exists (select from i18n_keys k where k.namespace || '.' || k.key = named.label_key)`,
  'keys whose text nobody names': `
    select k.namespace || '.' || k.key from i18n_keys k
    where k.namespace || '.' || k.key not in (select named.label_key from (${NAMED_TEXTS}) as named)`,
  'lanes for rules that are not there': `
    select q.key || ' ' || named from moderation_queues q, unnest(q.rule_codes) as named
    where not exists (select from policy_rules r where r.code = named)`,
  'rules without a guideline of their topic': `
    select r.code from policy_rules r
    where r.guideline_topic is null or not exists (select from community_guidelines g where g.topic = r.guideline_topic)`,
  'rules of two people that a machine could decide alone': `
    select code from policy_rules where default_action = 'escalate' and severity = 5 and not requires_two_reviewers`,
  'notification types without a draft for each default channel': `
    select t.code || ' ' || wanted from notification_types t, unnest(t.default_channels) as wanted
    where not exists (
      select from notification_templates n join notification_template_versions v on v.template_id = n.id
      where n.type_id = t.id and n.channel = wanted and v.locale = 'en')`,
  'digests of other texts': `
    select v.body from notification_template_versions v
    where v.sha256 <> sha256(convert_to(coalesce(v.subject, '') || E'\\n' || v.body || E'\\n', 'UTF8'))
    union all
    select g.topic::text from community_guidelines g where g.body_sha256 <> sha256(convert_to(g.body_markdown, 'UTF8'))`,
  'placeholders that the variables lack, or the other way round': `
    select v.body from notification_template_versions v
    where (select array_agg(distinct m[1] order by m[1])
        from regexp_matches(concat_ws(' ', v.subject, v.body), '\\{(\\w+)\\}', 'g') as m)
      is distinct from (select array_agg(key order by key) from jsonb_object_keys(v.variables) as key)`,
  'roles that may do nothing': `
    select r.code from user_roles r where not exists (select from user_role_permissions p where p.role_id = r.id)`,
  'permissions that nobody has': `
    select p.code from user_permissions p where not exists (select from user_role_permissions r where r.permission_id = p.id)`,
  'staff permissions of people who are not staff': `
    select r.code || ' ' || p.code
    from user_role_permissions g
      join user_roles r on r.id = g.role_id
      join user_permissions p on p.id = g.permission_id
    where not r.is_staff and p.needs_four_eyes`,
  'properties that the schema of their event has otherwise': `
    select d.name || '.' || coalesce(p.name, s.name)
    from analytics_event_definitions d
      cross join lateral (
        select name, d.json_schema -> 'required' ? name as is_required
        from jsonb_object_keys(d.json_schema -> 'properties') as name) as s
      full join (select * from analytics_property_definitions where pii_class <> 'forbidden') as p
        on p.event_definition_id = d.id and p.name = s.name
    where p.name is null or s.name is null or p.is_required <> coalesce(s.is_required, false)`,
  'relations that are not there': `
    select named.relation
    from (select source_relation from metric_definitions union select target_relation from data_quality_checks
      union select source_relation from ml_feature_views union select relation_name from retention_policies) as named (relation)
    where to_regclass('public.' || named.relation) is null`,
  'columns that are not there': `
    select named.relation || '.' || named.name
    from (select relation_name, clock_column from retention_policies
      union select source_relation, event_time_column from ml_feature_views
      union select target_relation, expression ->> 'column' from data_quality_checks where expression ? 'column')
      as named (relation, name)
    where not exists (
      select from pg_attribute a
      where a.attrelid = to_regclass('public.' || named.relation) and a.attname = named.name and not a.attisdropped)`,
  'surfaces without a strategy in use': `
    select surface from rec_strategies group by surface having not bool_or(status = 'active')`,
  'synonyms of tags that are synonyms or banned': `
    select t.slug::text from content_tags t join content_tags c on c.id = t.canonical_id
    where c.canonical_id is not null or c.state <> 'active'`,
  'classes of tax without a rate': `
    select c.path from marketplace_categories c
    where not c.is_prohibited and not exists (select from tax_rates r where r.product_class = c.tax_code)`,
};

/** What people do with the drafts before anybody reads them: it has to be possible with each. */
const APPROVAL = `
  insert into users (id, username) values
    ('00000000-0000-7000-8000-00000000a001', 'author_of_drafts'), ('00000000-0000-7000-8000-00000000a002', 'approver_of_drafts');
  update notification_template_versions
  set authored_by = '00000000-0000-7000-8000-00000000a001', approved_by = '00000000-0000-7000-8000-00000000a002', approved_at = now();
  update notification_templates set current_version = 1;
  update moderation_macros set approved_at = now(), is_active = true;
  update community_guidelines set published_at = now(), effective_from = now();
  update metric_definitions set status = 'certified'`;

function daysOf({ count, unit }: Interval): number {
  switch (unit) {
    case 'minute':
      return Math.ceil(count / 1440);
    case 'hour':
      return Math.ceil(count / 24);
    case 'day':
      return count;
    case 'month':
      return Math.ceil((count * 365.25) / 12);
  }
}

/** Days by table that a partition or chunk is kept, with the column that its age is counted by. */
function keptByPartition(object: SchemaObject): readonly (readonly [string, string, number])[] {
  if (object.kind !== 'table') return [];
  const { storage, name } = object;
  if (storage.kind === 'hypertable') {
    return storage.keep === null ? [] : [[name.name, storage.time, daysOf(storage.keep.after)]];
  }
  if (storage.kind !== 'partitioned' || storage.parts.kind !== 'rolling' || storage.parts.rolling.keep === null)
    return [];
  return [[name.name, storage.key[0] ?? '', daysOf(storage.parts.rolling.keep)]];
}

async function withData(work: (session: Session, specs: Compiled) => Promise<void>): Promise<void> {
  const specs = await compiled();
  await withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    await session.execute('set search_path = public');
    await putData(session, specs.data, SETTINGS);
    await session.execute('set search_path = public');
    await work(session, specs);
  });
}

describe('reference data', { timeout: TIMEOUT_MS }, () => {
  it('goes in once, and a second time changes nothing', () =>
    withData(async (session, specs) => {
      const again = await putData(session, specs.data, SETTINGS);
      expect(again.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
      const written = new Map(specs.data.map(({ table, rows }) => [table.name, rows.length]));
      const counts = await session.query(
        [...written.keys()].map((name) => `select '${name}', count(*) from public.${name}`).join(' union all '),
      );
      expect(written.size).toBeGreaterThanOrEqual(60);
      expect(new Map(counts.map(([name, rows]) => [name, Number(rows)]))).toEqual(written);
      expect([...written.values()].every((rows) => rows > 0)).toBe(true);
    }));

  it('agrees with itself and with the tables', () =>
    withData(async (session) => {
      const found: Record<string, Texts> = {};
      for (const [title, sql] of Object.entries(WRONG)) {
        const rows = await column(session, sql);
        if (rows.length > 0) found[title] = rows;
      }
      expect(found).toEqual({});
    }));

  it('has drafts that can be approved, with discreet subjects', () =>
    withData(async (session) => {
      await session.execute(`begin; ${APPROVAL}; set constraints all immediate; rollback`);
    }));

  it('keeps what the specs drop by partition as long as they say', () =>
    withData(async (session) => {
      const timescale = compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), TARGETS.timescale).model;
      const said = [...timescale.objects.values()].flatMap(keptByPartition);
      const rows = await session.query(
        "select relation_name, clock_column, keep_days from retention_policies where method in ('drop_partition', 'archive')",
      );
      expect(new Map(rows.map(([name, by, days]) => [name, [by, Number(days)]]))).toEqual(
        new Map(said.map(([name, by, days]) => [name, [by, days]])),
      );
    }));

  it('has features that the server computes', () =>
    withData(async (session) => {
      const features = await session.query(`
        select f.name, f.expression, f.data_type, v.source_relation
        from ml_feature_definitions f join ml_feature_views v on v.id = f.view_id`);
      for (const [, expression, type, source] of features) {
        await session.query(`explain select (${expression})::${type} from public.${source}`);
      }
      expect(features.length).toBeGreaterThan(20);
    }));

  it('has samples and settings that fit their JSON Schema', () =>
    withData(async (session) => {
      const ajv = new Ajv({ validateFormats: false });
      const rows = await session.query(`
        select name, schema::text, sample::text from webhook_event_types
        union all select setting_key, value_schema::text, value::text from system_settings`);
      const wrong = rows.filter(
        ([, schema, value]) => !ajv.validate(JSON.parse(schema ?? ''), JSON.parse(value ?? '')),
      );
      expect(wrong.map(([name]) => name)).toEqual([]);
    }));

  it('has the plural categories of each locale as CLDR has them', () =>
    withData(async (session) => {
      for (const [code, rule] of await session.query('select code, plural_rule from i18n_locales')) {
        const written = (rule ?? '').split('; ').map((part) => part.split(':')[0]?.trim());
        const { pluralCategories } = new Intl.PluralRules(code ?? '').resolvedOptions();
        expect([code, written.sort()]).toEqual([code, [...pluralCategories].sort()]);
      }
    }));

  it('has the roles that functions name', () =>
    withData(async (session) => {
      const folder = `${ROOT}/templates`;
      const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql'));
      const texts = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')));
      const named = texts
        .filter((text) => text.includes('public.user_roles'))
        .flatMap((text) => [...text.matchAll(/\.code = '(\w+)'/g)].map(([, code]) => code));
      const there = await column(session, 'select code from user_roles');
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((code) => !there.includes(code ?? ''))).toEqual([]);
    }));
});

/**
 * What the tables of section 8 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on, `pg_temp.h('x')` a digest. Users 1 and 2 are creators.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

const PEOPLE: readonly Case[] = [
  given(
    `insert into users (id, username, status) select pg_temp.u(n), 'user' || n, 'active' from generate_series(1, 9) n`,
  ),
  given(`insert into currencies (code, name, exponent) values ('EUR', 'Euro', 2)`),
  given(`insert into creators (user_id, default_currency) values (pg_temp.u(1), 'EUR'), (pg_temp.u(2), 'EUR')`),
  given(`insert into legal_documents (id, kind, version, locale, title, body_object_key, sha256)
    values (pg_temp.u(90), 'terms', 1, 'en', 'Training', 'k', pg_temp.h('d'))`),
  given(`insert into media_assets (id, owner_id, kind, mime_type, byte_size, sha256, storage_bucket, storage_key)
    select pg_temp.u(n), pg_temp.u(1), 'video', 'video/mp4', 5, pg_temp.h(n::text), 'b', n::text from generate_series(91, 92) n`),
  given(`insert into content_items (id, kind, author_id, creator_id) values
    (pg_temp.u(93), 'video', pg_temp.u(1), pg_temp.u(1)), (pg_temp.u(94), 'post', pg_temp.u(1), pg_temp.u(1))`),
  given(`insert into videos (id, author_id, slug, title, asset_id, duration_ms, max_height)
    values (pg_temp.u(93), pg_temp.u(1), 'v', 'V', pg_temp.u(91), 60000, 1080)`),
  given(`insert into content_tags (id, slug, label, kind, state) values
    (1, 'beach', 'Beach', 'setting', 'active'), (2, 'gone', 'Gone', 'theme', 'banned')`),
];

const CONSENTS: readonly Case[] = [
  given(`insert into ml_training_consents (id, user_id, scope, legal_document_id, granted_at, method) values
    (pg_temp.u(80), pg_temp.u(1), 'generation_self', pg_temp.u(90), now() - interval '9 days', 'settings'),
    (pg_temp.u(81), pg_temp.u(2), 'generation_self', pg_temp.u(90), now() - interval '9 days', 'settings'),
    (pg_temp.u(82), pg_temp.u(1), 'recommendation', pg_temp.u(90), now() - interval '9 days', 'settings'),
    (pg_temp.u(83), pg_temp.u(3), 'recommendation', pg_temp.u(90), now() - interval '9 days', 'settings'),
    (pg_temp.u(84), pg_temp.u(4), 'recommendation', pg_temp.u(90), now() + interval '1 day', 'settings'),
    (pg_temp.u(85), pg_temp.u(5), 'recommendation', pg_temp.u(90), now() - interval '9 days', 'settings')`),
  refuses(
    'the same consent twice',
    `insert into ml_training_consents (user_id, scope, legal_document_id, method)
      values (pg_temp.u(1), 'recommendation', pg_temp.u(90), 'settings')`,
    'user_id_scope_idx',
  ),
  refuses(
    'another scope',
    `update ml_training_consents set scope = 'voice' where id = pg_temp.u(82)`,
    'scope cannot change',
  ),
  refuses(
    'withdrawn before it was given',
    `update ml_training_consents set withdrawn_at = now() - interval '10 days' where id = pg_temp.u(83)`,
    'withdrawn_after_granted',
  ),
  refuses(
    'in effect without a withdrawal',
    `update ml_training_consents set effective_withdrawal_at = now() where id = pg_temp.u(83)`,
    'effective_after_withdrawal',
  ),
  refuses(
    'a document with consents',
    'delete from legal_documents where id = pg_temp.u(90)',
    'ml_training_consents_legal_document_id_fkey',
  ),
];

const PERSONAS: readonly Case[] = [
  refuses(
    'consent of another creator',
    'insert into creator_ai_personas (creator_id, consent_id) values (pg_temp.u(1), pg_temp.u(81))',
    'consent_of_same_creator',
  ),
  refuses(
    'on without consent to generation',
    'insert into creator_ai_personas (creator_id, consent_id, is_enabled) values (pg_temp.u(1), pg_temp.u(82), true)',
    'live consent',
  ),
  refuses(
    'answers that are not disclosed',
    `insert into creator_ai_personas (creator_id, consent_id, mode, disclosure_text)
      values (pg_temp.u(1), pg_temp.u(80), 'auto_disclosed', ' ')`,
    'automatic_replies_are_disclosed',
  ),
  given(`insert into creator_ai_personas (creator_id, consent_id, mode, disclosure_text, is_enabled)
    values (pg_temp.u(1), pg_temp.u(80), 'auto_disclosed', 'An assistant answers.', true)`),
  yields('disclosed to everybody', 'select disclosure_text from public_ai_disclosures', 'An assistant answers.'),
  refuses('suspended and on', 'update creator_ai_personas set suspended_at = now()', 'suspended_is_off'),
  given('update ml_training_consents set withdrawn_at = now() where id = pg_temp.u(80)'),
  yields('off with its consent', 'select is_enabled::text from creator_ai_personas', 'false'),
  refuses('on again', 'update creator_ai_personas set is_enabled = true', 'live consent'),
  refuses(
    'a withdrawal taken back',
    'update ml_training_consents set withdrawn_at = null where id = pg_temp.u(80)',
    'withdrawn_at cannot change',
  ),
  accepts(
    'consent anew is a new row',
    `insert into ml_training_consents (user_id, scope, legal_document_id, method)
      values (pg_temp.u(1), 'generation_self', pg_temp.u(90), 'settings')`,
  ),
];

const DATASETS: readonly Case[] = [
  refuses(
    'personal data without consent',
    `insert into ml_datasets (key, name, purpose, modality, sensitivity, owner_team)
      values ('p', 'P', 'p', 'text', 'personal', 't')`,
    'personal_data_needs_consent',
  ),
  given(`insert into ml_datasets (id, key, name, purpose, modality, sensitivity, required_consent_scope, owner_team) values
    (pg_temp.u(30), 'clicks', 'Clicks', 'ranking', 'interaction', 'personal', 'recommendation', 't'),
    (pg_temp.u(31), 'licensed', 'Licensed', 'tests', 'image', 'public', null, 't')`),
  refuses(
    'key without case',
    `insert into ml_datasets (key, name, purpose, modality, sensitivity, owner_team)
      values ('Clicks', 'P', 'p', 'text', 'public', 't')`,
    'key_form',
  ),
  refuses(
    'less consent',
    'update ml_datasets set required_consent_scope = null where id = pg_temp.u(30)',
    'keeps its value',
  ),
  given(`insert into ml_dataset_versions (id, dataset_id, version, build_query, storage_uri)
    select pg_temp.u(40 + n), pg_temp.u(case when n < 3 then 30 else 31 end), n + 1, 'q', 's3' from generate_series(0, 3) n`),
  accepts(
    'items with consent',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, source_id, owner_user_id, consent_id, split) values
      (pg_temp.u(40), 'a', 'post', pg_temp.u(1001), pg_temp.u(1), pg_temp.u(82), 'train'),
      (pg_temp.u(40), 'b', 'post', pg_temp.u(1002), pg_temp.u(3), pg_temp.u(83), 'test')`,
  ),
  refuses(
    'no consent',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, split)
      values (pg_temp.u(40), 'c', 'post', pg_temp.u(1), 'train')`,
    'c: no live consent to recommendation',
  ),
  refuses(
    'no owner',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, split) values (pg_temp.u(40), 'c', 'post', 'train')`,
    'no live consent',
  ),
  refuses(
    'consent of another person among good ones',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, consent_id, split) values
      (pg_temp.u(40), 'c', 'post', pg_temp.u(1), pg_temp.u(82), 'train'),
      (pg_temp.u(40), 'd', 'post', pg_temp.u(2), pg_temp.u(82), 'train')`,
    'd: the consent is not one of its owner',
  ),
  refuses(
    'consent to something else',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, consent_id, split)
      values (pg_temp.u(40), 'c', 'post', pg_temp.u(2), pg_temp.u(81), 'train')`,
    'no live consent',
  ),
  refuses(
    'consent after the cut',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, consent_id, split)
      values (pg_temp.u(40), 'c', 'post', pg_temp.u(4), pg_temp.u(84), 'train')`,
    'no live consent',
  ),
  accepts(
    'no consent where none is required',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, split) values (pg_temp.u(43), 'a', 'file', 'train')`,
  ),
  refuses(
    'an exclusion of nothing',
    `insert into ml_training_exclusions (cause, action, due_at)
      values ('quality', 'retrain', now() + interval '1 day')`,
    'somebody_or_something',
  ),
  refuses(
    'an exclusion of a version that is not there',
    `insert into ml_training_exclusions (user_id, cause, action, due_at, affected_versions)
      values (pg_temp.u(3), 'erasure', 'retrain', now() + interval '1 day', array[pg_temp.u(999)])`,
    'that is not there',
  ),
  given(`insert into ml_training_exclusions (id, user_id, source_type, source_id, cause, action, due_at, affected_dataset_versions) values
    (pg_temp.u(86), null, 'post', pg_temp.u(1003), 'ncii', 'retrain', now() + interval '1 day', array[pg_temp.u(40)]),
    (pg_temp.u(87), pg_temp.u(5), null, null, 'withdrawal', 'remove_future', now() + interval '1 day', '{}')`),
  refuses(
    'an excluded item',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, source_id, split)
      values (pg_temp.u(43), 'b', 'post', pg_temp.u(1003), 'train')`,
    'excluded from training',
  ),
  refuses(
    'an excluded person',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, consent_id, split)
      values (pg_temp.u(40), 'c', 'post', pg_temp.u(5), pg_temp.u(85), 'train')`,
    'excluded from training',
  ),
  accepts(
    'the same person after a new consent',
    `update ml_training_consents set withdrawn_at = now() where id = pg_temp.u(85);
     insert into ml_training_consents (id, user_id, scope, legal_document_id, granted_at, method)
       values (pg_temp.u(89), pg_temp.u(5), 'recommendation', pg_temp.u(90), now() + interval '1 s', 'settings');
     update ml_dataset_versions set consent_cut_at = now() + interval '2 s' where id = pg_temp.u(41);
     insert into ml_dataset_items (dataset_version_id, item_key, source_type, owner_user_id, consent_id, split)
       values (pg_temp.u(41), 'c', 'post', pg_temp.u(5), pg_temp.u(89), 'train')`,
  ),
  refuses(
    'an exclusion of somebody else',
    'update ml_training_exclusions set user_id = pg_temp.u(6) where user_id is not null',
    'user_id cannot change',
  ),
  refuses('a forgotten exclusion', 'delete from ml_training_exclusions', 'are not deleted'),
  given('update ml_training_exclusions set completed_at = now() where id = pg_temp.u(87)'),
  refuses(
    'a completed exclusion',
    `update ml_training_exclusions set due_at = due_at + interval '1 day' where id = pg_temp.u(87)`,
    'once completed_at is set',
  ),
  refuses(
    'frozen without a time',
    `update ml_dataset_versions set status = 'frozen' where id = pg_temp.u(40)`,
    'frozen_names_its_time',
  ),
  refuses(
    'frozen without a digest',
    `update ml_dataset_versions set status = 'frozen', frozen_at = now() where id = pg_temp.u(40)`,
    'frozen_has_a_digest',
  ),
  given(`update ml_dataset_versions set status = 'frozen', frozen_at = now(), manifest_sha256 = pg_temp.h('m'), item_count = 2
    where id in (pg_temp.u(40), pg_temp.u(43))`),
  refuses(
    'a frozen count',
    'update ml_dataset_versions set item_count = 3 where id = pg_temp.u(40)',
    'once frozen_at is set',
  ),
  refuses(
    'open again',
    `update ml_dataset_versions set status = 'building' where id = pg_temp.u(40)`,
    'building_is_not_frozen',
  ),
  refuses(
    'an item for a frozen build',
    `insert into ml_dataset_items (dataset_version_id, item_key, source_type, split) values (pg_temp.u(43), 'c', 'file', 'train')`,
    'the version is frozen',
  ),
  refuses('an item that moves', `update ml_dataset_items set split = 'test'`, 'split cannot change'),
  accepts('an item removed', `update ml_dataset_items set removed_at = now() where item_key = 'b'`),
  accepts('the owner of an item goes', 'delete from users where id = pg_temp.u(3)'),
  yields(
    'and leaves it without a name',
    `select count(*) from ml_dataset_items where item_key = 'b' and owner_user_id is null and consent_id is null`,
    '1',
  ),
  refuses(
    'withdrawn without a reason',
    `update ml_dataset_versions set status = 'withdrawn' where id = pg_temp.u(43)`,
    'withdrawn_says_why',
  ),
];

const FEATURES: readonly Case[] = [
  given(`insert into ml_feature_entities (id, key, join_keys, value_type, description)
    values (pg_temp.u(60), 'user', '{user_id}', 'uuid', 'd')`),
  refuses(
    'no join key',
    `insert into ml_feature_entities (key, join_keys, value_type, description) values ('x', '{}', 'uuid', 'd')`,
    'join_keys_are_named',
  ),
  given(`insert into ml_feature_views (id, key, version, entity_id, source_relation, event_time_column, ttl_seconds, owner_team)
    values (pg_temp.u(61), 'clicks', 1, pg_temp.u(60), 'r', 'at', 60, 't')`),
  given(`insert into ml_feature_definitions (id, view_id, name, data_type, expression)
    select pg_temp.u(n), pg_temp.u(61), 'f' || n, 'real', 'x' from generate_series(62, 65) n`),
  refuses(
    'sensitive and not described',
    `insert into ml_feature_definitions (view_id, name, data_type, expression, pii_class)
      values (pg_temp.u(61), 's', 'real', 'x', 'sensitive')`,
    'sensitive_is_described',
  ),
  refuses(
    'no features',
    `insert into ml_feature_services (key, version, feature_ids, description) values ('s', 1, '{}', 'd')`,
    'features_are_named',
  ),
  refuses(
    'a feature twice',
    `insert into ml_feature_services (key, version, feature_ids, description)
      values ('s', 1, array[pg_temp.u(62), pg_temp.u(62)], 'd')`,
    'twice',
  ),
  refuses(
    'a feature that is not there',
    `insert into ml_feature_services (key, version, feature_ids, description)
      values ('s', 1, array[pg_temp.u(62), pg_temp.u(999)], 'd')`,
    'not there',
  ),
  refuses(
    'a NULL among features',
    `insert into ml_feature_services (key, version, feature_ids, description) values ('s', 1, array[pg_temp.u(62), null], 'd')`,
    'not there',
  ),
  given(`insert into ml_feature_services (id, key, version, feature_ids, description) values
    (pg_temp.u(66), 's', 1, array[pg_temp.u(62), pg_temp.u(63)], 'd'), (pg_temp.u(67), 's', 2, array[pg_temp.u(64)], 'd')`),
  given('update ml_feature_services set frozen_at = now() where version = 1'),
  refuses(
    'a frozen list',
    'update ml_feature_services set feature_ids = array[pg_temp.u(62)] where version = 1',
    'once frozen_at is set',
  ),
  refuses('a listed feature deleted', 'delete from ml_feature_definitions where id = pg_temp.u(64)', 'lists the row'),
  refuses('its view deleted', 'delete from ml_feature_views', 'lists the row'),
  refuses(
    'a frozen feature of another meaning',
    `update ml_feature_definitions set expression = 'y' where id = pg_temp.u(62)`,
    'lists the row',
  ),
  accepts(
    'its description',
    `update ml_feature_definitions set expression = 'x', description = 'd' where id = pg_temp.u(62)`,
  ),
  accepts(
    'an open one of another meaning, an unlisted one deleted',
    `update ml_feature_definitions set expression = 'y' where id = pg_temp.u(64); delete from ml_feature_definitions where id = pg_temp.u(65)`,
  ),
  refuses(
    'values that are no object',
    `insert into ml_feature_values_online (view_id, entity_key, values_json, event_at, expires_at)
      values (pg_temp.u(61), 'e', '[]', now(), now() + interval '1 h')`,
    'values_are_an_object',
  ),
  accepts(
    'values that are replaced',
    `insert into ml_feature_values_online (view_id, entity_key, values_json, event_at, expires_at)
      values (pg_temp.u(61), 'e', '{}', now(), now() + interval '1 h');
     insert into ml_feature_values_online (view_id, entity_key, values_json, event_at, expires_at)
      values (pg_temp.u(61), 'e', '{"a": 1}', now(), now() + interval '1 h')
      on conflict (view_id, entity_key) do update set values_json = excluded.values_json`,
  ),
  given(`insert into ml_feature_values_history (view_id, entity_key, event_at, values_json)
    values (pg_temp.u(61), 'e', now() - interval '2 days', '{}'), (pg_temp.u(61), 'e', now(), '{"a": 1}')`),
  refuses('history rewritten', `update ml_feature_values_history set values_json = '{}'`, 'append-only'),
  refuses(
    'a window without end',
    `insert into ml_materialization_runs (view_id, window_range) values (pg_temp.u(61), tstzrange(now(), null))`,
    'window_is_bounded',
  ),
  refuses(
    'failed for no reason',
    `insert into ml_materialization_runs (view_id, window_range, status, finished_at)
      values (pg_temp.u(61), tstzrange(now() - interval '1 h', now()), 'failed', now())`,
    'failed_says_why',
  ),
];

const MODELS: readonly Case[] = [
  refuses(
    'high risk without a basis',
    `insert into ml_models (key, name, task, owner_team, risk_class, required_approvals, description)
      values ('age', 'Age', 'classification', 't', 'high', '{ml_lead,legal}', 'd')`,
    'high_risk_names_its_basis',
  ),
  refuses(
    'high risk on one sign-off',
    `insert into ml_models (key, name, task, owner_team, risk_class, lawful_basis, description)
      values ('age', 'Age', 'classification', 't', 'high', 'duty', 'd')`,
    'high_risk_needs_a_second_view',
  ),
  refuses(
    'a role that is not one',
    `insert into ml_models (key, name, task, owner_team, required_approvals, description)
      values ('age', 'Age', 'classification', 't', '{boss}', 'd')`,
    'ml_models_required_approvals_check',
  ),
  given(`insert into ml_models (id, key, name, task, owner_team, risk_class, lawful_basis, affects_users_legally, required_approvals, description) values
    (pg_temp.u(10), 'age', 'Age', 'classification', 't', 'high', 'duty', true, '{ml_lead,legal}', 'd'),
    (pg_temp.u(11), 'rank', 'Rank', 'ranking', 't', 'limited', '', false, '{ml_lead}', 'd')`),
  given(`insert into ml_training_runs (id, model_id, dataset_version_id, feature_service_id, code_revision)
    values (pg_temp.u(50), pg_temp.u(10), pg_temp.u(40), pg_temp.u(66), 'abc')`),
  refuses(
    'a run on an open build',
    `insert into ml_training_runs (model_id, dataset_version_id, code_revision) values (pg_temp.u(10), pg_temp.u(42), 'abc')`,
    'a run reads a frozen dataset',
  ),
  refuses(
    'a run on an open list of features',
    `insert into ml_training_runs (model_id, feature_service_id, code_revision) values (pg_temp.u(10), pg_temp.u(67), 'abc')`,
    'a run reads a frozen list',
  ),
  refuses('running without a start', `update ml_training_runs set status = 'running'`, 'have_started'),
  refuses('a cost in nothing', 'update ml_training_runs set cost_minor = 5', 'cost_names_its_currency'),
  refuses(
    'failed for no reason',
    `update ml_training_runs set status = 'failed', finished_at = now()`,
    'failed_says_why',
  ),
  given(`update ml_training_runs set status = 'succeeded', started_at = now(), finished_at = now()`),
  refuses('a finished run', `update ml_training_runs set params = '{"a": 1}'`, 'once finished_at is set'),
  accepts('its bill', `update ml_training_runs set cost_minor = 500, currency = 'EUR'`),
  given(`insert into ml_run_metrics (run_id, metric_key, step, value) values (pg_temp.u(50), 'loss', 0, 'NaN')`),
  refuses(
    'a step before the first',
    `insert into ml_run_metrics (run_id, metric_key, step, value) values (pg_temp.u(50), 'loss', -1, 1)`,
    'step_is_not_negative',
  ),
  given(`insert into ml_model_versions (id, model_id, version, training_run_id, dataset_version_id, artifact_uri, artifact_sha256, framework, input_schema, output_schema) values
    (pg_temp.u(20), pg_temp.u(10), 1, pg_temp.u(50), pg_temp.u(40), 's3', pg_temp.h('a'), 'f', '{}', '{}'),
    (pg_temp.u(21), pg_temp.u(10), 2, null, pg_temp.u(43), 's3', pg_temp.h('b'), 'f', '{}', '{}'),
    (pg_temp.u(22), pg_temp.u(11), 1, null, null, 's3', pg_temp.h('c'), 'f', '{}', '{}'),
    (pg_temp.u(23), pg_temp.u(11), 2, null, null, 's3', pg_temp.h('d'), 'f', '{}', '{}')`),
  refuses(
    'a run of another model',
    `insert into ml_model_versions (model_id, version, training_run_id, artifact_uri, artifact_sha256, framework, input_schema, output_schema)
      values (pg_temp.u(11), 3, pg_temp.u(50), 's3', pg_temp.h('a'), 'f', '{}', '{}')`,
    'run_of_same_model',
  ),
  refuses(
    'another artefact',
    `update ml_model_versions set artifact_sha256 = pg_temp.h('z')`,
    'artifact_sha256 cannot change',
  ),
  refuses(
    'revoked for no reason',
    `update ml_model_versions set state = 'revoked' where id = pg_temp.u(23)`,
    'revoked_says_why',
  ),
  given(`update ml_model_versions set state = 'revoked', revoked_reason = 'leak' where id = pg_temp.u(23)`),
  refuses(
    'approved after all',
    `update ml_model_versions set state = 'approved' where id = pg_temp.u(23)`,
    'revoked_says_why',
  ),
  refuses(
    'the reason taken back',
    `update ml_model_versions set state = 'approved', revoked_reason = null where id = pg_temp.u(23)`,
    'revoked_reason cannot change',
  ),
  refuses(
    'an alias to another model',
    `insert into ml_model_aliases (model_id, alias, version_id) values (pg_temp.u(11), 'champion', pg_temp.u(20))`,
    'version_of_same_model',
  ),
  refuses(
    'an alias to what was revoked',
    `insert into ml_model_aliases (model_id, alias, version_id) values (pg_temp.u(11), 'champion', pg_temp.u(23))`,
    'revoked version',
  ),
  given(`insert into ml_model_aliases (model_id, alias, version_id) values (pg_temp.u(11), 'champion', pg_temp.u(22))`),
  refuses(
    'an alias twice',
    `insert into ml_model_aliases (model_id, alias, version_id) values (pg_temp.u(11), 'Champion', pg_temp.u(22))`,
    'ml_model_aliases',
  ),
  refuses(
    'an aliased version deleted',
    'delete from ml_model_versions where id = pg_temp.u(22)',
    'version_of_same_model',
  ),
  refuses(
    'a waiver by nobody',
    `insert into ml_evaluations (version_id, kind, gate_result, notes) values (pg_temp.u(20), 'shadow', 'waived', 'n')`,
    'waived_by_somebody',
  ),
  given(`insert into ml_evaluations (id, version_id, kind, gate_result) values
    (pg_temp.u(55), pg_temp.u(20), 'shadow', 'fail'), (pg_temp.u(56), pg_temp.u(20), 'human', 'pass')`),
  refuses(
    'a pass from nowhere',
    `update ml_evaluations set gate_result = 'pass' where id = pg_temp.u(55)`,
    'only from fail to waived',
  ),
  accepts(
    'a fail waived',
    `update ml_evaluations set gate_result = 'waived', waived_by = pg_temp.u(6), notes = 'n' where id = pg_temp.u(55)`,
  ),
  refuses(
    'a waiver of a pass',
    `update ml_evaluations set gate_result = 'waived', waived_by = pg_temp.u(6), notes = 'n' where id = pg_temp.u(56)`,
    'only from fail to waived',
  ),
  refuses('who waived goes', 'delete from users where id = pg_temp.u(6)', 'ml_evaluations_waived_by_fkey'),
  refuses(
    'a gate without a verdict',
    `insert into ml_evaluation_metrics (evaluation_id, metric_key, value, sample_size, gate_limit) values (pg_temp.u(55), 'auc', 1, 1, 1)`,
    'gate_gives_a_verdict',
  ),
  refuses(
    'a metric of nobody',
    `insert into ml_evaluation_metrics (evaluation_id, metric_key, value, sample_size) values (pg_temp.u(55), 'auc', 1, 0)`,
    'sample_is_not_empty',
  ),
];

const SERVING: readonly Case[] = [
  accepts(
    'staging without any sign-off',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode, traffic_ppm)
      values (pg_temp.u(20), 'staging', 'age', 'live', 1000000)`,
  ),
  refuses(
    'live without approval',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode) values (pg_temp.u(20), 'production', 'age', 'live')`,
    'it is registered, not approved',
  ),
  given(`update ml_model_versions set state = 'approved' where id in (pg_temp.u(20), pg_temp.u(21), pg_temp.u(22))`),
  refuses(
    'live without sign-off',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode) values (pg_temp.u(20), 'production', 'age', 'live')`,
    'no sign-off by legal, ml_lead',
  ),
  refuses(
    'conditional on nothing',
    `insert into ml_model_approvals (version_id, approval_role, decision, decided_by)
      values (pg_temp.u(20), 'legal', 'conditional', pg_temp.u(6))`,
    'conditional_names_its_conditions',
  ),
  given(`insert into ml_model_approvals (version_id, approval_role, decision, decided_by, decided_at, valid_until) values
    (pg_temp.u(20), 'legal', 'approved', pg_temp.u(6), now() - interval '9 days', current_date - 3),
    (pg_temp.u(20), 'ml_lead', 'approved', pg_temp.u(6), now(), null),
    (pg_temp.u(21), 'legal', 'approved', pg_temp.u(6), now(), null),
    (pg_temp.u(21), 'ml_lead', 'approved', pg_temp.u(6), now(), null),
    (pg_temp.u(22), 'ml_lead', 'approved', pg_temp.u(6), now(), null)`),
  refuses(
    'live on a sign-off that ran out',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode) values (pg_temp.u(20), 'production', 'age', 'canary')`,
    'no sign-off by legal',
  ),
  refuses(
    'a sign-off for another version',
    `update ml_model_approvals set version_id = pg_temp.u(22) where approval_role = 'legal'`,
    'keeps its value',
  ),
  given(
    `update ml_model_approvals set decision = 'rejected', valid_until = null where version_id = pg_temp.u(20) and approval_role = 'legal'`,
  ),
  refuses(
    'live against a rejection',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode) values (pg_temp.u(20), 'production', 'age', 'live')`,
    'no sign-off by legal',
  ),
  given(
    `update ml_model_approvals set decision = 'approved' where version_id = pg_temp.u(20) and approval_role = 'legal'`,
  ),
  given(`insert into ml_deployments (id, version_id, environment, endpoint_key, mode, traffic_ppm)
    values (pg_temp.u(25), pg_temp.u(20), 'production', 'age', 'live', 900000)`),
  refuses(
    'one version twice on an endpoint',
    `insert into ml_deployments (version_id, environment, endpoint_key) values (pg_temp.u(20), 'production', 'age')`,
    'environment_endpoint_key_version_id_idx',
  ),
  refuses(
    'more than the whole traffic',
    `insert into ml_deployments (version_id, environment, endpoint_key, mode, traffic_ppm)
      values (pg_temp.u(21), 'production', 'age', 'canary', 100001)`,
    'adds up to 1000001',
  ),
  accepts(
    'a shift of traffic in one step',
    `insert into ml_deployments (id, version_id, environment, endpoint_key, mode, traffic_ppm, rollback_to)
      values (pg_temp.u(26), pg_temp.u(21), 'production', 'age', 'canary', 500000, pg_temp.u(25));
     update ml_deployments set traffic_ppm = 500000 where id = pg_temp.u(25)`,
  ),
  refuses(
    'back to another endpoint',
    `update ml_deployments set rollback_to = (select id from ml_deployments where environment = 'staging') where id = pg_temp.u(25)`,
    'is not that of its row in ml_deployments',
  ),
  refuses(
    'another version in place',
    'update ml_deployments set version_id = pg_temp.u(22) where id = pg_temp.u(25)',
    'keeps its value',
  ),
  given(
    `update ml_dataset_versions set status = 'withdrawn', withdrawn_reason = 'consent lost' where id = pg_temp.u(43)`,
  ),
  refuses(
    'a dataset that comes back',
    `update ml_dataset_versions set status = 'frozen' where id = pg_temp.u(43)`,
    'reason_belongs_to_a_withdrawal',
  ),
  refuses(
    'more traffic on tainted data',
    'update ml_deployments set traffic_ppm = 500001 where id = pg_temp.u(26)',
    'its data was withdrawn',
  ),
  accepts('less traffic', 'update ml_deployments set traffic_ppm = 0 where id = pg_temp.u(26)'),
  refuses(
    'a run on withdrawn data',
    `insert into ml_training_runs (model_id, dataset_version_id, code_revision) values (pg_temp.u(10), pg_temp.u(43), 'abc')`,
    'a run reads a frozen dataset',
  ),
  refuses(
    'a shadow of a revoked version',
    `insert into ml_deployments (version_id, environment, endpoint_key) values (pg_temp.u(23), 'staging', 'rank')`,
    'it is revoked',
  ),
  accepts('retired', 'update ml_deployments set retired_at = now() where id = pg_temp.u(26)'),
  refuses(
    'back from retirement',
    'update ml_deployments set retired_at = null where id = pg_temp.u(26)',
    'keeps its value',
  ),
  given(`insert into ml_model_cards (version_id, intended_use, out_of_scope, limitations, oversight, public_explanation)
    values (pg_temp.u(20), 'i', 'o', 'l', 's', 'We estimate age.')`),
  yields('no summary before its review', 'select count(*) from public_model_summaries', '0'),
  given('update ml_model_cards set reviewed_at = now(), reviewed_by = pg_temp.u(6)'),
  yields('a public summary', 'select public_explanation from public_model_summaries', 'We estimate age.'),
  given(`insert into ml_drift_monitors (id, deployment_id, target_kind, target_key, statistic, reference, warn_limit, alert_limit, window_minutes)
    values (pg_temp.u(27), pg_temp.u(25), 'feature', 'f', 'psi', '{}', 0.1, 0.2, 60)`),
  refuses('a warning after the alert', 'update ml_drift_monitors set warn_limit = 0.3', 'warns_before_it_alerts'),
  refuses(
    'a value from no data',
    `insert into ml_drift_measurements (monitor_id, measured_at, value, sample_size, status) values (pg_temp.u(27), now(), 1, 0, 'no_data')`,
    'no_data_has_no_value',
  ),
  given(`insert into ml_inference_logs (deployment_id, version_id, subject_type, subject_id, request_id, output, latency_ms, sampled_reason)
    values (pg_temp.u(25), pg_temp.u(20), 'user', pg_temp.u(1), pg_temp.u(500), '{}', 5, 'decision')`),
  refuses('another output', `update ml_inference_logs set output = '[]'`, 'append-only'),
  accepts('erasure in the log', 'update ml_inference_logs set subject_id = null'),
  refuses(
    'half an hour',
    `insert into ml_inference_hourly (bucket_at, version_id, requests, latency_sketch)
      values (date_trunc('hour', now()) + interval '30 min', pg_temp.u(20), 1, 'x')`,
    'bucket_is_an_hour',
  ),
  given(`insert into ml_outcomes (request_id, outcome_key, observed_at, value, delay_seconds, source)
    values (pg_temp.u(500), 'appeal_won', now(), 1, 5, 's')`),
  refuses('another outcome', 'update ml_outcomes set value = 0', 'append-only'),
  given(`insert into ml_decision_records (id, subject_user_id, version_id, decision_kind, outcome, main_factors)
    values (pg_temp.u(28), pg_temp.u(7), pg_temp.u(20), 'age_check', 'refused', '["face"]')`),
  refuses('another decision', `update ml_decision_records set outcome = 'passed'`, 'outcome cannot change'),
  refuses('confirmed by nobody', `update ml_decision_records set human_review = 'confirmed'`, 'reviewed_by_somebody'),
  refuses(
    'reviewed by the subject',
    `update ml_decision_records set human_review = 'confirmed', reviewed_by = pg_temp.u(7), reviewed_at = now()`,
    'nobody_reviews',
  ),
  accepts(
    'overturned',
    `update ml_decision_records set human_review = 'overturned', reviewed_by = pg_temp.u(6), reviewed_at = now()`,
  ),
  refuses('another reviewer', 'update ml_decision_records set reviewed_by = pg_temp.u(8)', 'reviewed_by cannot change'),
  accepts('the subject goes, the record stays', 'delete from users where id = pg_temp.u(7)'),
  yields('without the subject', 'select count(*) from ml_decision_records where subject_user_id is null', '1'),
];

const LABELS: readonly Case[] = [
  refuses(
    'ten labels an item',
    `insert into label_projects (name, label_schema, instructions, overlap, agreement_target) values ('l', '{}', 'i', 10, 1)`,
    'overlap_in_range',
  ),
  given(`insert into label_projects (id, name, label_schema, schema_version, instructions, overlap, agreement_target)
    values (pg_temp.u(100), 'l', '{}', 2, 'i', 2, 0.8)`),
  refuses('an older schema', 'update label_projects set schema_version = 1', 'only grows'),
  given(`insert into label_tasks (id, project_id, item_key, source_type) values
    (pg_temp.u(101), pg_temp.u(100), 'a', 'post'), (pg_temp.u(102), pg_temp.u(100), 'b', 'post')`),
  refuses('a lease without end', `update label_tasks set state = 'leased'`, 'leased_names_its_end'),
  refuses('held and open', 'update label_tasks set leased_by = pg_temp.u(8)', 'holder_belongs_to_a_lease'),
  refuses('done without a label', `update label_tasks set state = 'done'`, 'done_has_a_label'),
  given(
    `update label_tasks set state = 'leased', leased_by = pg_temp.u(8), lease_expires_at = now() where id = pg_temp.u(101)`,
  ),
  yields(
    'next task',
    `select item_key from label_tasks where project_id = pg_temp.u(100) and state = 'open' order by priority desc, id limit 1 for update skip locked`,
    'b',
  ),
  given(`insert into label_annotations (id, task_id, labeler_id, schema_version, label, seconds_spent) values
    (pg_temp.u(103), pg_temp.u(101), pg_temp.u(8), 1, '{}', 5), (pg_temp.u(104), pg_temp.u(101), pg_temp.u(9), 1, '{}', 5)`),
  refuses(
    'two labels of one person',
    `insert into label_annotations (task_id, labeler_id, schema_version, label, seconds_spent) values (pg_temp.u(101), pg_temp.u(8), 1, '{}', 5)`,
    'task_id_labeler_id_idx',
  ),
  refuses('a label edited', `update label_annotations set label = '[]'`, 'label cannot change'),
  refuses(
    'superseded by another person',
    'update label_annotations set superseded_by = pg_temp.u(104) where id = pg_temp.u(103)',
    'is not that of its row',
  ),
  refuses(
    'superseded by nothing',
    'update label_annotations set superseded_by = pg_temp.u(999) where id = pg_temp.u(103)',
    'superseded_by_fkey',
  ),
  accepts(
    'a newer label',
    `update label_annotations set superseded_by = pg_temp.u(105) where id = pg_temp.u(103);
     insert into label_annotations (id, task_id, labeler_id, schema_version, label, seconds_spent)
       values (pg_temp.u(105), pg_temp.u(101), pg_temp.u(8), 1, '{"a": 1}', 5)`,
  ),
  accepts('which goes again', 'delete from label_annotations where id = pg_temp.u(105)'),
  yields('and leaves the older one', 'select count(*) from label_annotations where superseded_by is null', '2'),
  refuses('a labeller who goes', 'delete from users where id = pg_temp.u(8)', 'label_annotations_labeler_id_fkey'),
  refuses(
    'an expert without a name',
    `insert into label_adjudications (task_id, method, final_label, reason, agreement) values (pg_temp.u(101), 'expert', '{}', 'r', 0.5)`,
    'expert_is_named',
  ),
  refuses(
    'more right than seen',
    'insert into labeler_stats (labeler_id, project_id, gold_seen, gold_correct) values (pg_temp.u(8), pg_temp.u(100), 1, 2)',
    'gold_correct_is_within_seen',
  ),
];

const VECTORS: readonly Case[] = [
  given(`insert into embedding_spaces (id, key, version_id, dimension, modality, slot) values
    (pg_temp.u(110), 'posts', pg_temp.u(22), 8, 'image', 1), (pg_temp.u(111), 'tastes', pg_temp.u(22), 9, 'taste', null)`),
  refuses(
    'a slot twice',
    `insert into embedding_spaces (key, version_id, dimension, modality, slot) values ('x', pg_temp.u(22), 8, 'image', 1)`,
    'embedding_spaces_slot_key',
  ),
  refuses(
    'seven dimensions',
    `insert into embedding_spaces (key, version_id, dimension, modality) values ('x', pg_temp.u(22), 7, 'image')`,
    'dimension_in_range',
  ),
  refuses('another geometry', `update embedding_spaces set distance = 'l2'`, 'keeps its value'),
  refuses(
    'search before it is built',
    'update embedding_spaces set is_searchable = true',
    'search_needs_an_active_space',
  ),
  given(`insert into content_embeddings (space_id, slot, content_type, content_id, creator_id, dimension, embedding, explicit_level, content_version)
    values (pg_temp.u(110), 1, 'post', pg_temp.u(94), pg_temp.u(1), 8, array_fill(0.5::real, array[8]), 0, 1)`),
  yields(
    'in the partition of its space',
    'select tableoid::regclass::text from content_embeddings',
    'boyfanz_parts.content_embeddings_s01',
  ),
  refuses(
    'the slot of another space',
    `insert into content_embeddings (space_id, slot, content_type, content_id, creator_id, dimension, embedding, explicit_level, content_version)
      values (pg_temp.u(110), 2, 'post', pg_temp.u(94), pg_temp.u(1), 8, array_fill(0.5::real, array[8]), 0, 1)`,
    'space_of_slot_and_dimension',
  ),
  refuses(
    'a space without a slot',
    `insert into content_embeddings (space_id, slot, content_type, content_id, creator_id, dimension, embedding, explicit_level, content_version)
      values (pg_temp.u(111), 2, 'post', pg_temp.u(94), pg_temp.u(1), 9, array_fill(0.5::real, array[9]), 0, 1)`,
    'space_of_slot_and_dimension',
  ),
  refuses(
    'a shorter vector',
    'update content_embeddings set embedding = array_fill(0.5::real, array[7])',
    'embedding_has_its_dimension',
  ),
  refuses(
    'a matrix',
    'update content_embeddings set embedding = array_fill(0.5::real, array[2, 4])',
    'embedding_has_its_dimension',
  ),
  refuses(
    'an empty vector',
    `update content_embeddings set embedding = '{}', dimension = 0`,
    'embedding_has_its_dimension',
  ),
  refuses(
    'a hole in a vector',
    `update content_embeddings set embedding = '{1,2,3,4,5,6,7,null}'`,
    'embedding_is_whole',
  ),
  refuses('not a number', `update content_embeddings set embedding = '{1,2,3,4,5,6,7,NaN}'`, 'embedding_is_whole'),
  refuses('infinite', `update content_embeddings set embedding = '{1,2,3,4,5,6,7,-Infinity}'`, 'embedding_is_whole'),
  refuses(
    'a slot given up with vectors',
    'update embedding_spaces set slot = null where id = pg_temp.u(110)',
    'space_of_slot_and_dimension',
  ),
  accepts(
    'a slot given up without',
    `delete from content_embeddings; update embedding_spaces set slot = null where id = pg_temp.u(110);
     update embedding_spaces set slot = 1 where id = pg_temp.u(111)`,
  ),
  refuses(
    'the dimension of another space',
    `insert into user_embeddings (space_id, user_id, dimension, embedding, interactions_used, window_days)
      values (pg_temp.u(111), pg_temp.u(1), 8, array_fill(0.5::real, array[8]), 1, 30)`,
    'space_of_dimension',
  ),
  given(`insert into user_embeddings (space_id, user_id, dimension, embedding, interactions_used, window_days)
    values (pg_temp.u(111), pg_temp.u(9), 9, array_fill(0.5::real, array[9]), 1, 30)`),
  accepts('a space with its vectors', 'delete from embedding_spaces where id = pg_temp.u(111)'),
  yields('is gone', 'select count(*) from user_embeddings', '0'),
  refuses(
    'neighbours without similarity',
    `insert into item_neighbors (item_type, item_id, algorithm, neighbor_ids, similarities)
      values ('post', pg_temp.u(1), 'a', array[pg_temp.u(2)], '{}')`,
    'similarities_follow',
  ),
  refuses(
    'its own neighbour',
    `insert into item_neighbors (item_type, item_id, algorithm, neighbor_ids, similarities)
      values ('post', pg_temp.u(1), 'a', array[pg_temp.u(1)], '{1}')`,
    'nothing_is_its_own_neighbor',
  ),
];

const RECOMMENDING: readonly Case[] = [
  given(`insert into rec_strategies (id, surface, key, version, retrieval, is_profiled, explanation_key) values
    (pg_temp.u(120), 'home', 'you', 1, '{}', true, 'k'), (pg_temp.u(121), 'home', 'new', 1, '{}', false, 'k')`),
  refuses(
    'profiled only',
    `update rec_strategies set status = 'active' where id = pg_temp.u(120)`,
    'that profiles and none that does not',
  ),
  accepts('both', `update rec_strategies set status = 'active'`),
  refuses(
    'the open one retired',
    `update rec_strategies set status = 'retired' where id = pg_temp.u(121)`,
    'none that does not',
  ),
  refuses('the open one deleted', 'delete from rec_strategies where id = pg_temp.u(121)', 'none that does not'),
  refuses(
    'an active one changed',
    `update rec_strategies set filters = '{"a": 1}' where id = pg_temp.u(120)`,
    'filters cannot change',
  ),
  refuses(
    'a draft again',
    `update rec_strategies set status = 'draft' where id = pg_temp.u(120)`,
    'Make a new version',
  ),
  refuses(
    'reasons for some',
    `insert into rec_requests (surface, strategy_id, item_ids, reason_codes, latency_ms)
      values ('home', pg_temp.u(120), array[pg_temp.u(1), pg_temp.u(2)], '{a}', 5)`,
    'reasons_follow_the_items',
  ),
  given(
    `insert into rec_requests (surface, strategy_id, item_ids, latency_ms) values ('home', pg_temp.u(120), array[pg_temp.u(1)], 5)`,
  ),
  refuses('a response rewritten', `update rec_requests set item_ids = '{}'`, 'append-only'),
  refuses(
    'a rule that never applies',
    `insert into personalization_rules (key, surface, kind, effect, active) values ('r', 'home', 'boost', '{}', 'empty')`,
    'active_is_not_empty',
  ),
  accepts(
    'a rule from now on',
    `insert into personalization_rules (key, surface, kind, effect) values ('r', 'home', 'boost', '{}')`,
  ),
  refuses(
    'a tag for another creator',
    `insert into ai_tag_predictions (content_id, tag_id, creator_id, confidence) values (pg_temp.u(94), 1, pg_temp.u(2), 0.5)`,
    'is not that of its row in content_items',
  ),
  given(`insert into ai_tag_predictions (content_id, tag_id, creator_id, confidence) values
    (pg_temp.u(94), 1, pg_temp.u(1), 0.5), (pg_temp.u(94), 2, pg_temp.u(1), 0.5)`),
  refuses(
    'accepted without a time',
    `update ai_tag_predictions set state = 'accepted' where tag_id = 1`,
    'decided_names_its_time',
  ),
  refuses(
    'a banned tag',
    `update ai_tag_predictions set state = 'auto_applied', decided_at = now() where tag_id = 2`,
    'is banned',
  ),
  accepts(
    'accepted',
    `update ai_tag_predictions set state = 'accepted', decided_at = now(), decided_by = pg_temp.u(1) where tag_id = 1`,
  ),
];

const UNDERSTANDING: readonly Case[] = [
  refuses(
    'a text in clear as its hash',
    `insert into text_analyses (text_hash, version_id, language, sentiment, toxicity) values ('text', pg_temp.u(22), 'en', 0, 0)`,
    'digest_256',
  ),
  refuses(
    'too glad',
    `insert into text_analyses (text_hash, version_id, language, sentiment, toxicity) values (pg_temp.h('t'), pg_temp.u(22), 'en', 1.1, 0)`,
    'sentiment_in_range',
  ),
  given(
    `insert into text_analyses (text_hash, version_id, language, sentiment, toxicity) values (pg_temp.h('t'), pg_temp.u(22), 'en', -1, 0)`,
  ),
  refuses('its version deleted', 'delete from ml_model_versions where id = pg_temp.u(22)', 'fkey'),
  refuses(
    'a mood of nothing',
    `insert into sentiment_daily (creator_id, metric_date, source, items, mean_sentiment, negative_share)
      values (pg_temp.u(1), '2026-11-01', 'comments', 0, 0, 0)`,
    'items_are_counted',
  ),
  given(`insert into image_analyses (media_asset_id, version_id, nudity_level, quality_score, synthetic_probability, apparent_minor_flag)
    values (pg_temp.u(92), pg_temp.u(22), 0, 1, 0, true)`),
  refuses('a finding taken back', 'update image_analyses set apparent_minor_flag = false', 'Moderation decides'),
  given('insert into video_analyses (id, video_id, version_id) values (pg_temp.u(130), pg_temp.u(93), pg_temp.u(22))'),
  refuses('done with nothing', `update video_analyses set status = 'done', analysed_at = now()`, 'done_has_results'),
  refuses(
    'a thumbnail before the start',
    `update video_analyses set thumbnail_times_ms = '{5,-1}'`,
    'thumbnail_times_are_whole',
  ),
  refuses(
    'a segment of another video',
    `insert into video_segments (analysis_id, video_id, during, label, confidence) values (pg_temp.u(130), pg_temp.u(94), '[0,5)', 'scene', 1)`,
    'analysis_of_same_video',
  ),
  refuses(
    'a segment without end',
    `insert into video_segments (analysis_id, video_id, during, label, confidence) values (pg_temp.u(130), pg_temp.u(93), '[0,)', 'scene', 1)`,
    'during_is_bounded',
  ),
  refuses(
    'a segment of no length',
    `insert into video_segments (analysis_id, video_id, during, label, confidence) values (pg_temp.u(130), pg_temp.u(93), '[5,5)', 'scene', 1)`,
    'during_is_bounded',
  ),
  given(
    `insert into video_segments (analysis_id, video_id, during, label, confidence) values (pg_temp.u(130), pg_temp.u(93), '[0,5000)', 'scene', 1)`,
  ),
  yields(
    'what happens then',
    `select label from video_segments where video_id = pg_temp.u(93) and during @> 100::bigint`,
    'scene',
  ),
  accepts('segments go with their analysis', 'delete from video_analyses'),
  refuses(
    'a voice message published',
    `insert into transcripts (source_type, source_id, language, is_published, full_text) values ('voice_message', pg_temp.u(1), 'en', true, 't')`,
    'voice_messages_stay_private',
  ),
  given(`insert into transcripts (source_type, source_id, creator_id, language, is_published, full_text)
    values ('video', pg_temp.u(93), pg_temp.u(1), 'en', true, 'down by the sea')`),
  yields(
    'found by its words',
    `select count(*) from transcripts where is_published and search_vector @@ plainto_tsquery('simple', 'sea')`,
    '1',
  ),
  refuses(
    'two by hand',
    `insert into transcripts (source_type, source_id, language, full_text) values ('video', pg_temp.u(93), 'en', 't')`,
    'one_per_version',
  ),
  accepts(
    'one more by a model',
    `insert into transcripts (source_type, source_id, language, version_id, full_text) values ('video', pg_temp.u(93), 'en', pg_temp.u(22), 't')`,
  ),
];

const FRAUD: readonly Case[] = [
  given(
    `insert into spam_verdicts (subject_type, subject_id, author_id, score, verdict) values ('message', pg_temp.u(1), pg_temp.u(1), 0.9, 'spam')`,
  ),
  refuses(
    'corrected to the same',
    `update spam_verdicts set corrected_to = 'spam', corrected_at = now()`,
    'correction_differs',
  ),
  refuses('corrected at no time', `update spam_verdicts set corrected_to = 'ham'`, 'corrected_names_its_time'),
  refuses('another verdict', `update spam_verdicts set verdict = 'ham'`, 'verdict cannot change'),
  accepts(
    'corrected and erased',
    `update spam_verdicts set corrected_to = 'ham', corrected_at = now(), author_id = null`,
  ),
  refuses('a short fingerprint', `insert into spam_campaigns (fingerprint) values ('x')`, 'fingerprint_length'),
  refuses(
    'a domain in capitals',
    `insert into spam_campaigns (fingerprint, domains) values ('12345678', '{A.com}')`,
    'domains_are_lower_case',
  ),
  given(`insert into fraud_rules (id, key, version, stage, condition, score_delta, is_enabled, is_shadow) values
    (pg_temp.u(140), 'velocity', 1, 'tip', '{}', 50, true, false), (pg_temp.u(141), 'velocity', 2, 'tip', '{}', 60, true, true)`),
  refuses('two versions in force', 'update fraud_rules set is_shadow = false', 'fraud_rules_key_idx'),
  accepts(
    'one after the other',
    'update fraud_rules set is_enabled = false where version = 1; update fraud_rules set is_shadow = false where version = 2',
  ),
  refuses('a rule edited', 'update fraud_rules set score_delta = 70', 'score_delta cannot change'),
  given(`insert into fraud_assessments (user_id, stage, score, action) values (pg_temp.u(1), 'tip', 900, 'review')`),
  refuses('an outcome at no time', `update fraud_assessments set outcome = 'fraud'`, 'outcome_names_its_time'),
  refuses('another score', 'update fraud_assessments set score = 1', 'score cannot change'),
  refuses(
    'a score beyond all',
    `insert into fraud_assessments (stage, score, action) values ('tip', 1001, 'block')`,
    'score_in_range',
  ),
  given(`insert into fraud_entities (id, kind, value_hash) values (pg_temp.u(142), 'card', pg_temp.h('card'))`),
  refuses(
    'an entity twice',
    `insert into fraud_entities (kind, value_hash) values ('card', pg_temp.h('card'))`,
    'kind_value_hash_key',
  ),
  refuses('another value', `update fraud_entities set value_hash = pg_temp.h('other')`, 'keeps its value'),
  refuses(
    'used before it was',
    `insert into fraud_entity_links (entity_id, user_id, last_used_at) values (pg_temp.u(142), pg_temp.u(1), now() - interval '1 day')`,
    'used_in_order',
  ),
  refuses(
    'a case about nobody known',
    `insert into fraud_cases (title, pattern, user_ids, currency) values ('t', 'collusion', array[pg_temp.u(999)], 'EUR')`,
    'not there',
  ),
  refuses(
    'more recovered than lost',
    `insert into fraud_cases (title, pattern, user_ids, exposure_minor, recovered_minor, currency)
      values ('t', 'collusion', array[pg_temp.u(1)], 5, 6, 'EUR')`,
    'recovered_is_within_exposure',
  ),
  refuses(
    'investigated by the suspect',
    `insert into fraud_cases (title, pattern, user_ids, currency, assigned_to)
      values ('t', 'collusion', array[pg_temp.u(1)], 'EUR', pg_temp.u(1))`,
    'nobody_investigates',
  ),
  given(
    `insert into fraud_cases (title, pattern, user_ids, currency) values ('t', 'collusion', array[pg_temp.u(1)], 'EUR')`,
  ),
  refuses('closed at no time', `update fraud_cases set state = 'closed', decision = 'd'`, 'closed_names_its_time'),
  accepts('confirmed', `update fraud_cases set state = 'confirmed', decision = 'd'`),
  refuses('a confirmed case deleted', 'delete from fraud_cases', 'are not deleted'),
];

const PREDICTING: readonly Case[] = [
  given(`insert into prediction_definitions (id, key, entity, target, horizon_days, model_id, refresh_cron, allowed_uses)
    values (pg_temp.u(150), 'churn', 'user', 'churn', 30, pg_temp.u(11), '0 3 * * *', '{retention}')`),
  refuses('for three years', 'update prediction_definitions set horizon_days = 731', 'horizon_in_range'),
  refuses('for no use', `update prediction_definitions set allowed_uses = '{}'`, 'uses_are_named'),
  refuses(
    'a score outside its interval',
    `insert into entity_predictions (definition_id, entity_id, score, low, high, band, version_id, valid_until)
      values (pg_temp.u(150), pg_temp.u(1), 0.5, 0.6, 0.7, 'low', pg_temp.u(22), now() + interval '1 day')`,
    'interval_holds_the_score',
  ),
  given(`insert into entity_predictions (definition_id, entity_id, score, band, version_id, valid_until)
    values (pg_temp.u(150), pg_temp.u(1), 0.5, 'low', pg_temp.u(22), now() + interval '1 day')`),
  refuses('a version that predicts', 'delete from ml_models where id = pg_temp.u(11)', 'fkey'),
  given(`insert into metric_definitions (id, key, name, description, source_relation, aggregation, numerator_expr, unit, owner_team)
    values (pg_temp.u(151), 'revenue', 'R', 'd', 'r', 'sum', '{}', 'minor_currency', 't')`),
  given(
    `insert into forecast_runs (id, metric_id, cut_at, horizon_days) values (pg_temp.u(152), pg_temp.u(151), now(), 30)`,
  ),
  refuses(
    'a metric with forecasts',
    'delete from metric_definitions where id = pg_temp.u(151)',
    'forecast_runs_metric_id_fkey',
  ),
  refuses(
    'a value outside its interval',
    `insert into forecast_points (run_id, target_date, value, low, high) values (pg_temp.u(152), '2026-12-01', 5, 6, 7)`,
    'interval_holds_the_value',
  ),
  given(
    `insert into forecast_points (run_id, target_date, value, low, high) values (pg_temp.u(152), '2026-12-01', 6, 5, 7)`,
  ),
  accepts('the actual value', 'update forecast_points set actual = 9'),
  refuses('a forecast made better', 'update forecast_points set high = 10', 'high cannot change'),
  given(`insert into trend_topics (id, tag_id, region_code, detected_on, velocity, baseline, score) values
    (pg_temp.u(153), 1, '*', '2026-11-01', 1, 1, 1), (pg_temp.u(154), 2, 'DE', '2026-11-01', 1, 1, 1)`),
  refuses(
    'safe without a time',
    `update trend_topics set review = 'safe' where id = pg_temp.u(153)`,
    'reviewed_names_its_time',
  ),
  refuses(
    'a banned trend',
    `update trend_topics set review = 'safe', reviewed_at = now() where id = pg_temp.u(154)`,
    'is banned',
  ),
  accepts(
    'safe',
    `update trend_topics set review = 'safe', reviewed_at = now(), reviewed_by = pg_temp.u(6) where id = pg_temp.u(153)`,
  ),
  yields('shown', 'select label from public_trends', 'Beach'),
  given(`update content_tags set state = 'banned' where id = 1`),
  yields('no longer shown', 'select count(*) from public_trends', '0'),
];

const GENERATING: readonly Case[] = [
  refuses(
    'for a model that is not there',
    `insert into ai_prompt_templates (key, version, language, template, allowed_model_ids) values ('caption', 1, 'en', 't', array[pg_temp.u(999)])`,
    'not there',
  ),
  given(
    `insert into ml_models (id, key, name, task, owner_team, description) values (pg_temp.u(12), 'text', 'T', 'generation', 't', 'd')`,
  ),
  given(`insert into ai_prompt_templates (id, key, version, language, template, allowed_model_ids)
    values (pg_temp.u(160), 'caption', 1, 'en', 't', array[pg_temp.u(12)])`),
  refuses(
    'a model that prompts go to',
    'delete from ml_models where id = pg_temp.u(12)',
    'ai_prompt_templates.allowed_model_ids lists the row',
  ),
  refuses('approved at no time', `update ai_prompt_templates set status = 'approved'`, 'approved_names_its_time'),
  refuses(
    'approved for no model',
    `update ai_prompt_templates set status = 'approved', approved_at = now(), allowed_model_ids = '{}'`,
    'approved_names_its_models',
  ),
  given(`update ai_prompt_templates set status = 'approved', approved_at = now(), approved_by = pg_temp.u(6)`),
  refuses('an approved text', `update ai_prompt_templates set template = 'other'`, 'once approved_at is set'),
  accepts('retired', `update ai_prompt_templates set status = 'retired'`),
  given(`insert into ai_generations (user_id, feature, version_id, input_digest, input_tokens, currency, safety_result)
    values (pg_temp.u(1), 'caption', pg_temp.u(22), pg_temp.h('i'), 5, 'EUR', 'blocked')`),
  refuses('what was blocked is used', `update ai_generations set user_action = 'used'`, 'blocked_is_not_used'),
  refuses('fewer tokens', 'update ai_generations set input_tokens = 1', 'input_tokens cannot change'),
  accepts('erasure', 'update ai_generations set user_id = null, output_ref = null'),
  given(`insert into ai_usage_quotas (user_id, feature, period_start, allowance, resets_at)
    values (pg_temp.u(1), 'caption', '2026-11-01', 2, '2026-12-01')`),
  accepts('used up', 'update ai_usage_quotas set used = used + 2 where used + 2 <= allowance'),
  refuses('beyond the allowance', 'update ai_usage_quotas set used = used + 1', 'used_is_within_allowance'),
  refuses(
    'a credential without a manifest',
    `insert into content_provenance (media_asset_id, creator_id, source, synthetic_level) values (pg_temp.u(91), pg_temp.u(1), 'c2pa', 'none')`,
    'credential_has_a_manifest',
  ),
  refuses(
    'media of another creator',
    `insert into content_provenance (media_asset_id, creator_id, source, synthetic_level) values (pg_temp.u(91), pg_temp.u(2), 'declaration', 'none')`,
    'is not that of its row in media_assets',
  ),
  given(`insert into performers (id, managed_by, stage_name) values (pg_temp.u(161), pg_temp.u(2), 'P')`),
  given(`insert into performer_consents (id, performer_id, creator_id, document_id, scopes, signed_at, signature_key, signature_sha256, retain_until)
    values (pg_temp.u(162), pg_temp.u(161), pg_temp.u(2), pg_temp.u(90), '{depict}', now(), 'k', pg_temp.h('s'), '2099-01-01')`),
  refuses(
    'a release to another creator',
    `insert into content_provenance (media_asset_id, creator_id, source, synthetic_level, likeness_consent_id)
      values (pg_temp.u(91), pg_temp.u(1), 'declaration', 'fully', pg_temp.u(162))`,
    'is not that of its row in performer_consents',
  ),
  accepts(
    'declared',
    `insert into content_provenance (media_asset_id, creator_id, source, synthetic_level) values (pg_temp.u(91), pg_temp.u(1), 'declaration', 'fully')`,
  ),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...CONSENTS,
  ...PERSONAS,
  ...DATASETS,
  ...FEATURES,
  ...MODELS,
  ...SERVING,
  ...LABELS,
  ...VECTORS,
  ...RECOMMENDING,
  ...UNDERSTANDING,
  ...FRAUD,
  ...PREDICTING,
  ...GENERATING,
];

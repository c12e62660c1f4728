/** What people and staff read of moderation, shared dashboards and automated decisions. */
import { expect, it } from 'vitest';
import { TARGETS } from '../../src/target/list.ts';
import { askAs, idOf, insertRows, prepareRows } from '../access/people-and-rows.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

/** Person 1 is what it is about; 5 moderates the open queue, 6 the restricted one as well; dashboard 40 is shared with 2 and 3. */
const ROWS: readonly (readonly [table: string, rows: string])[] = [
  [
    'users',
    `select jsonb_build_object('id', pg_temp.u(n), 'username', 'user' || n, 'status', 'active') from generate_series(1, 9) n`,
  ],
  [
    'user_roles',
    `select jsonb_build_object('id', 900, 'code', 'case_reader', 'name', 'x', 'rank', 1, 'description', 'x')`,
  ],
  [
    'user_permissions',
    `select jsonb_build_object('id', n, 'resource', resource, 'action', action, 'description', 'x')
     from (values (901, 'case', 'read'), (902, 'label', 'work')) as v (n, resource, action)`,
  ],
  [
    'user_role_permissions',
    `select jsonb_build_object('role_id', 900, 'permission_id', n, 'effect', 'allow')
     from generate_series(901, 902) n`,
  ],
  [
    'user_role_assignments',
    `select jsonb_build_object('id', pg_temp.u(30 + n), 'user_id', pg_temp.u(n), 'role_id', 900, 'valid_from', '2020-01-01')
     from generate_series(5, 6) n`,
  ],
  [
    'moderation_queues',
    `select jsonb_build_object('id', pg_temp.u(10 + n), 'key', 'q' || n, 'name', 'x', 'target_minutes', 1, 'is_restricted', n = 2)
     from generate_series(1, 2) n`,
  ],
  [
    'moderator_profiles',
    `select jsonb_build_object('user_id', pg_temp.u(n), 'employer', 'internal') from generate_series(5, 6) n`,
  ],
  [
    'moderator_queue_grants',
    `select jsonb_build_object('id', pg_temp.u(100 * person + queue), 'moderator_id', pg_temp.u(person), 'queue_id', pg_temp.u(10 + queue),
       'granted_by', pg_temp.u(9))
     from (values (5, 1), (6, 1), (6, 2)) as v (person, queue)`,
  ],
  [
    'moderation_subjects',
    `select jsonb_build_object('id', pg_temp.u(20 + n), 'subject_type', 'post', 'subject_id', pg_temp.u(n), 'owner_user_id', pg_temp.u(1))
     from generate_series(1, 2) n`,
  ],
  [
    'moderation_cases',
    `select jsonb_build_object('id', pg_temp.u(50 + n), 'subject_id', pg_temp.u(20 + n), 'queue_id', pg_temp.u(10 + n),
       'opened_by', 'report', 'due_at', now())
     from generate_series(1, 2) n`,
  ],
  [
    'account_restrictions',
    `select jsonb_build_object('user_id', pg_temp.u(1), 'kind', kind, 'during', '[2020-01-01,)', 'public_reason', kind)
     from unnest(array['posting', 'shadow_limit']) kind`,
  ],
  [
    'appeals',
    `select jsonb_build_object('id', pg_temp.u(60), 'decision_id', pg_temp.u(61), 'appellant_id', pg_temp.u(1), 'grounds', 'x',
       'deadline_at', now() + interval '1 day', 'reviewer_id', pg_temp.u(5))`,
  ],
  [
    'appeal_messages',
    `select jsonb_build_object('appeal_id', pg_temp.u(60), 'author_id', pg_temp.u(5), 'author_role', 'reviewer', 'is_internal', hidden,
       'body', case when hidden then 'among us' else 'to you' end)
     from unnest(array[true, false]) hidden`,
  ],
  [
    'dashboards',
    `select jsonb_build_object('id', pg_temp.u(40), 'owner_user_id', pg_temp.u(1), 'slug', 'mine', 'title', 'x', 'scope', 'creator',
       'creator_id', pg_temp.u(1))`,
  ],
  [
    'dashboard_shares',
    `select jsonb_build_object('id', pg_temp.u(40 + n), 'dashboard_id', pg_temp.u(40), 'grantee_user_id', pg_temp.u(n),
       'permission', 'view', 'created_by', pg_temp.u(1), 'created_at', '2020-01-01', 'expires_at', until)
     from (values (2, null), (3, '2020-02-01')) as v (n, until)`,
  ],
  [
    'ml_decision_records',
    `select jsonb_build_object('id', pg_temp.u(70), 'subject_user_id', pg_temp.u(1), 'version_id', pg_temp.u(71),
       'decision_kind', 'payout_hold', 'outcome', 'held', 'main_factors', '[]'::jsonb)`,
  ],
];

it('shows members and staff of a case what is for them', { timeout: 300_000 }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    const { roles } = TARGETS.postgres;
    if (roles === null) throw new Error('The target has no roles');
    await prepareRows(session);
    await insertRows(session, ROWS);
    const member = (person: number, sql: string) => askAs(session, roles.member, person, sql);
    const staff = (person: number, sql: string) => askAs(session, roles.staff, person, sql);

    expect(await member(1, 'select kind from public.account_restrictions')).toBe('posting');
    expect(await member(1, 'select body from public.appeal_messages')).toBe('to you');
    expect(await member(2, 'select body from public.appeal_messages')).toBe('');
    expect(await member(1, 'select reviewer_id from public.appeals')).toContain('permission denied');

    const cases = 'select right(id::text, 2) from public.moderation_cases order by 1';
    const subjects = 'select right(id::text, 2) from public.moderation_subjects order by 1';
    expect(await staff(5, cases)).toBe('51');
    expect(await staff(6, cases)).toBe('51 52');
    expect(await staff(5, subjects)).toBe('21');
    expect(await staff(6, subjects)).toBe('21 22');
    expect(await staff(7, subjects)).toBe('');
    expect(await member(5, subjects)).toContain('permission denied');
    expect(await staff(5, 'select right(moderator_id::text, 1) from public.moderator_queue_grants')).toBe('5');

    const boards = 'select slug from public.dashboards';
    const shares = 'select right(grantee_user_id::text, 1) from public.dashboard_shares order by 1';
    expect(await member(1, boards)).toBe('mine');
    expect(await member(2, boards)).toBe('mine');
    expect(await member(3, boards)).toBe('');
    expect(await member(1, shares)).toBe('2 3');
    expect(await member(2, shares)).toBe('2');
    expect(await member(2, `update public.dashboards set title = 'y' returning title`)).toBe('');
    expect(await member(1, `update public.dashboards set scope = 'platform' returning title`)).toContain(
      'row-level security',
    );

    const ask = (what: string) =>
      `update public.ml_decision_records set human_review = '${what}' where id = ${idOf(70)} returning human_review`;
    expect(await member(1, ask('requested'))).toBe('requested');
    expect(await member(1, ask('overturned'))).toContain('violates');
    expect(await member(2, ask('requested'))).toBe('');
  }),
);

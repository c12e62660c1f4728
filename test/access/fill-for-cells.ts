import { generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import { quoteLiteral } from '../../src/text/quote.ts';
import type { Specs } from './expected-rows.ts';

/** Somebody who has a subscription and takes part in something is blocked by all others. */
const BLOCKS = `
insert into public.user_blocks (blocker_id, blocked_id, source)
select u.id, b.id, 'manual'
from public.users u, (
  select s.subscriber_id as id from public.subscriptions s
  where s.entitled_until > now() group by 1 order by count(*), 1 limit 1) as b
where u.id <> b.id
on conflict do nothing`;

/** Somebody who may all that staff may, by a role that is made for it. */
function staffScript(permissions: readonly string[]): string {
  const codes = quoteLiteral(`{${permissions.join(',')}}`);
  return `
insert into public.user_permissions (id, resource, action, description)
select -row_number() over (order by code), split_part(code, '.', 1), split_part(code, '.', 2), code
from unnest(${codes}::text[]) as code where code not in (select p.code from public.user_permissions p);
insert into public.user_roles (id, code, name, rank, is_staff, requires_mfa, description)
values (-1, 'may_all_of_staff', 'All of staff', 1, true, true, 'Who may all that staff may');
insert into public.user_role_permissions (role_id, permission_id)
select -1, id from public.user_permissions where code = any (${codes});
delete from public.user_role_assignments where user_id = (select max(id::text)::uuid from public.users);
insert into public.user_role_assignments (user_id, role_id) select max(id::text)::uuid, -1 from public.users`;
}

/** Rows of sixty people in every table; one of them blocked by all others, one who may all that staff may. */
export async function fillForCells(session: Session, { model, info }: Specs): Promise<void> {
  await generateData(session, model, info, {
    users: 60,
    seed: '1',
    rowsPerTable: 50,
    only: null,
    now: Date.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const permissions = [...info.values()].flatMap(({ access }) => access?.staff ?? []);
  const staff = staffScript([...new Set(permissions)]);
  await session.execute(`set session_replication_role = replica; ${BLOCKS}; ${staff}; reset session_replication_role`);
}

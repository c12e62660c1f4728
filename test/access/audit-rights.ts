/** The audit log takes entries and gives them out; nothing that anybody holds changes it, and triggers stop its owner, too. */
import { DatabaseError, type Session } from '../../src/db/session.ts';
import type { Roles } from '../../src/target/target.ts';

/**
 * Whoever may change an entry by a right, but for its owner, superusers and the roles that PostgreSQL itself brings. With its
 * partitions.
 */
const CHANGERS = `
  select format('%s may %s %s', r.rolname, p.privilege, c.oid::regclass)
  from pg_class c, pg_roles r, unnest(array['update', 'delete', 'truncate']) as p(privilege)
  where (c.oid = 'public.audit_log_entries'::regclass
      or c.oid in (select inhrelid from pg_inherits where inhparent = 'public.audit_log_entries'::regclass))
    and not r.rolsuper and r.rolname !~ '^pg_' and not pg_has_role(r.oid, c.relowner, 'member')
    and has_table_privilege(r.oid, c.oid, p.privilege)`;

const ENTRY = `insert into public.audit_log_entries (actor_kind, action, object_type, object_id) values ('job', 'test', 'none', '1')`;

/** What a statement comes to, with what went before it in the same transaction, all of it undone: `done` or the SQLSTATE. */
async function attempt(session: Session, before: string, statement: string): Promise<string> {
  await session.execute(`begin; ${ENTRY}; ${before}`);
  try {
    await session.execute(statement);
    return 'done';
  } catch (error) {
    if (error instanceof DatabaseError && error.sqlState !== null) return error.sqlState;
    throw error;
  } finally {
    await session.execute('rollback');
  }
}

const DENIED = '42501';
const REFUSED_BY_TRIGGER = '23001';

/** @param session of a superuser @returns what is not as it should be, a line each */
export async function checkAuditRights(session: Session, roles: Roles, owner: string): Promise<readonly string[]> {
  const [[part] = []] = await session.query(
    `select inhrelid::regclass::text from pg_inherits where inhparent = 'public.audit_log_entries'::regclass
     order by pg_get_expr((select relpartbound from pg_class where oid = inhrelid), inhrelid) = 'DEFAULT', 1 limit 1`,
  );
  const changes = [
    `update public.audit_log_entries set action = 'x'`,
    'delete from public.audit_log_entries',
    'truncate public.audit_log_entries',
    `update ${part} set action = 'x' where true`,
  ];
  const tries = [
    { role: roles.service, statement: ENTRY, comes: 'done' },
    ...[roles.anonymous, roles.member, roles.staff].map((role) => ({ role, statement: ENTRY, comes: DENIED })),
    ...[roles.anonymous, roles.member, roles.staff, roles.service].flatMap((role) =>
      [...changes, 'update public.audit_chain_heads set last_seq = 0', 'delete from public.audit_chain_heads'].map(
        (statement) => ({ role, statement, comes: DENIED }),
      ),
    ),
    ...changes.slice(0, 3).map((statement) => ({ role: owner, statement, comes: REFUSED_BY_TRIGGER })),
  ];
  const wrong = (await session.query(CHANGERS)).map(([line]) => line ?? '');
  for (const { role, statement, comes } of tries) {
    const came = await attempt(session, `set local role ${role}`, statement);
    if (came !== comes) wrong.push(`${role}: ${statement}: ${came}`);
  }
  return wrong;
}

/** The parts for Supabase: what the editor makes of their text, and what a server makes of them. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareWithLive } from '../../src/db/compare.ts';
import { connect } from '../../src/db/connect.ts';
import type { Session } from '../../src/db/session.ts';
import { resolveConnection } from '../../src/db/url.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildParts, planFromEmpty } from '../../src/plan/build-script.ts';
import { cutIntoParts } from '../../src/plan/parts.ts';
import { isEmptyPlan, stepsOf } from '../../src/plan/plan.ts';
import type { PartFile } from '../../src/plan/print-parts.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { DEFAULT_PARTS } from '../../src/target/parts.ts';
import type { PartLimits, Target } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { ROOT } from '../cli/run-cli.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { editorWarnings } from './editor-rules.ts';

/** What Supabase offers; and what the servers here have. */
const FULL = TARGETS.supabase;
const PLAIN = targetWith(FULL, { with: [], without: ['postgis', 'vector'] });

/** The editor's own limit, from which the parts keep a distance. */
const EDITOR_BYTES = 0.98 * 1024 * 1024;

const tree = await readSpecTree(`${ROOT}/specs`, ROOT);

function built(target: Target, limits: PartLimits = DEFAULT_PARTS, isSeeded = true) {
  const compiled = compileSpecs(tree, target);
  expect(compiled.diagnostics).toEqual([]);
  const data = isSeeded ? compiled.data : [];
  return { compiled, parts: buildParts(compiled.project.name, compiled.model, target, data, limits) };
}

describe('the parts as text', () => {
  const { compiled, parts } = built(FULL);

  it.each(parts.map(({ name, text }) => ({ name, text })))('$name is run by the editor without a question', ({
    text,
  }) => {
    expect(Buffer.byteLength(text)).toBeLessThan(EDITOR_BYTES - 100_000);
    expect(editorWarnings(text)).toEqual([]);
    expect(text.match(/^\\.*|;\s*create index concurrently/im)).toBeNull();
    // Nothing is left behind in a session that others go on with.
    expect(text.match(/;\nset (?!local )/)).toBeNull();
    expect(text.match(/^begin;$/gm)).toHaveLength(1);
    expect(text.match(/^commit;$/gm)).toHaveLength(1);
  });

  it('make each table once, within the limits, and end with the reference data', () => {
    const cut = cutIntoParts(planFromEmpty(compiled.model, FULL), compiled.model, compiled.data, DEFAULT_PARTS);
    expect(cut.map(({ kind }) => kind)).toEqual([...cut.slice(1).map(() => 'schema'), 'data']);
    for (const { tables, relations } of cut) {
      expect(tables.length).toBeLessThanOrEqual(DEFAULT_PARTS.tables);
      expect(relations).toBeLessThanOrEqual(DEFAULT_PARTS.relations);
    }
    const made = cut.flatMap(({ kind, tables }) => (kind === 'schema' ? tables : []));
    expect(new Set(made).size).toBe(made.length);
    expect(made.length).toBe([...compiled.info.values()].filter(({ section }) => section !== null).length);
  });

  it('are smaller and more when asked for', () => {
    const smaller = built(FULL, { ...DEFAULT_PARTS, bytes: 300_000, tables: 40 }, false).parts;
    expect(smaller.length).toBeGreaterThan(parts.length);
    // The functions are many and one part long each, but for the one that knows every table.
    expect(smaller.filter(({ text }) => Buffer.byteLength(text) > 300_000)).toEqual([]);
  });
});

const OWNER = 'project_owner';

/** In the database of a project, as the role that the editor works as; no superuser. */
async function onSupabase<T>(
  grants: 'optin' | 'legacy',
  work: (session: Session, admin: Session) => Promise<T>,
): Promise<T> {
  return await withDatabase(17, async ({ url, session: admin }) => {
    const emulation = await readFile(new URL('supabase-like.sql', import.meta.url), 'utf8');
    await admin.execute(`set sl.grants = '${grants}'`);
    // The servers of the tests are shared, and postgres is their superuser.
    await admin.execute(emulation.replaceAll(/\bpostgres\b/g, OWNER));
    const settings = resolveConnection(url.replace('postgres@', `${OWNER}@`), {});
    if (settings === null) throw new Error('A URL always names a database');
    const session = await connect(settings);
    try {
      return await work(session, admin);
    } finally {
      await session.close();
    }
  });
}

function compare(session: Session, { model, project }: Compiled): Promise<Comparison> {
  const { schemas, ignore } = project;
  const { lockBudget, searchPath } = PLAIN;
  return compareWithLive(session, { wanted: model, schemas, ignore, lockBudget, searchPath });
}

async function message(session: Session, part: PartFile | undefined): Promise<string> {
  const found = await session.execute(part?.text ?? '').then(
    () => 'It ran.',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  await session.execute('rollback');
  return found;
}

/** What the project's default privileges would leave open: partitions, and every function to everybody. */
const OPEN = `
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'boyfanz_parts' and c.relkind in ('r', 'p', 'v', 'S')
  and exists (select from aclexplode(c.relacl) x where x.grantee::regrole::text in ('anon', 'authenticated', 'service_role'))
union all
select c.relname from pg_class c, aclexplode(c.relacl) x
where c.relnamespace = 'public'::regnamespace and x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
  and x.grantee <> c.relowner
union all
select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'boyfanz')
  and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0)`;

describe('the parts on PostgreSQL 17, in a project whose roles may do everything by default', () => {
  const { compiled, parts } = built(PLAIN);
  const others = built(PLAIN, DEFAULT_PARTS, false).parts;
  const last = parts.length;

  it('go in one after the other and no other way, and leave no difference', { timeout: 120_000 }, () =>
    onSupabase('legacy', async (session, admin) => {
      expect(await message(session, parts[1])).toBe(
        `This is part 2 of ${last} and part 1 is not loaded: run part-01.sql first; nothing was changed.`,
      );
      for (const [at, part] of parts.entries()) {
        await session.execute(part.text);
        if (at !== 0) continue;
        expect(await message(session, parts[2])).toBe(
          `This is part 3 of ${last} and part 2 is not loaded: run part-02.sql first; nothing was changed.`,
        );
        expect(await message(session, others[1])).toMatch(/^This database holds parts of another set of files/);
      }
      expect(await message(session, parts[0])).toBe(
        `Part 1 of ${last} is in this database already, and nothing was changed. Go on with part-02.sql, or the next one.`,
      );
      expect(await message(session, parts.at(-1))).toMatch(/It was the last one: the schema is complete\.$/);

      const { plan } = await compare(session, compiled);
      expect(stepsOf(plan).flatMap(({ statements }) => statements)).toEqual([]);
      expect(isEmptyPlan(plan)).toBe(true);
      expect(await session.query(OPEN)).toEqual([]);
      await followsIdentities(session, admin, compiled);
    }),
  );
});

const ANN = '0198c0de-0000-7000-8000-000000000001';
const BOB = '0198c0de-0000-7000-8000-000000000002';

async function followsIdentities(session: Session, admin: Session, compiled: Compiled): Promise<void> {
  // As the platform's own service does it, which has no rights on our tables.
  const signIn = (statements: string) =>
    admin.execute(`begin; set local role supabase_auth_admin; ${statements}; commit`);
  await signIn(`insert into auth.users (id, email) values ('${ANN}', 'Ann@example.com'), ('${BOB}', null)`);
  await signIn(`update auth.users set email_confirmed_at = now() where id = '${ANN}'`);
  await signIn(`update auth.users set email = 'ann@example.org' where id = '${ANN}'`);
  // Not a form that user_emails takes: Bob signs in all the same.
  await signIn(`update auth.users set email = 'bob', email_confirmed_at = now() where id = '${BOB}'`);
  const accounts = `select id, status, deletion_requested_at is not null from public.users order by id`;
  expect(await session.query(accounts)).toEqual([
    [ANN, 'active', 'f'],
    [BOB, 'active', 'f'],
  ]);
  const addresses = `select email, is_primary, verification_method from public.user_emails order by is_primary`;
  expect(await session.query(addresses)).toEqual([
    ['Ann@example.com', 'f', 'link'],
    ['ann@example.org', 't', 'link'],
  ]);
  await signIn(`delete from auth.users where id = '${ANN}'`);
  expect(await session.query(accounts)).toEqual([
    [ANN, 'deactivated', 't'],
    [BOB, 'active', 'f'],
  ]);
  expect(await session.query('select user_id, kind, status from public.user_data_requests')).toEqual([
    [ANN, 'erasure', 'verifying'],
  ]);

  await admin.execute('drop trigger boyfanz_follow_identity on auth.users');
  await admin.execute(
    'create trigger of_somebody_else after delete on auth.users for each row execute function boyfanz.follow_identity()',
  );
  const { plan } = await compare(session, compiled);
  expect(stepsOf(plan).map(({ change }) => change.kind)).toEqual(['dropTrigger', 'createTrigger']);
}

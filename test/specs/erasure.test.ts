/** A creator with generated rows in every table that grows is erased, with all triggers and constraints of the schema on. */
import { expect, it } from 'vitest';
import { generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import { tablesOf } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { type ErasureStep, planErasure } from '../../src/spec/erasure-plan.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';

/** In all that the person wrote of themselves; nobody else's rows have it. */
const MARK = 'Findme';

const KEPT = [
  'ledger_entries',
  'ledger_transactions',
  'payments',
  'payment_intents',
  'refunds',
  'chargebacks',
  'payouts',
  'invoices',
  'orders',
  'order_items',
  'tips',
  'subscriptions',
  'subscription_periods',
  'wallets',
  'tax_calculations',
  'tax_forms',
  'credit_notes',
  'content_unlocks',
  'user_legal_acceptances',
  'user_age_verifications',
  'user_legal_identities',
  'performers',
  'performer_id_records',
  'performer_consents',
  'content_performers',
  'statements_of_reasons',
  'appeals',
  'moderation_decisions',
  'audit_log_entries',
  'user_audit_log',
  'dmca_notices',
  'cybertip_reports',
  'user_data_requests',
];

async function fill(session: Session, { model, info }: Compiled): Promise<void> {
  await generateData(session, model, info, {
    users: 40,
    seed: '1',
    rowsPerTable: 200,
    only: null,
    now: Math.floor(Date.now() / 86_400_000) * 86_400_000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

async function one(session: Session, query: string): Promise<string> {
  return (await session.query(query))[0]?.[0] ?? '';
}

async function counts(session: Session, tables: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await session.query(
    tables.map((name) => `select '${name}', count(*)::text from ${name}`).join(' union all '),
  );
  return Object.fromEntries(rows.map(([name, count]) => [name, count ?? '']));
}

function tableOf(compiled: Compiled, { table }: ErasureStep): Table | undefined {
  return tablesOf(compiled.model).find(({ name }) => name.schema === table.schema && name.name === table.name);
}

/** The rows that a step is about, as the text of their keys. */
async function rowsOf(
  session: Session,
  compiled: Compiled,
  step: ErasureStep,
  person: string,
): Promise<readonly string[]> {
  const key = tableOf(compiled, step)?.constraints.find(({ kind }) => kind === 'primaryKey');
  if (key?.kind !== 'primaryKey' || step.hops.length > 0) return [];
  const where = step.action.kind === 'keep' || step.action.where === null ? '' : `and (${step.action.where})`;
  const rows = await session.query(
    `select (${key.columns.map((name) => `t.${quoteIdent(name)}::text`).join(" || '/' || ")})
     from ${step.table.name} t where t.${quoteIdent(step.column)}::text = '${person}' ${where}`,
  );
  return rows.map(([text]) => text ?? '');
}

/** Rows of a step that are not as it leaves them. */
async function leftOver(
  session: Session,
  compiled: Compiled,
  step: ErasureStep,
  keys: readonly string[],
): Promise<number> {
  const key = tableOf(compiled, step)?.constraints.find(({ kind }) => kind === 'primaryKey');
  if (key?.kind !== 'primaryKey' || step.action.kind === 'keep' || keys.length === 0) return 0;
  const found = `(${key.columns.map((name) => `t.${quoteIdent(name)}::text`).join(" || '/' || ")}) = any ('{${keys.join(',')}}')`;
  const cleared =
    step.action.kind === 'delete'
      ? []
      : [...step.action.set].filter(([, value]) => value === 'null').map(([name]) => name);
  const wrong = cleared.length === 0 ? 'true' : cleared.map((name) => `${quoteIdent(name)} is not null`).join(' or ');
  if (step.action.kind === 'change' && cleared.length === 0) return 0;
  return Number(await one(session, `select count(*) from ${step.table.name} t where ${found} and (${wrong})`));
}

/** Stage by stage, as a job does it. */
async function erase(session: Session, request: string): Promise<void> {
  for (let next: string | null = ''; next !== null; ) {
    next = (await session.query(`select boyfanz.run_erasure('${request}')`))[0]?.[0] ?? null;
  }
}

/** Tables that hold a text anywhere in their rows. */
async function tablesWith(session: Session, { model }: Compiled, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of tablesOf(model)) {
    if (name.schema !== 'public') continue;
    const has = await one(
      session,
      `select exists (select from ${quoteIdent(name.name)} t where t::text like '%${text}%')`,
    );
    if (has === 't') found.push(name.name);
  }
  return found;
}

it('takes every trace of a creator but what a law names', { timeout: 400_000 }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    const compiled = await compiledSpecs();
    const people = compiled.project.erasure?.people;
    if (people === undefined) throw new Error('project.yaml names no table of people');
    const { steps } = planErasure(compiled.model, compiled.info, people);
    await fill(session, compiled);
    await session.execute('set search_path = public');
    const person = await one(
      session,
      'select creator_id from content_items where creator_id is not null group by 1 order by count(*) desc limit 1',
    );
    const other = await one(session, `select id from users where id <> '${person}' limit 1`);
    await session.execute(`
      update user_legal_holds set released_at = greatest(now(), placed_at), released_by = '${other}'
      where user_id = '${person}' and released_at is null;
      update user_data_requests set status = 'cancelled' where user_id = '${person}';
      update users set status = 'active', deletion_requested_at = null, erased_at = null, username = '${MARK}' where id = '${person}';
      update user_profiles set display_name = '${MARK}', bio = '${MARK}' where user_id = '${person}';
      update posts set body = '${MARK}' where author_id = '${person}';
      update post_comments set body = '${MARK}' where author_id = '${person}';`);
    const request = await one(
      session,
      `insert into user_data_requests (user_id, kind, status, due_at, verified_at)
       values ('${person}', 'erasure', 'verifying', now() + interval '30 days', now()) returning id`,
    );
    const before = await counts(session, KEPT);
    expect(Object.entries(before).filter(([, count]) => count === '0')).toEqual([]);
    const rows = new Map<ErasureStep, readonly string[]>();
    for (const step of steps) rows.set(step, await rowsOf(session, compiled, step, person));
    expect([...rows.values()].filter((keys) => keys.length > 0).length).toBeGreaterThan(100);

    // A hold on everything stops it; a hold on one domain keeps that and leaves the request open.
    const hold = (scope: string) => `insert into user_legal_holds (user_id, kind, reference, scope)
      values ('${person}', 'litigation', 'File 7', '{${scope}}')`;
    const release = `update user_legal_holds set released_at = now(), released_by = '${other}'
      where user_id = '${person}' and released_at is null`;
    await session.execute(hold('*'));
    await expect(erase(session, request)).rejects.toThrow('A legal hold (File 7) keeps all data');
    await session.execute(`${release}; ${hold('contact,social')}`);
    await erase(session, request);
    expect(await one(session, `select count(*) > 0 from follows where follower_id = '${person}'`)).toBe('t');
    expect(
      await one(
        session,
        `select string_agg(domain || ' ' || action, ', ' order by domain) from user_erasure_steps
        where request_id = '${request}' and action = 'retained'`,
      ),
    ).toBe('contact retained, social retained');
    expect(await one(session, `select status from user_data_requests where id = '${request}'`)).toBe('running');
    await session.execute(release);
    await erase(session, request);

    const wrong: string[] = [];
    for (const [step, keys] of rows) {
      const left = await leftOver(session, compiled, step, keys);
      if (left > 0) wrong.push(`${step.table.name}.${step.path}: ${left} of ${keys.length}`);
    }
    expect(wrong).toEqual([]);
    expect(await counts(session, KEPT)).toEqual(before);
    expect(await one(session, `select status from users where id = '${person}'`)).toBe('erased');
    expect(await one(session, `select status from user_data_requests where id = '${request}'`)).toBe('completed');
    expect(await tablesWith(session, compiled, MARK)).toEqual([]);
    expect(await tablesWith(session, compiled, 'erased_')).toContain('users');
    // The proof stands, and to do it again finds nothing more.
    expect(
      await one(
        session,
        `select bool_and(completed_at is not null and rows_affected > 0) from user_erasure_steps
        where request_id = '${request}'`,
      ),
    ).toBe('t');
    await expect(erase(session, request)).rejects.toThrow('is not an erasure that is verified and open');
  }),
);

import { expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { plainTarget, specsScript } from '../foundation/foundation-script.ts';
import { checkAuditRights } from './audit-rights.ts';

const ENTRIES = `insert into public.audit_log_entries (chain_id, actor_kind, action, object_type, object_id)
  select chain, 'job', 'test', 'none', n::text from unnest('{3,4}'::int[]) as chain, generate_series(1, 5) as n`;

it.each([15, 17] as const)('the audit log of PostgreSQL %i only grows', { timeout: 300_000 }, (major) =>
  withCopyOf(major, 'whole_schema', specsScript, async ({ session, url }) => {
    const { roles } = plainTarget('postgres');
    if (roles === null) throw new Error('The target has no roles');
    expect(await checkAuditRights(session, roles, 'postgres')).toEqual([]);
    // Row security still shows the service no entry to delete.
    await session.execute('grant delete on public.audit_log_entries to boyfanz_service');
    expect(await checkAuditRights(session, roles, 'postgres')).toEqual([
      'boyfanz_service may delete public.audit_log_entries',
      'boyfanz_service: delete from public.audit_log_entries: done',
    ]);
    if (major === 15) return;

    const audit = async (...words: string[]) => await runCli(['audit', '--url', url, ...words]);
    await session.execute(ENTRIES);
    expect(await audit()).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('10 entries in 2 chains, all as written.'),
    });

    // What only the owner can do, by hand.
    await session.execute(`alter table public.audit_log_entries disable trigger user;
      update public.audit_log_entries set action = 'other' where chain_id = 3 and seq = 2;
      delete from public.audit_log_entries where chain_id = 4 and seq = 1`);
    const found = await audit();
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(
      /^chain 3: entry 2 was changed \(2.*\)\nchain 4: entry 2 does not follow the one before \(2.*\)\n$/,
    );
    // A checkpoint that covers what retention dropped.
    await session.execute(`update public.audit_log_entries set action = 'test' where chain_id = 3;
      insert into public.audit_checkpoints (chain_id, from_seq, to_seq, merkle_root, signature, signing_key_id)
      values (4, 1, 1, sha256('r'), 's', 'k')`);
    expect((await audit('--json')).stdout).toContain('"from": 2');
    expect((await audit()).code).toBe(0);
    await session.execute(`delete from public.audit_log_entries where chain_id = 4 and seq = 5;
      alter table public.audit_chain_heads disable trigger user; delete from public.audit_chain_heads where chain_id = 3`);
    expect((await audit()).stdout).toMatch(
      /^chain 3: the chain has lost its head, from entry 1 on \(2.*\)\nchain 4: entry 5 is missing\n$/,
    );
  }),
);

/** `audit`: follows the chains of the audit log, and names the first entry of each that is not as it was written. */
import { type AuditChain, auditChains } from '../db/audit.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type DatabaseOptions, withDatabase } from './open-database.ts';
import { count } from './report.ts';

/** `chain 3: entry 17 was changed (2026-11-22 10:00:00+00)` */
function line({ chain, broken }: AuditChain): readonly string[] {
  if (broken === null) return [];
  const { seq, reason, occurredAt } = broken;
  const said = reason === 'changed' ? 'was changed' : reason === 'missing' ? 'is missing' : reason;
  const about = reason === 'the chain has lost its head' ? `${said}, from entry ${seq} on` : `entry ${seq} ${said}`;
  return [`chain ${chain}: ${about}${occurredAt === null ? '' : ` (${occurredAt})`}`];
}

export async function runAudit(options: DatabaseOptions, context: Context): Promise<ExitCode> {
  return await withDatabase(options, context, async ({ session }) => {
    const chains = await auditChains(session);
    const broken = chains.flatMap(line);
    if (context.json) context.report.json({ chains });
    else if (broken.length > 0) context.report.result(broken.join('\n'));
    if (broken.length > 0) {
      context.report.error(
        `${count(broken.length, 'chain')} of the audit log not as written.`,
        'Compare what comes behind with a backup, and with the checkpoints that were published.',
      );
      return EXIT.failed;
    }
    const entries = chains.reduce((sum, { length, from }) => sum + length - from + 1, 0);
    context.report.success(
      `${count(entries, 'entry', 'entries')} in ${count(chains.length, 'chain')}, all as written.`,
    );
    return EXIT.done;
  });
}

/**
 * Checks every cell of a database without rows that is like a project of Supabase, as a superuser, with the identity in
 * claims as PostgREST gives it:
 *
 *     npx tsx test/access/check-at.ts URL
 *
 * Prints how many cells there are, and ends with 1 when one is not as the specs say.
 */
import { connect } from '../../src/db/connect.ts';
import { resolveConnection } from '../../src/db/url.ts';
import { TARGETS } from '../../src/target/list.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { compiledSpecs } from '../foundation/foundation-script.ts';
import { checkAuditRights } from './audit-rights.ts';
import { checkAccess } from './check-access.ts';
import { fillForCells } from './fill-for-cells.ts';
import { CLAIMS_IDENTITY } from './probe.ts';

const settings = resolveConnection(process.argv[2] ?? null, {});
if (settings === null) throw new Error('Which database?');
// Debian has PostGIS and no pgvector.
const target = targetWith(TARGETS.supabase, { with: [], without: ['vector'] });
const specs = await compiledSpecs('supabase', target);
const session = await connect(settings);
try {
  await fillForCells(session, specs);
  // Partitions that are made later have to be as closed as the first ones.
  await session.execute(
    'set role postgres; select boyfanz.maintain(now() + interval $$5 months$$, $$public.audit_log_entries$$); reset role',
  );
  const audit = target.roles === null ? [] : await checkAuditRights(session, target.roles, 'postgres');
  const report = await checkAccess(session, specs, target, CLAIMS_IDENTITY);
  const wrong = [...audit, ...report.wrong];
  const nobody = report.unwitnessed.map((line) => `nobody: ${line}`);
  process.stdout.write(`${[...nobody, ...wrong, report.summary].join('\n')}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await session.close();
}

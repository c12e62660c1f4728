/**
 * Asks a database what Supabase's advisor would, and ends with 1 when there is an error or a warning:
 *
 *     npx tsx test/supabase/lint-at.ts URL
 */
import { connect } from '../../src/db/connect.ts';
import { resolveConnection } from '../../src/db/url.ts';
import { advise } from './run-lints.ts';

const settings = resolveConnection(process.argv[2] ?? null, {});
if (settings === null) throw new Error('Which database?');
const session = await connect(settings);
try {
  const { wrong, summary } = await advise(session);
  process.stdout.write(`${[...wrong, summary].join('\n')}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await session.close();
}

/** The embedded PostgreSQL that spells expressions for a server on which no temporary tables can be made. */
import { cacheDirectory } from '../db/cache-directory.ts';
import type { OpenStandIn } from '../db/spell.ts';
import type { Context } from './context.ts';

export function openStandIn(context: Context): OpenStandIn {
  return async () => {
    context.report.note('No temporary tables can be made there: comparing expressions on the embedded PostgreSQL …');
    const { openEmbeddedInMemory } = await import('../db/embedded.ts');
    return await openEmbeddedInMemory(cacheDirectory(context.platform, context.env));
  };
}

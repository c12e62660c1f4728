/** The advisor of Supabase has no error and no warning to give about the build for it, and each of its questions can. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';
import { LINTS } from './lints.ts';
import { advise, findings } from './run-lints.ts';

const PROJECT = fileURLToPath(new URL('supabase-like.sql', import.meta.url));

/** With the rights that an older project gives to everything, which the build takes away. */
async function supabaseScript(): Promise<string> {
  const project = await readFile(PROJECT, 'utf8');
  return `set sl.grants = 'legacy'; ${project} set search_path = ''; ${await specsScript('supabase')}`;
}

it('finds nothing in the build, and in each small mistake what it is', { timeout: 300_000 }, () =>
  withCopyOf(17, 'supabase_project', supabaseScript, async ({ session }) => {
    const { wrong, summary } = await advise(session);
    process.stdout.write(`${summary}\n`);
    expect(wrong).toEqual([]);
    for (const lint of LINTS) {
      const before = await findings(session, lint);
      await session.execute(`begin; ${lint.broken.by}`);
      const after = await findings(session, lint);
      await session.execute('rollback');
      expect(before, lint.name).not.toContain(lint.broken.found);
      expect(after, lint.name).toContain(lint.broken.found);
    }
  }),
);

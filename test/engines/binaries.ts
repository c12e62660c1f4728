/** The PostgreSQL of each major version that npm installed for this platform. */
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PgMajor } from '../../src/target/target.ts';

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** @throws when the package is not there: a test that needs an engine fails without it, it is never skipped */
export async function findBinaries(major: PgMajor): Promise<Binaries> {
  const alias = `pg${major}-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let found: { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string };
  try {
    found = await import(alias);
    await access(found.postgres);
  } catch (error) {
    throw new Error(
      `PostgreSQL ${major} is not installed: package ${alias} is missing. Run npm install with optional dependencies; ` +
        'test/engines/package.json lists the platforms that have this version.',
      { cause: error },
    );
  }
  // Where install scripts are switched off, the libraries lack the short names that the programs load.
  const packageRoot = join(dirname(found.postgres), '..', '..');
  await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: packageRoot });
  return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
}

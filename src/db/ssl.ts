/** libpq's `sslmode`, which `pg` reads differently: there `require` also verifies, and `prefer` never goes without. */
import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import { EnvironmentError } from './session.ts';
import type { SslSettings } from './url.ts';

/** What to hand to `pg`: `false` is without encryption. */
export type SslAttempt = false | ConnectionOptions;

/**
 * The ways to connect, in the order to try them.
 *
 * @throws EnvironmentError when a certificate file cannot be read
 */
export async function sslAttempts(settings: SslSettings): Promise<readonly SslAttempt[]> {
  const mode = settings.mode ?? 'prefer';
  if (mode === 'disable') return [false];
  const files = await certificateFiles(settings);
  const encrypted: ConnectionOptions = { ...files, rejectUnauthorized: false };
  // With a root certificate, libpq verifies under `require` too.
  const authority: ConnectionOptions = { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined };
  switch (mode) {
    case 'allow':
      return [false, encrypted];
    case 'prefer':
      return [encrypted, false];
    case 'require':
      return [settings.rootCertificate === null ? encrypted : authority];
    case 'verify-ca':
      return [authority];
    case 'verify-full':
      return [{ ...files, rejectUnauthorized: true }];
  }
}

async function certificateFiles(settings: SslSettings): Promise<ConnectionOptions> {
  const { rootCertificate, certificate, key } = settings;
  return {
    ...(rootCertificate === null || rootCertificate === 'system'
      ? {}
      : { ca: await read('sslrootcert', rootCertificate) }),
    ...(certificate === null ? {} : { cert: await read('sslcert', certificate) }),
    ...(key === null ? {} : { key: await read('sslkey', key) }),
  };
}

async function read(parameter: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new EnvironmentError(
      `The file of ${parameter}, ${file}, cannot be read.`,
      'Check its path and permissions.',
      error,
    );
  }
}

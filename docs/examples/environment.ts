/** What a server is told by its environment: DATABASE_URL, JWKS_URL, JWT_ISSUER, JWT_AUDIENCE; POOL_SIZE and PORT if you like. */
import { createRemoteJWKSet } from 'jose';
import pg from 'pg';
import type { Issuer } from './person-of-token.ts';

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

export function poolOfEnvironment(): pg.Pool {
  return new pg.Pool({ connectionString: needed('DATABASE_URL'), max: Number(process.env.POOL_SIZE ?? 10) });
}

export function issuerOfEnvironment(): Issuer {
  return {
    keys: createRemoteJWKSet(new URL(needed('JWKS_URL'))),
    issuer: needed('JWT_ISSUER'),
    audience: needed('JWT_AUDIENCE'),
  };
}

export function portOfEnvironment(): number {
  return Number(process.env.PORT ?? 3000);
}

/** Makes and signs tokens, as whoever signs people in does. */
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';
import type { Issuer } from '../../docs/examples/person-of-token.ts';

const ISSUER = 'https://login.test';
const AUDIENCE = 'boyfanz';

export interface TestIssuer extends Issuer {
  readonly keySet: JSONWebKeySet;
  /** An `authorization` header; further claims come before the usual ones. */
  header(userId: string, claims?: JWTPayload): Promise<string>;
}

export async function makeIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keySet = { keys: [await exportJWK(publicKey)] };
  return {
    keys: createLocalJWKSet(keySet),
    keySet,
    issuer: ISSUER,
    audience: AUDIENCE,
    header: async (userId, claims = {}) => {
      const payload = { iss: ISSUER, aud: AUDIENCE, sub: userId, exp: Math.floor(Date.now() / 1000) + 60, ...claims };
      return `Bearer ${await new SignJWT(payload).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)}`;
    },
  };
}

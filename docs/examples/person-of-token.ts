/** Who a request is from: the only place where identity is decided. */
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { ANONYMOUS, type Person } from './as-person.ts';

/** Whoever issues the tokens, and who they are meant for. */
export interface Issuer {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
}

/**
 * No token is nobody, which is no error.
 *
 * @param authorization the header of that name
 * @throws when there is a token and it does not hold
 */
export async function personOfToken(
  authorization: string | undefined,
  { keys, issuer, audience }: Issuer,
): Promise<Person> {
  if (authorization === undefined) return ANONYMOUS;
  const token = authorization.replace(/^Bearer +/i, '');
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: ['ES256', 'RS256'],
    requiredClaims: ['sub', 'exp'],
  });
  // Staff only by what the issuer signed. What they may do then stands in tables (boyfanz.has_permission).
  const role = payload.role === 'boyfanz_staff' ? 'boyfanz_staff' : 'boyfanz_member';
  return { role, userId: payload.sub ?? null };
}

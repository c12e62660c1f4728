/** Middleware: who the request is from, in `request.person`. */
import type { RequestHandler } from 'express';
import type { Person } from '../as-person.ts';
import { type Issuer, personOfToken } from '../person-of-token.ts';

declare global {
  namespace Express {
    interface Request {
      person: Person;
    }
  }
}

export function identify(issuer: Issuer): RequestHandler {
  return async (request, response, next) => {
    try {
      request.person = await personOfToken(request.headers.authorization, issuer);
    } catch {
      response.status(401).json({ error: 'The token does not hold.' });
      return;
    }
    next();
  };
}

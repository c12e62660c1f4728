/** The Model as a given server can hold it, so that it compares with what the server shows. */
import { modelOf } from './keys.ts';
import type { FunctionBody, Model, SchemaObject } from './model.ts';

/** Views that read with their caller's rights exist from PostgreSQL 15 on. */
export const SECURITY_INVOKER_SINCE = 15;

function bodyFor(body: FunctionBody, major: number): FunctionBody {
  const newestFirst = [...body.variants].sort((a, b) => b.since - a.since);
  return { text: newestFirst.find((variant) => variant.since <= major)?.text ?? body.text, variants: [] };
}

/** @param major PostgreSQL major version, for example 15 */
export function modelForVersion(model: Model, major: number): Model {
  return modelOf(
    [...model.objects.values()].map((object): SchemaObject => {
      switch (object.kind) {
        case 'function':
          return { ...object, body: bodyFor(object.body, major) };
        case 'view':
          return {
            ...object,
            securityInvoker: object.securityInvoker && major >= SECURITY_INVOKER_SINCE,
            grants: major >= SECURITY_INVOKER_SINCE ? [...object.grants, ...object.callerGrants] : object.grants,
            callerGrants: [],
          };
        default:
          return object;
      }
    }),
  );
}

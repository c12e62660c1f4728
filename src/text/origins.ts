/** Where the parts of a Model were written, so that a rule or a server's error can point into a spec. */
import type { ObjectKey } from '../model/model.ts';
import type { Span } from './source.ts';

/**
 * Path of a part inside its object, for example `columns.user_id`, `columns.user_id.references`, `checks.age`,
 * `indexes.0`, `primary_key`, `access`; empty for the object's own name.
 */
export type PartPath = string;

export interface Origins {
  /** The span of a part, of the nearest part around it, or of the object; `null` when the object has no spec. */
  readonly find: (object: ObjectKey, part?: PartPath) => Span | null;
  /** The span of a constraint, index, policy or trigger by its name in the Model. */
  readonly findNamed: (object: ObjectKey, name: string) => Span | null;
}

export const NO_ORIGINS: Origins = { find: () => null, findNamed: () => null };

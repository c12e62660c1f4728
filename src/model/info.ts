/** What specs know about objects and a server does not. Keyed by object, beside the Model, never compared. */

import type { Expr, ObjectKey } from './model.ts';
import type { Ident, QName } from './name.ts';

export type PiiClass = 'contact' | 'identity' | 'special' | 'secret' | 'financial';

/** Who may do something, in the words of the spec. */
export type AccessWord = 'owner' | 'participants' | 'creator' | 'members' | 'anyone' | 'staff' | 'service';

export interface Access {
  /** Column that holds the owner's user id, or the way to it through a parent; `null` when nobody owns rows. */
  readonly owner: OwnerPath | null;
  readonly participants: { readonly through: string; readonly match: Ident; readonly member: Ident } | null;
  readonly read: readonly AccessWord[];
  readonly write: readonly AccessWord[];
  /** Where the words do not say it all: the rest of the rule for people. */
  readonly note: string | null;
}

export type OwnerPath =
  | { readonly kind: 'column'; readonly column: Ident }
  | { readonly kind: 'through'; readonly column: Ident; readonly parent: string };

export interface Erasure {
  /** Kind of data; `null` where the project names none. */
  readonly domain: string | null;
  /** Why rows stay, `null` when nothing is said. */
  readonly keep: string | null;
  /** By the way to the person's id: tables, then a column. */
  readonly people: ReadonlyMap<string, ErasureAction>;
}

export type ErasureAction =
  | { readonly kind: 'keep' }
  | { readonly kind: 'delete'; readonly where: Expr | null }
  | { readonly kind: 'change'; readonly set: ReadonlyMap<Ident, Expr>; readonly where: Expr | null };

/** Where the rows of a table live when the database is spread over several servers; a single server does not know. */
export interface Scale {
  readonly placement: Placement;
  /** Constraints, unique indexes and triggers that such a database cannot have, by name, and why it can do without. */
  readonly drops: ReadonlyMap<Ident, string>;
}

/**
 * `local`: on the coordinator alone. `reference`: whole, on every server. `distributed`: each row on the server that the
 * value of a column decides; rows with the same value are together in all tables of a group.
 */
export type Placement = { readonly kind: 'local' } | { readonly kind: 'reference' } | Distributed;

export interface Distributed {
  readonly kind: 'distributed';
  readonly by: Ident;
  /** The table that the group is named after; `null` for that table itself. */
  readonly with: QName | null;
}

export interface TableInfo {
  /** `01-core-user-management`, or `null` for the tool's own tables. */
  readonly section: string | null;
  readonly file: string;
  readonly access: Access | null;
  /** Rows at one million users. */
  readonly volume: number | null;
  readonly pii: ReadonlyMap<Ident, PiiClass>;
  /** Soft references: column to table, without a constraint. */
  readonly softReferences: ReadonlyMap<Ident, string>;
  /** Names of indexes that were derived for a foreign key. */
  readonly derivedIndexes: ReadonlySet<Ident>;
  /** Rule code to the reason why it is broken on purpose. */
  readonly allow: ReadonlyMap<string, string>;
  /** What the spec says about the erasure of a person; what foreign keys say beside it is in `erasure.ts`. */
  readonly erasure: Erasure;
  /** How long rows of a log are kept, in words, when storage does not say it. */
  readonly retention: string | null;
  readonly scale: Scale;
}

export type Info = ReadonlyMap<ObjectKey, TableInfo>;

/** What specs know about objects and a server does not. Keyed by object, beside the Model, never compared. */

import type { Expr, ObjectKey } from './model.ts';
import type { Ident, QName } from './name.ts';

export type PiiClass = 'contact' | 'identity' | 'special' | 'secret' | 'financial';

/** Who may do something, in the words of the spec. */
export type AccessWord =
  | 'owner'
  | 'parties'
  | 'participants'
  | 'creator'
  | 'subscribers'
  | 'viewers'
  | 'members'
  | 'anyone'
  | 'staff'
  | 'service';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

export interface Access {
  /** Column that holds the owner's user id, or the way to it through a parent; `null` when nobody owns rows. */
  readonly owner: OwnerPath | null;
  /** Columns that hold the user ids of further people whom a row is about. */
  readonly parties: readonly Ident[];
  readonly participants: Participants | null;
  /** The creator whose a row is, and whose subscribers are meant. */
  readonly creator: OwnerPath | null;
  /** The row that this one is seen with: whoever reads that one reads this one. */
  readonly seenWith: ParentRow | null;
  /** Permission that staff need; `null`: every member of staff. */
  readonly staff: string | null;
  /** A row makes its person a participant of other tables only while this holds. */
  readonly memberWhile: Expr | null;
  readonly words: Readonly<Record<Verb, readonly AccessWord[]>>;
  /** What has to hold, besides, for rows that somebody reads. */
  readonly when: ReadonlyMap<AccessWord, Expr>;
  /** What has to hold, besides, for rows that somebody inserts, and for rows as an update leaves them. */
  readonly writeWhen: ReadonlyMap<AccessWord, Expr>;
  /** Columns that people do not read. Those classed as secret are read by the service alone, whether or not they stand here. */
  readonly hidden: ReadonlySet<Ident>;
  /** Columns that people do not write. */
  readonly fixed: ReadonlySet<Ident>;
  /** Where the words do not say it all: the rest of the rule for people. */
  readonly note: string | null;
}

/** People who take part, listed in another table. */
export interface Participants {
  readonly through: string;
  /** Column of this table, and the one of the other that has the same values. */
  readonly own: Ident;
  readonly match: Ident;
  /** Its column with the user id. */
  readonly member: Ident;
}

/** A row of another table that a column refers to. */
export interface ParentRow {
  readonly column: Ident;
  readonly parent: string;
}

export type OwnerPath =
  | { readonly kind: 'column'; readonly column: Ident }
  | ({ readonly kind: 'through' } & ParentRow);

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

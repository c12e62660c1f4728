/** The kinds of harm that a change may do, and which of them a person has to approve. */
import type { ObjectKey } from '../model/model.ts';

export type HazardKind =
  | 'DATA_LOSS'
  | 'DATA_DEPENDENT'
  | 'TABLE_REWRITE'
  | 'BLOCKS_READS'
  | 'BLOCKS_WRITES'
  | 'FULL_SCAN'
  | 'INDEX_BUILD'
  | 'INDEX_DROP'
  | 'AUTHZ'
  | 'BREAKS_OLD_CODE'
  | 'UNSUPPORTED';

export interface Hazard {
  readonly kind: HazardKind;
  /** What people name in `--allow KIND:object`: `users`, `users.email`. */
  readonly object: string;
  readonly message: string;
}

/** Hazards that a person has to name before apply goes on. The others are shown, and fail safely or cost time. */
const NEEDS_APPROVAL: ReadonlySet<HazardKind> = new Set(['DATA_LOSS', 'TABLE_REWRITE', 'AUTHZ']);

export const HAZARD_KINDS: readonly HazardKind[] = [
  'DATA_LOSS',
  'DATA_DEPENDENT',
  'TABLE_REWRITE',
  'BLOCKS_READS',
  'BLOCKS_WRITES',
  'FULL_SCAN',
  'INDEX_BUILD',
  'INDEX_DROP',
  'AUTHZ',
  'BREAKS_OLD_CODE',
  'UNSUPPORTED',
];

export function needsApproval(hazard: Hazard): boolean {
  return NEEDS_APPROVAL.has(hazard.kind);
}

/** What is known of the live database beyond its Model. */
export interface LiveFacts {
  /** Heap bytes of each table, partitions included. A table that is not listed counts as filled. */
  readonly sizes: ReadonlyMap<ObjectKey, number>;
  /** Domains with a check: each row has to be held against it. */
  readonly checkedDomains: ReadonlySet<ObjectKey>;
  /** Text columns that are computed and come back, so that dropping them loses nothing. */
  readonly rebuilt: ReadonlySet<string>;
}

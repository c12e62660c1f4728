/** Exit codes, the same for every command. */
export const EXIT = {
  /** Done, or no differences. */
  done: 0,
  /** Problems in the specs, or it failed. */
  failed: 1,
  /** Differences found (`diff`, `build --check`). */
  differences: 2,
  /** A hazard needs approval. */
  approval: 3,
  /** The plan is stale. */
  stale: 4,
  /** Stopped part-way; run again to go on. */
  partial: 5,
  /** No connection, privilege, extension or version. */
  environment: 6,
  /** Wrong usage. */
  usage: 64,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

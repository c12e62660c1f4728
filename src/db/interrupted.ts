/** Thrown where work stops because the user asked for it. */
export class Interrupted extends Error {
  /** Transactions that had been committed. */
  readonly committed: number;

  constructor(committed: number) {
    super('Stopped on request.');
    this.name = 'Interrupted';
    this.committed = committed;
  }
}

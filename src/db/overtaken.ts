/** Thrown where another apply has gone on in the database while this one was at it, so that what was compared is not so any more. */
export class Overtaken extends Error {
  /** Transactions that had been committed. */
  readonly committed: number;

  constructor(committed: number) {
    super('Another apply is at work on this database, or was meanwhile.');
    this.name = 'Overtaken';
    this.committed = committed;
  }
}

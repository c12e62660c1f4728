/** What is no PostgreSQL: for prototypes and tests. */
import { inferred, measured, type Platform } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

export const sqlite: Platform = {
  target: {
    ...POSTGRES,
    name: 'sqlite',
    summary: 'SQLite, for prototypes: tables, keys and what it can hold of the checks',
    dialect: 'sqlite',
    output: null,
    roles: null,
    scheduler: null,
    optional: new Map(),
  },
  title: 'SQLite',
  recognised: [],
  forbids: [],
  versions: inferred('SQLite 3.'),
  connections: inferred('One writes at a time.'),
  locks: inferred('None.'),
  editor: null,
  works: [inferred('Tables, foreign keys and simple checks, loaded by the `sqlite3` shell.')],
  leftOut: [inferred('Row-level security, functions, most triggers, partitions and extensions.')],
  connect: [inferred('`apply` and `diff` know PostgreSQL only: build the file, and load it.')],
  traps: [inferred('Foreign keys are off in each new connection until `pragma foreign_keys = on`.')],
};

export const pgMem: Platform = {
  ...sqlite,
  target: {
    ...sqlite.target,
    name: 'pg-mem',
    summary: 'pg-mem, for unit tests of applications',
    dialect: 'pg-mem',
  },
  title: 'pg-mem',
  versions: measured('pg-mem 3.'),
  connections: inferred('In the memory of one process.'),
  works: [measured('A few tables with their keys, for unit tests: `boyfanz-schema/testing`.')],
  leftOut: [
    measured('Partitions, row-level security, functions, triggers and extensions. numeric(5,2) is stored unrounded.'),
  ],
  connect: [measured('`createTestDatabase` of `boyfanz-schema/testing`.')],
  traps: [measured('It proves nothing about the schema: tests of that run on a real PostgreSQL.')],
};

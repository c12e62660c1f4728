/** The PostgreSQL that comes with the tool. */
import { measured, NEVER, type Platform } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

export const embedded: Platform = {
  target: {
    ...POSTGRES,
    name: 'embedded',
    summary: 'the PostgreSQL that comes with the tool (PGlite), for trying out and for development',
    versions: { min: 18, max: 18 },
    optional: new Map(),
    output: null,
    scheduler: null,
    lockBudget: 1500,
    size: 'small',
  },
  title: 'the PostgreSQL of the tool',
  // No server is it: it is chosen where none is named.
  recognised: [],
  forbids: NEVER,
  versions: measured('18, in WebAssembly.'),
  connections: measured('1; `boyfanz-schema serve` lets several clients take turns.'),
  locks: measured('1,000 tables in one transaction pass and 2,000 do not; 1,500 relations are taken at most.'),
  editor: null,
  works: [measured('Tables, keys, partitions, policies, triggers and functions, as on any PostgreSQL 18.')],
  leftOut: [measured('PostGIS, pgvector and TimescaleDB.')],
  connect: [measured('`boyfanz-schema apply` without a URL, `boyfanz-schema serve` for psql and others.')],
  traps: [measured('It is for one process at a time, and for no production.')],
};

/** PostgreSQL spread over several machines by Citus. */
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REFERENCE = 'citusdata/citus_docs develop/reference_ddl.rst';

export const citus: Platform = {
  target: {
    ...POSTGRES,
    name: 'citus',
    summary: 'PostgreSQL with Citus, spread over several machines',
    versions: { min: 16, max: 18 },
    output: null,
    scaleOut: 'citus',
  },
  title: 'Citus',
  recognised: [{ extensions: ['citus'] }],
  forbids: NEVER,
  versions: documented('Citus 14.0 is for 16, 17 and 18; 13 for 15 to 17.', 'citusdata/citus CHANGELOG.md'),
  connections: recalled('To be raised: shards multiply connections.'),
  locks: inferred('To be raised: every shard and partition is a table.'),
  editor: null,
  works: [inferred('PostGIS and pgvector where their packages are installed: `--with postgis,vector`.')],
  leftOut: [recalled('TimescaleDB: not in one database with Citus. Time series are native partitions.')],
  connect: [inferred('The coordinator.')],
  traps: [
    inferred(
      '`scale-citus.sql` beside the schema spreads the tables, and Citus is not among the engines that it was tried on; see docs/scaling.md.',
    ),
    inferred('`apply` and `diff` know one server: they are not for a database that `scale-citus.sql` has spread.'),
    documented(
      'Primary and unique keys carry the distribution column; no foreign key goes from a reference table to a distributed one.',
      REFERENCE,
    ),
    inferred('citus has to be in shared_preload_libraries, and first there.'),
  ],
};

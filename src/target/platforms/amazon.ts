/** Amazon RDS and Aurora. */
import { optionalIn } from '../extensions.ts';
import { documented, type Fact, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import type { Target, TargetName } from '../target.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY =
  'connect as a member of rds_superuser (the master user is one), and see that the parameter group does not leave it out of rds.allowed_extensions';
const EXTENSIONS = 'docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Extensions.html';

function targetOn(name: TargetName, changes: Partial<Target> & Pick<Target, 'summary' | 'versions'>): Target {
  return {
    ...POSTGRES,
    name,
    output: null,
    optional: optionalIn('public', { remedy: REMEDY, target: name }),
    remedy: REMEDY,
    installers: ['rds_superuser'],
    allowList: { setting: 'rds.allowed_extensions', whenEmpty: 'all' },
    ...changes,
  };
}

const LEFT_OUT: readonly Fact[] = [
  inferred('TimescaleDB: it is not offered. Time series are native partitions.'),
  recalled(
    'pg_cron is there, and needs a parameter group of your own with it in shared_preload_libraries, and a reboot; until then `boyfanz-schema maintain` from EventBridge or cron.',
  ),
];

const TRAPS: readonly Fact[] = [
  documented(
    'Anybody who may create in the database makes citext, ltree, pg_trgm and btree_gist; PostGIS needs rds_superuser, and rds.allowed_extensions may leave any of them out.',
    EXTENSIONS,
  ),
];

export const rds: Platform = {
  target: targetOn('rds', {
    summary: 'Amazon RDS for PostgreSQL; time series as native partitions',
    versions: { min: 14, max: 18 },
    extensions: new Map([...POSTGRES.extensions, ['postgis', 'public']]),
  }),
  title: 'Amazon RDS',
  recognised: [{ roles: ['rds_superuser', 'rdsadmin'] }, { host: '.rds.amazonaws.com', roles: ['rds_superuser'] }],
  forbids: NEVER,
  versions: documented('13 to 18.', 'docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes'),
  connections: recalled('Memory of the instance / 9,531,392, 5,000 at most.'),
  locks: recalled('64, to be changed in the parameter group, with a reboot.'),
  editor: null,
  works: [documented('PostGIS, as rds_superuser.', EXTENSIONS), recalled('pgvector: `--with vector`.')],
  leftOut: LEFT_OUT,
  connect: [recalled('The endpoint of the instance, with TLS, not that of RDS Proxy.')],
  traps: TRAPS,
};

export const aurora: Platform = {
  ...rds,
  target: targetOn('aurora', {
    summary: 'Amazon Aurora PostgreSQL; time series as native partitions',
    versions: { min: 14, max: 17 },
  }),
  title: 'Amazon Aurora',
  recognised: [{ roles: ['rds_superuser'], functions: ['pg_catalog.aurora_version'] }],
  versions: recalled('13 to 17; 18 is on its way.'),
  connections: recalled('By a formula over memory, 5,000 at most.'),
  locks: recalled('64, to be changed in the parameter group.'),
  works: [recalled('PostGIS and pgvector: `--with postgis,vector`.')],
  connect: [recalled('The endpoint of the cluster (the writer), with TLS, not that of RDS Proxy.')],
  traps: [
    ...TRAPS,
    documented(
      'Aurora Limitless takes another dialect (no ATTACH PARTITION, no storage parameters): this file is not for it.',
      'docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/limitless-reference.DDL-limitations.html',
    ),
  ],
};

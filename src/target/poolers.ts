/**
 * Addresses that are known to lead to a pooler in transaction mode, and where the server itself is. Other poolers show
 * themselves when they answer (src/db/client-session.ts); for these there is a name and a way around before that.
 */
export interface Pooler {
  /** As people call it. */
  readonly name: string;
  /** Both must hold; `null`: any. */
  readonly port: number | null;
  readonly host: RegExp | null;
  /** What is different in the address of the server itself; `null` where it cannot be told from this one. */
  readonly direct: { readonly port: number | null; readonly withoutInHost: string } | null;
  /** Where the platform shows the address of the server itself. */
  readonly find: string;
}

/** The first that fits counts. */
export const POOLERS: readonly Pooler[] = [
  {
    name: 'the transaction pooler of Supabase',
    port: 6543,
    host: /\.supabase\.(?:com|co)$/i,
    // On the shared pooler this is its session mode, which is as good and works over IPv4; on a host of db.… the server.
    direct: { port: 5432, withoutInHost: '' },
    find: 'the dashboard of the project, Connect, Direct connection or Session pooler',
  },
  {
    name: 'the pooler of Neon',
    port: null,
    host: /-pooler\.[^/]*neon\.(?:tech|build)$/i,
    direct: { port: null, withoutInHost: '-pooler' },
    find: 'the console of the project, Connect, with Connection pooling switched off',
  },
  {
    name: 'the PgBouncer of Azure',
    port: 6432,
    host: /\.(?:database|cosmos)\.azure\.com$/i,
    direct: { port: 5432, withoutInHost: '' },
    find: 'the same host, port 5432',
  },
  {
    name: 'a connection pool of DigitalOcean',
    port: 25061,
    host: null,
    // The path names the pool there, and the database here.
    direct: null,
    find: 'the control panel of the cluster, Connection details: port 25060, and the name of the database instead of the pool',
  },
  {
    name: 'the RDS Proxy',
    port: null,
    host: /\.proxy-[^.]+\.[^.]+\.rds\.amazonaws\.com(?:\.cn)?$/i,
    direct: null,
    find: 'the console of RDS: the endpoint of the instance, or the writer endpoint of the cluster',
  },
  {
    name: 'a pooler',
    port: null,
    host: /-pooler(?:\.|$)/i,
    direct: { port: null, withoutInHost: '-pooler' },
    find: 'the connection page of the platform: the address that is not pooled',
  },
  {
    name: 'a PgBouncer, by its port',
    port: 6432,
    host: null,
    direct: { port: 5432, withoutInHost: '' },
    find: 'the same host on most platforms, port 5432; of a PgBouncer of your own: host and port in its [databases]',
  },
  {
    name: 'a transaction pooler, by its port',
    port: 6543,
    host: null,
    direct: { port: 5432, withoutInHost: '' },
    find: 'the connection page of the platform: the address that is not pooled',
  },
];

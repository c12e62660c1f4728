/** Whether an address is that of a pooler, and which one to use where only the server itself will do. */
import { POOLERS, type Pooler } from '../target/poolers.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export function knownPooler({ host, port }: Pick<Address, 'host' | 'port'>): Pooler | null {
  return (
    POOLERS.find(
      (pooler) => (pooler.port === null || pooler.port === port) && (pooler.host === null || pooler.host.test(host)),
    ) ?? null
  );
}

/** A sentence about how to get past the pooler at this address, with the URL where it can be told. No password in it. */
export function directAdvice(to: Address): string {
  const pooler = knownPooler(to);
  if (pooler === null) {
    return 'Use the URL of the server itself instead of the pooler in front of it: its port is 5432 on most servers.';
  }
  if (pooler.direct === null) return `Use the URL of the server itself. It is in ${pooler.find}.`;
  const host = to.host.replace(pooler.direct.withoutInHost, '');
  const [user, database] = [encodeURIComponent(to.user), encodeURIComponent(to.database)];
  const place = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  const url = `postgres://${user}@${place}:${pooler.direct.port ?? to.port}/${database}`;
  return `Use the URL of the server itself: ${url} (${pooler.find}).`;
}

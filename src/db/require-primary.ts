/** Refuses to write where nothing can be written. */
import { EnvironmentError, type Session } from './session.ts';

/** Empty columns for a role that may not see it; no row while the standby does not stream. */
const SENDER = 'select sender_host, sender_port from pg_stat_wal_receiver';

async function primaryOf(session: Session): Promise<string | null> {
  const [row] = await session.query(SENDER);
  const [host = null, port = null] = row ?? [];
  return host === null || port === null ? null : `${host}:${port}`;
}

/**
 * @param command for the help, as it is typed
 * @throws EnvironmentError on a standby, with the server that it follows where the role may know it
 */
export async function requirePrimary(session: Session, command: string): Promise<void> {
  if (!session.server.isStandby) return;
  const primary = await primaryOf(session);
  const follows = primary === null ? '' : `, which is ${primary} as seen from there`;
  throw new EnvironmentError(
    `${session.description} is a standby, a read-only copy of another server: nothing was changed.`,
    `Run ${command} on the primary server${follows}. diff works on a standby.`,
  );
}

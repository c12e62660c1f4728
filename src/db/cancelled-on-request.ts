/** Work that ends early when the user asks to stop. */
import type { Session } from './session.ts';

/** A statement may run for an hour; who asks to stop does not want to wait for its end, which then fails with 57014. */
export async function cancelledOnRequest<T>(session: Session, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const cancel = () => {
    session.cancel?.();
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Where a program may keep what it can make again, per user. */
import { join } from 'node:path';
import type { Environment } from './url.ts';

/** @returns `null` when the environment does not say where the user's home is; then there is no cache. */
export function cacheDirectory(platform: NodeJS.Platform, env: Environment): string | null {
  const name = 'boyfanz-schema';
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, name, 'cache') : null;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, name);
  if (!env.HOME) return null;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches', name) : join(env.HOME, '.cache', name);
}

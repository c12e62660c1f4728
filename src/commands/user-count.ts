/** The value of `--users`. */
import { UsageError } from './context.ts';

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };
const MOST = 10_000_000_000;

/** `250000`, `250,000`, `250k`, `1M`. @throws UsageError */
export function userCount(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([kmb]?)$/i.exec(text.replaceAll(/[,_]/g, '')) ?? [];
  const users = Math.round(Number(digits) * (FACTORS[unit.toLowerCase()] ?? 1));
  if (digits !== '' && users >= 1 && users <= MOST) return users;
  throw new UsageError(`${text} is no number of users.`, 'For example: --users 250000, --users 250k, --users 1M');
}

/** Sizes and counts as people read them. */

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Three digits, in steps of 1024 as pg_size_pretty() does: `8 kB`, `1.35 GB`, `307 GB`. */
export function showBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1023.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${String(Number(value.toFixed(digits)))} ${UNITS[unit]}`;
}

/** `1,500`. */
export function showCount(count: number): string {
  return Math.round(count).toLocaleString('en');
}

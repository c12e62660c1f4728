/** `volume:` of a table. */

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };

/** Rows at one million users: `1500`, `15k`, `3M`, `1.2B`. The schema has checked the form. */
export function parseVolume(raw: number | string): number {
  if (typeof raw === 'number') return raw;
  const unit = FACTORS[raw.slice(-1)];
  return Math.round(unit === undefined ? Number(raw) : Number(raw.slice(0, -1)) * unit);
}

/** Draws numbers: within what checks say, of the size that a name promises. */
import type { ColumnTraits, Source } from './draw.ts';

const WHOLE: Readonly<Record<string, number>> = {
  smallint: 32767,
  integer: 2147483647,
  bigint: Number.MAX_SAFE_INTEGER,
};

/** The usual size of a number, by its name; `null` where it says nothing. */
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/_minor$|amount|price/, 50_000],
  [/_ppm$/, 1_000_000],
  [/_bps$/, 10_000],
  [/_(pct|percent)$/, 100],
  [/_ms$|millis/, 600_000],
  [/bytes|_size$/, 50_000_000],
  [/_seconds$|duration/, 3600],
  [/^(position|rank|priority|level|tier|sort_order|weight|urgency|severity)$/, 20],
  [/bands|bits/, 2_000_000_000],
  [/version|revision|generation|attempt|failures/, 5],
  [/port$/, 65535],
];

export function numberSource(traits: ColumnTraits): Source {
  const { facts, name, type, typeName, isKey, numeric } = traits;
  const isWhole = type.kind === 'integer';
  const most = isWhole
    ? (WHOLE[typeName] ?? 2147483647)
    : numeric === null
      ? 1e9
      : 10 ** (numeric.precision - numeric.scale) - 1;
  const hint = NUMBERS.find(([pattern]) => pattern.test(name))?.[1] ?? (isWhole ? 1000 : 1);
  const low = facts.value.low ?? 0;
  const high = Math.max(low, Math.min(facts.value.high ?? Math.max(low + hint, hint), most));
  if (name === 'h3_cell') return ({ random }) => 2 ** 59 + random.below(7) * 2 ** 52 + random.below(2 ** 25) * 2 ** 20;
  if (isWhole && isKey && facts.value.high === null) {
    const span = Math.min(most, Number.MAX_SAFE_INTEGER) - Math.max(1, low);
    return ({ number }) => Math.max(1, low) + (number % span);
  }
  if (isWhole) return ({ random }) => Math.floor(low + (high - low + 1) * random.unit() ** (isKey ? 1 : 2));
  const scale = 10 ** (numeric?.scale ?? 4);
  return ({ random }) => Math.round((low + (high - low) * random.unit()) * scale) / scale;
}

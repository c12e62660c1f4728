/** Draws a value for one column, from its type, what checks say about it, and its name. */
import { DAY, HOUR, MINUTE } from './calendar.ts';
import type { Bounds, Facts } from './facts.ts';
import type { Random } from './random.ts';
import { textMaker } from './regex-text.ts';
import type { RangeValue, Value, ValueType } from './value.ts';
import { WORDS, weightOf } from './words.ts';

/** What the values of one row have in common. */
export interface Draw {
  readonly random: Random;
  /** The moment that the row is about. */
  readonly time: number;
  /** Counts the rows that were tried, so that what must differ differs. */
  readonly number: number;
}

export type Source = (draw: Draw) => Value;

export interface ColumnTraits {
  readonly name: string;
  readonly type: ValueType;
  /** Name of the type below domains: `smallint`, `ltree`. */
  readonly typeName: string;
  /** Digits of a numeric: whole and after the point. */
  readonly numeric: { readonly precision: number; readonly scale: number } | null;
  readonly facts: Facts;
  /** Part of a key, so that values should differ. */
  readonly isKey: boolean;
  /** The present, as the generator sees it. */
  readonly now: number;
}

/** Marks ids of generated rows: rand_a, and the first 14 bits of rand_b after the variant. */
export const ID_MARK = { version: '7b0f', variant: 'a9da' } as const;

/** UUID version 7 (RFC 9562) of a time; 48 of its bits are left to chance. */
function uuidAt(time: number, random: Random): string {
  const stamp = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-${ID_MARK.version}-${ID_MARK.variant}-${random.hex(6)}`;
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

function fitted(text: string, length: Bounds, random: Random): string {
  let fit = text;
  while (length.low !== null && fit.length < length.low) fit = `${fit} ${random.pick(WORDS)}`;
  return length.high !== null && fit.length > length.high
    ? fit
        .slice(0, length.high)
        .trimEnd()
        .padEnd(Math.max(length.low ?? 0, 1), 'x')
    : fit;
}

const LANGUAGES = ['en', 'en', 'en', 'de', 'es', 'fr', 'pt-BR', 'it', 'ja', 'nl', 'pl', 'sv'];
const COUNTRIES = ['US', 'US', 'GB', 'DE', 'FR', 'ES', 'BR', 'CA', 'AU', 'NL', 'IT', 'JP', 'MX', 'PL', 'SE'];
const CURRENCIES = ['USD', 'USD', 'USD', 'EUR', 'EUR', 'GBP', 'BRL', 'CAD', 'AUD', 'JPY', 'MXN', 'PLN', 'SEK', 'CHF'];
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'Australia/Sydney'];

/** By name, in this order: the first that fits. */
const TEXTS: readonly (readonly [RegExp, (draw: Draw) => string])[] = [
  [/email/, ({ random, number }) => `${random.pick(WORDS)}.${random.pick(WORDS)}${number.toString(36)}@example.com`],
  [
    /(^|_)(url|uri|link|href|endpoint)s?$/,
    ({ random }) => `https://www.example.com/${random.pick(WORDS)}/${random.hex(6)}`,
  ],
  [/hostname|domain|host$/, ({ random, number }) => `${random.pick(WORDS)}${number.toString(36)}.example.com`],
  [/currency/, ({ random }) => random.pick(CURRENCIES)],
  [/country/, ({ random }) => random.pick(COUNTRIES)],
  [/locale|language/, ({ random }) => random.pick(LANGUAGES)],
  [/timezone|time_zone/, ({ random }) => random.pick(ZONES)],
  [/phone|e164/, ({ random }) => `+49151${String(random.below(1e8)).padStart(8, '0')}`],
  [/user_agent/, ({ random }) => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + random.below(40)}.0) Gecko/20100101`],
  [/mime|content_type|media_type/, ({ random }) => random.pick(['image/jpeg', 'image/png', 'video/mp4', 'audio/mpeg'])],
  [/(hash|sha256|digest|fingerprint|token|checksum|etag|signature)$/, ({ random }) => random.hex(32)],
  [/(_key|_ref|_reference|_path|storage_key|object_key)$/, ({ random }) => `${random.pick(WORDS)}/${random.hex(8)}`],
  [/(version)$/, ({ random }) => `${random.between(1, 9)}.${random.below(20)}.${random.below(10)}`],
  [
    /username|handle|slug/,
    ({ random, number }) => `${random.pick(WORDS)}-${random.pick(WORDS)}-${number.toString(36)}`,
  ],
  [/(title|name|label|headline|subject|caption)$/, ({ random }) => words(random, random.between(2, 4))],
  [
    /(body|text|description|message|bio|details|summary|transcript)$/,
    ({ random }) => words(random, random.between(5, 40)),
  ],
  [/(note|reason|comment|explanation|statement|instructions)s?$/, ({ random }) => words(random, random.between(3, 12))],
];

function weighted(values: readonly Value[]): Source {
  const weights = values.map((value) => weightOf(String(value)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ({ random }) => {
    let left = random.unit() * total;
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return values[at] ?? null;
    }
    return values.at(-1) ?? null;
  };
}

function textSource(traits: ColumnTraits): Source {
  const { facts, name, isKey, typeName } = traits;
  // The shortest pattern is often the one that only forbids; the longest says what the text looks like.
  const pattern = facts.patterns.toSorted((a, b) => b.length - a.length)[0];
  const byName = TEXTS.find(([hint]) => hint.test(name))?.[1];
  const made = pattern === undefined ? null : textMaker(pattern);
  const accepts = facts.patterns.map((text) => new RegExp(text.replaceAll('[:space:]', '\\s')));
  if (made !== null) {
    return (draw) => {
      const hinted = byName?.(draw);
      if (hinted !== undefined && accepts.every((regex) => regex.test(hinted))) return hinted;
      return fitted(made(draw.random), facts.length, draw.random);
    };
  }
  if (typeName === 'ltree') return ({ random, number }) => `top.${random.pick(WORDS)}.n${number.toString(36)}`;
  const free = byName ?? (({ random }: Draw) => words(random, random.between(1, 2)));
  return (draw) => {
    const text = free(draw);
    return fitted(isKey ? `${text.slice(0, 40)}-${draw.number.toString(36)}` : text, facts.length, draw.random);
  };
}

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

function numberSource(traits: ColumnTraits): Source {
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

/** What a job waits for; next to nothing is late. */
const TO_COME = /next|schedul|run_after|run_at|resume|renew|retry|retire|^starts|available_(at|from)/;
/** What runs out, sooner or later. */
const AHEAD = /expire|ends|due|until|deadline|starts|valid_to|retain|remove_by|keep/;

function timeSource(traits: ColumnTraits): Source {
  const { facts, name, now, type } = traits;
  const step = type.kind === 'date' ? DAY : 1;
  const whole = (time: number) => Math.floor(time / step) * step;
  const { low, high } = facts.value;
  if (low !== null || high !== null) {
    const from = low ?? Math.min(now, high ?? now) - 730 * DAY;
    const to = high ?? Math.max(now, from) + 30 * DAY;
    // Partitions reach into the future, where an application has next to nothing.
    const usual = Math.max(Math.min(to, now + DAY), Math.min(to, from + 7 * DAY));
    return ({ random, time }) =>
      time >= from && time <= usual ? whole(time) : Math.max(from, whole(from + random.unit() * (usual - from)));
  }
  if (/birth/.test(name)) return ({ random }) => whole(now - (19 + random.unit() * 45) * 365.25 * DAY);
  if (TO_COME.test(name)) {
    return ({ random }) => whole(now + (random.unit() ** 2 * 60 - (random.chance(0.05) ? 10 : 0)) * DAY);
  }
  if (AHEAD.test(name)) {
    return ({ random, time }) =>
      whole(random.chance(0.5) ? time + random.unit() ** 2 * 60 * DAY : now + (random.unit() ** 2 * 60 - 2) * DAY);
  }
  if (/^created/.test(name)) return ({ time }) => whole(time);
  return ({ random, time }) => whole(time + random.unit() ** 4 * Math.max(0, now - time));
}

function rangeSource(of: Extract<ValueType, { kind: 'range' }>['of'], traits: ColumnTraits): Source {
  const range = (lower: number, upper: number | null): RangeValue => ({
    empty: false,
    lower,
    upper,
    lowerInclusive: true,
    upperInclusive: false,
  });
  if (of === 'integer' || of === 'number') {
    return ({ random }) => {
      const lower = random.below(10_000);
      return range(lower, random.chance(0.1) ? null : lower + random.between(1, 50));
    };
  }
  return ({ random, time }) => {
    const unit = of === 'date' ? DAY : HOUR;
    const lower = Math.floor((random.chance(0.3) ? traits.now + random.unit() * 60 * DAY : time) / unit) * unit;
    return range(lower, random.chance(0.2) ? null : lower + random.between(1, 48) * unit);
  };
}

function arraySource(of: ValueType, traits: ColumnTraits): Source {
  const { facts } = traits;
  const element = facts.elements === null ? sourceOf({ ...traits, type: of, isKey: false }) : weighted(facts.elements);
  const low = facts.count.low ?? 0;
  const high = Math.max(low, Math.min(facts.count.high ?? Math.max(low, 4), Math.max(low, 4)));
  return (draw) => {
    const items: Value[] = [];
    const wanted = draw.random.between(low, high);
    for (let tries = 0; items.length < wanted && tries < wanted * 4; tries += 1) {
      const item = element(draw);
      if (of.kind === 'number' || !items.includes(item)) items.push(item);
    }
    return items;
  };
}

function bytesSource({ facts, name }: ColumnTraits): Source {
  const usual = /_enc$|ciphertext|payload|secret/.test(name) ? 48 : 32;
  const low = facts.bytes.low ?? Math.min(usual, facts.bytes.high ?? usual);
  const high = Math.max(low, Math.min(facts.bytes.high ?? low, low + 64));
  return ({ random }) => `\\x${random.hex(random.between(low, high))}`;
}

function otherSource({ typeName }: ColumnTraits): Source {
  switch (typeName) {
    case 'box':
    case 'polygon':
      return ({ random }) => {
        const [x, y] = [random.between(-170, 160), random.between(-80, 70)];
        return `(${x + 5 * random.unit()},${y + 5 * random.unit()}),(${x},${y})`;
      };
    case 'point':
      return ({ random }) => `(${random.between(-180, 180)},${random.between(-90, 90)})`;
    case 'pg_lsn':
      return ({ number }) => `0/${(0x1000000 + number * 4096).toString(16).toUpperCase()}`;
    case 'tsvector':
      return ({ random }) => words(random, random.between(3, 20));
    case 'xid8':
      return ({ random }) => random.between(3, 500);
    default:
      return () => null;
  }
}

/** A time of the past, more often a recent one. */
export function momentBefore(now: number, random: Random): number {
  return Math.floor(now - random.unit() ** 2 * 540 * DAY - random.unit() * HOUR);
}

export function sourceOf(traits: ColumnTraits): Source {
  const { type, facts, name } = traits;
  if (facts.allowed !== null && facts.allowed.length > 0) return weighted(facts.allowed);
  switch (type.kind) {
    case 'boolean': {
      const likely = /active|enabled|visible|required|allow|current|subscribed/.test(name) ? 0.85 : 0.15;
      return ({ random }) => random.chance(likely);
    }
    case 'integer':
    case 'number':
      return numberSource(traits);
    case 'text':
    case 'citext':
    case 'unknown':
      return textSource(traits);
    case 'uuid':
      return ({ random, time }) => uuidAt(time, random);
    case 'bytea':
      return bytesSource(traits);
    case 'json':
      if (facts.jsonNumbers.length > 0) {
        return ({ random }) =>
          JSON.stringify([Object.fromEntries(facts.jsonNumbers.map((key) => [key, random.below(1000)]))]);
      }
      if (facts.json === 'array') return ({ random }) => JSON.stringify(random.chance(0.5) ? [] : [random.pick(WORDS)]);
      return ({ random }) => (random.chance(0.4) ? '{}' : `{"${random.pick(WORDS)}":${random.below(100)}}`);
    case 'timestamp':
    case 'date':
      return timeSource(traits);
    case 'time':
      return ({ random }) => random.below(96) * 15 * MINUTE;
    case 'interval':
      return ({ random }) => random.between(1, 96) * 15 * MINUTE;
    case 'network':
      return /prefix|cidr|range|network/.test(name) || traits.typeName === 'cidr'
        ? ({ random }) => `10.${random.below(256)}.${random.below(256)}.0/24`
        : ({ random }) => `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
    case 'range':
      return rangeSource(type.of, traits);
    case 'array':
      return arraySource(type.of, traits);
    case 'other':
      return otherSource(traits);
  }
}

const CLOSING =
  /revoked|deleted|removed|lifted|ended|cancel|retired|withdrawn|supersede|voided|released|archived|undone|rejected|failed|erased|expired|suspended|reversed|detached|disabled|destroyed|unlinked|error/;

/** How often a column that may be null is. */
export function nullChance(name: string): number {
  if (CLOSING.test(name)) return 0.85;
  return /_at$|_by$|_by_id$|note|reason/.test(name) ? 0.5 : 0.3;
}

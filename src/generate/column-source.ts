/** Draws a value for one column, from its type, what checks say about it, and its name. */
import { MINUTE } from './calendar.ts';
import type { ColumnTraits, Source } from './draw.ts';
import { numberSource } from './number-source.ts';
import type { Random } from './random.ts';
import { textSource, words } from './text-source.ts';
import { rangeSource, timeSource } from './time-source.ts';
import type { Value, ValueType } from './value.ts';
import { WORDS, weightOf } from './words.ts';

/** Marks ids of generated rows: rand_a, and the first 14 bits of rand_b after the variant. */
export const ID_MARK = { version: '7b0f', variant: 'a9da' } as const;

/** UUID version 7 (RFC 9562) of a time; 48 of its bits are left to chance. */
function uuidAt(time: number, random: Random): string {
  const stamp = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-${ID_MARK.version}-${ID_MARK.variant}-${random.hex(6)}`;
}

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

/** What happens to few rows. */
const RARE =
  /revoked|deleted|removed|cancel|retired|withdrawn|supersede|voided|archived|undone|rejected|failed|erased|expired|suspended|reversed|detached|disabled|destroyed|unlinked|error/;
/** What happens to most rows, some day. */
const USUAL = /released|lifted|ended|resolved|closed|completed|finished|decided/;

/** How often a column that may be null is. */
export function nullChance(name: string): number {
  if (RARE.test(name)) return 0.85;
  if (USUAL.test(name)) return 0.2;
  return /_at$|_by$|_by_id$|note|reason/.test(name) ? 0.5 : 0.3;
}

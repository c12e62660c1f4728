/** Draws texts: by pattern where a check has one, by name otherwise. */
import type { ColumnTraits, Draw, Source } from './draw.ts';
import type { Bounds } from './facts.ts';
import type { Random } from './random.ts';
import { textMaker } from './regex-text.ts';
import { WORDS } from './words.ts';

export function words(random: Random, count: number): string {
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

export function textSource(traits: ColumnTraits): Source {
  const { facts, name, domain, isKey, typeName } = traits;
  // The shortest pattern is often the one that only forbids; the longest says what the text looks like.
  const pattern = facts.patterns.toSorted((a, b) => b.length - a.length)[0];
  const byName = TEXTS.find(([hint]) => hint.test(domain) || hint.test(name))?.[1];
  const made = pattern === undefined ? null : textMaker(pattern);
  const accepts = facts.patterns.map((text) => new RegExp(text.replaceAll('[:space:]', '\\s')));
  if (made !== null) {
    return (draw) => {
      // The usual codes are few; a list of all of them needs others.
      const hinted = isKey && draw.random.chance(0.5) ? undefined : byName?.(draw);
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

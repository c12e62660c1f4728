/**
 * What is assumed about columns whose type does not say how wide they are: the first line whose name fits. Bytes without
 * the length word, before compression. A CHECK that says more goes first: see `column-limits.ts`.
 */

export interface WidthClass {
  readonly names: RegExp;
  readonly width: number;
  readonly spread: 'even' | 'varied';
  /** What a reader should take it for. */
  readonly like: string;
}

function even(names: RegExp, width: number, like: string): WidthClass {
  return { names, width, spread: 'even', like };
}

function varied(names: RegExp, width: number, like: string): WidthClass {
  return { names, width, spread: 'varied', like };
}

/** `text`, `citext`, `varchar`. */
export const TEXT_WIDTHS: readonly WidthClass[] = [
  even(/(^|_)password_hash$/, 97, 'an Argon2 hash'),
  varied(/(^|_)(url|uri|href)$/, 80, 'a web address'),
  varied(/(^|_)user_agent$/, 120, 'a user agent'),
  varied(/(^|_)(email|recipient)(_|$)/, 24, 'an e-mail address'),
  varied(/(object|storage|vault|file|pdf|waveform)_key$|^filename$/, 60, 'a key in object storage'),
  even(/(^|_)(idempotency|dedup|group|ordering)_key$/, 36, 'a key made from an id'),
  varied(/(^|_)(provider|source|trigger|secret|event|external|payment)_ref$|_ref$/, 28, 'an id at a provider'),
  varied(/^(transcript|prompt|output|template|document)$|_html$/, 600, 'a page'),
  varied(/^(body|text|content)$|_(body|text)$/, 120, 'a message'),
  varied(/(description|bio|summary|about|caption|statement|plan|notice|details)$/, 160, 'a paragraph'),
  varied(/(message|note|notes|reason|error|comment|question|answer)$|query$/, 90, 'a sentence'),
  varied(/(title|headline|subject|label)$/, 40, 'a title'),
  varied(/(name|phrase|address|display)$/, 20, 'a name'),
  varied(/(domain|host|route|path)(_|$)|route/, 30, 'a domain or path'),
  even(/timezone/, 14, 'a time zone'),
  even(/locale|language|region|country|currency/, 4, 'a code of a place or language'),
  varied(/version/, 10, 'a version'),
  varied(
    /(key|slug|code|kind|type|action|provider|model|scope|source|status|state|queue|topic|surface)$/,
    14,
    'a key word',
  ),
];

export const OTHER_TEXT = varied(/./, 24, 'a few words');

export const BYTES_WIDTHS: readonly WidthClass[] = [
  even(/(hash|digest|bidx|fingerprint|checksum|session_key|salt)/, 32, 'a digest'),
  varied(/^(ciphertext|payload|body)(_enc)?$|_(body|payload)_enc$/, 300, 'an encrypted text'),
  varied(/_enc$/, 64, 'an encrypted value'),
  even(/signature/, 64, 'a signature'),
  even(/key/, 48, 'a key'),
  varied(/sketch/, 400, 'a sketch of a set, mostly sparse'),
];

export const OTHER_BYTES = varied(/./, 64, 'some bytes');

/** `jsonb` and `json`. */
export const JSON_WIDTHS: readonly WidthClass[] = [
  varied(/(snapshot|payload|body|data|document|definition|profile|layout|response|result|config)/, 600, 'a document'),
  varied(
    /(rule|rules|condition|conditions|filters|steps|reasons|components|features|values)/,
    300,
    'a list of settings',
  ),
];

export const OTHER_JSON = varied(/./, 150, 'a few keys');

/** Elements of an array. */
export const ARRAY_LENGTHS: readonly { readonly names: RegExp; readonly length: number }[] = [
  { names: /embedding|vector/, length: 768 },
  { names: /curve|percent/, length: 100 },
  { names: /neighbor|similarit|item_ids|bands/, length: 20 },
];

export const OTHER_LENGTH = 4;

/** Bytes of values whose type gives a good idea. */
export const TYPE_WIDTHS: Readonly<Record<string, number>> = {
  numeric: 7,
  inet: 10,
  cidr: 10,
  tsvector: 350,
  tsquery: 60,
  int4range: 13,
  int8range: 21,
  numrange: 20,
  daterange: 13,
  tsrange: 21,
  tstzrange: 21,
  ltree: 40,
  hstore: 100,
  geography: 28,
  geometry: 28,
  xml: 600,
  bit: 4,
  'bit varying': 8,
  pg_snapshot: 24,
};

/** What PostgreSQL's compression leaves of a value in a row that is too wide. Random bytes stay as they are. */
export const COMPRESSED: Readonly<Record<'text' | 'json' | 'other', number>> = { text: 0.65, json: 0.5, other: 1 };

/** Half of the rows keep a default of nothing: `'{}'`, `'[]'`, `''`. */
export const LEFT_EMPTY = 0.5;

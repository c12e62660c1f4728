/** Which target a server is, from what it has. */
import type { Ident } from '../model/name.ts';
import { productName } from './extensions.ts';
import type { Platform, Signs } from './platform.ts';
import { PLATFORMS, PROBE_ORDER } from './platform-list.ts';
import type { Target } from './target.ts';

/** What was found on a server; of roles, functions, settings, schemas and extensions those that were asked for. */
export interface FoundSigns {
  /** The name it was reached by, `null` for an address of another sort. */
  readonly host: string | null;
  readonly roles: ReadonlySet<Ident>;
  readonly functions: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  readonly schemas: ReadonlySet<Ident>;
  readonly extensions: ReadonlySet<Ident>;
  readonly available: ReadonlySet<Ident>;
  readonly license: string | null;
}

export interface Recognised {
  readonly target: Target;
  /** Why, for people: a clause. */
  readonly reason: string;
}

type Listed = 'roles' | 'functions' | 'settings' | 'schemas' | 'extensions' | 'available';

/** Everything that any platform is recognised by, to be asked for at once. */
export function askedSigns(kind: Listed): readonly string[] {
  const all = Object.values(PLATFORMS).flatMap(({ recognised }) => recognised.flatMap((signs) => signs[kind] ?? []));
  return [...new Set(all)];
}

const LISTED: readonly Listed[] = ['roles', 'functions', 'settings', 'schemas', 'extensions', 'available'];

function areThere(signs: Signs, found: FoundSigns): boolean {
  if (signs.host !== undefined && found.host?.toLowerCase().endsWith(signs.host) !== true) return false;
  if (signs.license !== undefined && found.license !== signs.license) return false;
  return LISTED.every((kind) => (signs[kind] ?? []).every((name) => found[kind].has(name)));
}

function enumerated(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `the roles a and b`, nothing for none. */
function named(word: string, names: readonly string[] = []): readonly string[] {
  return names.length === 0 ? [] : [`the ${word}${names.length === 1 ? '' : 's'} ${enumerated(names)}`];
}

function reasonOf(signs: Signs): string {
  if (signs.extensions !== undefined || signs.available !== undefined) {
    const products = enumerated([...(signs.extensions ?? []), ...(signs.available ?? [])].map(productName));
    const edition = signs.license === undefined ? '' : `, in its Apache 2 edition`;
    const state = signs.extensions === undefined ? 'is installed and preloaded' : 'is in this database';
    return `${products} ${state}${edition}`;
  }
  const there = [
    ...named('role', signs.roles),
    ...named(
      'function',
      signs.functions?.map((name) => `${name}()`),
    ),
    ...named('setting', signs.settings),
    ...named('schema', signs.schemas),
  ];
  const isOne = there.length === 1 && !there[0]?.includes(' and ');
  return [
    ...(signs.host === undefined ? [] : [`the name of its host ends in ${signs.host}`]),
    ...(there.length === 0 ? [] : [`${enumerated(there)} ${isOne ? 'is' : 'are'} there`]),
  ].join(', and ');
}

function firstMatch(platforms: readonly Platform[], found: FoundSigns, made: boolean): Recognised | null {
  for (const { target, recognised } of platforms) {
    const match = recognised.find((signs) => (signs.available === undefined) === made && areThere(signs, found));
    if (match !== undefined) return { target, reason: reasonOf(match) };
  }
  return null;
}

/** What is there counts before what could be made; a server without any sign is a PostgreSQL as it is. */
export function recognise(found: FoundSigns): Recognised {
  const platforms = PROBE_ORDER.map((name) => PLATFORMS[name]);
  return (
    firstMatch(platforms, found, true) ??
    firstMatch(platforms, found, false) ?? {
      target: PLATFORMS.postgres.target,
      reason: 'TimescaleDB is not installed or not preloaded, and nothing tells of a hosted platform',
    }
  );
}

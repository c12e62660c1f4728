/** Names that nobody writes: of constraints, indexes and partitions, the way PostgreSQL would have chosen them. */
import { type Ident, MAX_IDENT_BYTES } from './name.ts';

/** FNV-1a over the UTF-8 bytes, 32 bits in hexadecimal: the same on every machine and version, and not a secret. */
function stableHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function cutToBytes(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character, 'utf8');
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}

/**
 * `TABLE_COLUMNS_SUFFIX`. A name of more than 63 bytes keeps its head and its suffix and gets a hash of the whole in
 * between, so that two long names stay two: PostgreSQL's own cutting would make them collide or number them.
 *
 * @param columns names in key order; empty for a primary key. An expression stands as `expr`.
 */
export function deriveName(table: Ident, columns: readonly Ident[], suffix: string): Ident {
  const whole = [table, ...columns, suffix].join('_');
  if (Buffer.byteLength(whole, 'utf8') <= MAX_IDENT_BYTES) return whole;
  const tail = `_${stableHash(whole)}_${cutToBytes(suffix, 24)}`;
  const head = [table, ...columns].join('_');
  return `${cutToBytes(head, MAX_IDENT_BYTES - Buffer.byteLength(tail, 'utf8'))}${tail}`;
}

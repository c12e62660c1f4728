/** The formats that the JSON Schema names. */
import { parseInterval } from '../model/interval.ts';
import { MAX_IDENT_BYTES } from '../model/name.ts';

/** A name PostgreSQL can keep whole. */
export function isName(text: string): boolean {
  return text !== '' && !text.includes('\0') && Buffer.byteLength(text, 'utf8') <= MAX_IDENT_BYTES;
}

export function isInterval(text: string): boolean {
  return parseInterval(text) !== null;
}

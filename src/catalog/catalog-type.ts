/** Types as `format_type()` prints them while the search_path is empty. */
import { type DataType, parseType } from '../model/type.ts';

const IDENT = String.raw`("(?:[^"]|"")*"|[^".\s([]+)`;
const QUALIFIED = new RegExp(String.raw`^${IDENT}\.${IDENT}(?:\((.*)\))?((?:\[\])*)$`, 's');

function unquoted(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}

/**
 * With an empty search_path every type outside pg_catalog is printed with its schema, so a dot outside quotes decides
 * and no name can be mistaken for a built-in one.
 *
 * @throws when the text is no type at all, which the server does not print.
 */
export function catalogType(text: string): DataType {
  const match = QUALIFIED.exec(text);
  if (match !== null) {
    const [, schema = '', name = '', args, arrays = ''] = match;
    return {
      schema: unquoted(schema),
      name: unquoted(name),
      args: args === undefined ? [] : args.split(',').map((arg) => arg.trim()),
      dimensions: arrays === '' ? 0 : 1,
    };
  }
  const type = parseType(text);
  if (type === null) throw new Error(`Not a type: ${text}`);
  return type;
}

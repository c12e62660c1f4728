/** Reading result rows: text cells in the order in which the query selects them. */

/** One row as the wire carries it: text or NULL. */
export type CatalogRow = readonly (string | null)[];

/** Reads the cells of one row from left to right, so that a builder lists them in the order of its query. */
export interface Cells {
  /** @throws when the cell is NULL or missing: then query and builder do not belong together. */
  readonly text: () => string;
  readonly textOrNull: () => string | null;
  readonly flag: () => boolean;
  readonly number: () => number;
  /** A text array without NULLs; NULL reads as empty. */
  readonly texts: () => readonly string[];
  /** An array that may hold NULLs; NULL reads as empty. */
  readonly textsOrNulls: () => readonly (string | null)[];
}

export function cells(row: CatalogRow): Cells {
  return new RowCells(row);
}

/** A class for the sake of speed: tens of thousands of rows would otherwise make as many sets of closures. */
class RowCells implements Cells {
  readonly #row: CatalogRow;
  #at = 0;

  constructor(row: CatalogRow) {
    this.#row = row;
  }

  textOrNull(): string | null {
    const value = this.#row[this.#at];
    this.#at += 1;
    if (value === undefined) throw new Error(`Catalog row has no cell ${this.#at}: ${JSON.stringify(this.#row)}`);
    return value;
  }

  text(): string {
    const value = this.textOrNull();
    if (value === null) throw new Error(`Catalog row has NULL in cell ${this.#at}: ${JSON.stringify(this.#row)}`);
    return value;
  }

  flag(): boolean {
    return this.text() === 't';
  }

  number(): number {
    return Number(this.text());
  }

  texts(): readonly string[] {
    return this.textsOrNulls().map((item) => item ?? '');
  }

  textsOrNulls(): readonly (string | null)[] {
    const value = this.textOrNull();
    return value === null ? [] : parseArray(value);
  }
}

/** Groups rows by their first cell, in order of first appearance. */
export function byFirstCell(rows: readonly CatalogRow[]): ReadonlyMap<string, readonly CatalogRow[]> {
  const groups = new Map<string, CatalogRow[]>();
  for (const row of rows) {
    const key = row[0] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Parses the text form of a one-dimensional array: `{a,"b c",NULL}`, also of an int2vector or oidvector: `1 2 3`. */
export function parseArray(text: string): readonly (string | null)[] {
  if (!text.startsWith('{') && !text.startsWith('[')) return text === '' ? [] : text.split(' ');
  // Arrays with another lower bound than 1 print it first: `[0:1]={…}`.
  const body = text.slice(text.indexOf('{') + 1, -1);
  if (body === '') return [];
  // Without these there is nothing to undo, which is so for nearly all.
  if (!/["\\]|NULL/.test(body)) return body.split(',');
  return [...body.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs)].map(([, quoted, plain = '']) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, '$1');
    return plain === 'NULL' ? null : plain;
  });
}

/** The text form of an array, for a parameter such as `$1::text[]`. */
export function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Storage parameters of `pg_class.reloptions`, each `name=value`. */
export function parameterRecord(options: readonly string[], prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    options.map((option) => {
      const equals = option.indexOf('=');
      return equals === -1
        ? [`${prefix}${option}`, 'true']
        : [`${prefix}${option.slice(0, equals)}`, option.slice(equals + 1)];
    }),
  );
}

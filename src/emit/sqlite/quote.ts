/** Quoting for SQLite: names in double quotes, always, and text in single quotes, where a backslash is a character. */

/** A name that nothing matches would be taken for a text by SQLite: give only names that are known to be there. */
export function id(name: string): string {
  if (name === '' || name.includes('\0')) throw new Error(`Not an SQLite identifier: ${JSON.stringify(name)}`);
  return `"${name.replaceAll('"', '""')}"`;
}

/** @throws on a NUL byte, at which most functions of SQLite end a text */
export function lit(value: string): string {
  if (value.includes('\0')) throw new Error('A literal cannot hold a NUL byte');
  return `'${value.replaceAll("'", "''")}'`;
}

/** @param hex an even number of hexadecimal digits */
export function blob(hex: string): string {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new Error(`Not hexadecimal digits: ${JSON.stringify(hex)}`);
  return `X'${hex.toLowerCase()}'`;
}

/** Columns that stand below each other, for a terminal. */

/**
 * @param rows cells of equal number; the first row is the head
 * @returns one line for each row: the first column to the left, the others to the right, as numbers are read
 */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}

/** Columns that stand below each other, for a terminal. */

/**
 * @param rows cells of equal number; the first row is the head
 * @param holding `numbers`: all columns but the first are set to the right, as numbers are read; `words`: all to the left
 * @returns one line for each row
 */
export function textTable(
  rows: readonly (readonly string[])[],
  holding: 'numbers' | 'words' = 'numbers',
): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number) =>
    at === 0 || holding === 'words' ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(padded).join('  '));
}

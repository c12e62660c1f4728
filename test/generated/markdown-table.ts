/** Lines of a Markdown table: the first column to the left, numbers to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const isNumber = (at: number) => at > 0 && rows.every((row) => /^[\d,.]/.test(row[at] ?? ''));
  return [line(head), `|${head.map((_cell, at) => (isNumber(at) ? '---:' : '---')).join('|')}|`, ...rows.map(line)];
}

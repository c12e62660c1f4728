/** Text as lines of an SQL comment. */

const WIDTH = 116;

/**
 * Words are never cut, and no line break of the text can end the comment.
 *
 * @param indent of the lines after the first
 * @returns each line with `-- ` before it and a line break behind it
 */
export function commentLines(text: string, indent = ''): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line, at) => `-- ${at === 0 ? '' : indent}${line}\n`).join('');
}

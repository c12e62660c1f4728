/** Reference data as text: a heading for each table, then its statements. */
import { displayName } from '../model/name.ts';
import { type DataBatch, putRows } from '../sql/data.ts';

const WIDTH = 116;

/** Lines of comment; words are never cut, and no line break of the text can end the comment. */
function commentLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `-- ${line}\n`);
}

export function printData(batches: readonly DataBatch[]): string {
  return batches
    .map((batch, at) => {
      const { data } = batch;
      const isFirst = batches[at - 1]?.data !== data;
      const rule = data.mode === 'add' ? 'rows that are there are left as they are' : 'rows that differ are changed';
      const head = commentLines(`Reference data of ${displayName(data.table)}; ${rule}. ${data.comment}`);
      return `\n${isFirst ? head.join('') : ''}${putRows(batch)};\n`;
    })
    .join('');
}

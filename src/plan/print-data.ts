/** Reference data as text: a heading for each table, then its statements. */
import { displayName } from '../model/name.ts';
import { type DataBatch, putRows } from '../sql/data.ts';
import { commentLines } from '../text/comment-lines.ts';

export function printData(batches: readonly DataBatch[]): string {
  return batches
    .map((batch, at) => {
      const { data } = batch;
      const isFirst = batches[at - 1]?.data !== data;
      const rule = data.mode === 'add' ? 'rows that are there are left as they are' : 'rows that differ are changed';
      const head = commentLines(`Reference data of ${displayName(data.table)}; ${rule}. ${data.comment}`);
      return `\n${isFirst ? head : ''}${putRows(batch)};\n`;
    })
    .join('');
}

/** Columns and storage of a table, in lines for people. */
import { intervalText } from '../model/interval.ts';
import type { Column, Storage, Table } from '../model/model.ts';
import { displayType } from '../model/type.ts';
import { textTable } from '../text/text-table.ts';

function valueText({ value }: Column): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'default':
      return `default ${value.expr}`;
    case 'generated':
      return `generated: ${value.expr}`;
    case 'identity':
      return `identity, ${value.mode}`;
  }
}

/** Name, type, whether it may be null, where its value comes from. */
export function columnLines(table: Table): readonly string[] {
  const widest = Math.max(0, ...table.columns.map(({ type }) => displayType(type).length));
  const rows = table.columns.map((column) => [
    column.name,
    displayType(column.type).padEnd(widest),
    [column.nullable ? 'null' : 'not null', valueText(column)].filter((text) => text !== '').join(', '),
  ]);
  const longest = Math.max(0, ...rows.map((cells) => cells[2]?.length ?? 0));
  return textTable(rows.map(([name = '', type = '', rest = '']) => [name, type, rest.padEnd(longest)])).map((line) =>
    line.trimEnd(),
  );
}

function kindText(storage: Storage): string {
  switch (storage.kind) {
    case 'heap':
      return storage.unlogged ? 'a plain table, unlogged: empty after a crash' : 'a plain table';
    case 'partitioned': {
      const by = `partitioned by ${storage.by} of ${storage.key.join(', ')}`;
      if (storage.parts.kind === 'fixed') return `${by}, ${storage.parts.partitions.length} partitions`;
      const { every, ahead, keep, overflow } = storage.parts.rolling;
      const kept = keep === null ? 'kept for ever' : `kept ${intervalText(keep)}`;
      const rest = overflow
        ? 'a default partition for the rest'
        : 'no default partition: an insert fails where none is';
      return `${by}, one for each ${intervalText(every)}, ${ahead} ahead, ${kept}, ${rest}`;
    }
    case 'hypertable': {
      const kept = storage.keep === null ? 'kept for ever' : `kept ${intervalText(storage.keep.after)}`;
      const packed =
        storage.columnstore === null ? '' : `, compressed after ${intervalText(storage.columnstore.after)}`;
      return `a hypertable by ${storage.time}, chunks of ${intervalText(storage.chunk)}${packed}, ${kept}`;
    }
  }
}

export function storageLines({ storage }: Table): readonly string[] {
  const parameters = Object.entries(storage.parameters).map(([name, value]) => `${name} ${value}`);
  return [kindText(storage), ...(parameters.length === 0 ? [] : [parameters.join(', ')])];
}

/** `storage:` and `hypertable:`; `partition:` is in `lower-partition.ts`. */
import { parseInterval } from '../model/interval.ts';
import type {
  ChunkRetention,
  ColumnOrder,
  Columnstore,
  Hypertable,
  Interval,
  Partitioned,
  Storage,
} from '../model/model.ts';
import type { Span } from '../text/source.ts';
import { lowerParameters } from './lower-indexes.ts';
import { DEFAULT_AHEAD, lowerPartition } from './lower-partition.ts';
import type { RawHypertable, RawTable } from './raw.ts';
import { hasColumn, keyAt, valueAt } from './scope.ts';
import { hasColumns, type TableContext } from './table-context.ts';

/** Intervals are checked by the schema's format, so one that does not parse here is a bug. */
export function lowerInterval(text: string): Interval {
  const interval = parseInterval(text);
  if (interval === null) throw new Error(`Not an interval: ${text}`);
  return interval;
}

function lowerOrder(raw: string | Record<string, 'asc' | 'desc'>): ColumnOrder {
  const [[column, direction] = ['', 'asc'] as const] =
    typeof raw === 'string' ? [[raw, 'asc'] as const] : Object.entries(raw);
  return { column, direction, nulls: direction === 'asc' ? 'last' : 'first' };
}

function lowerColumnstore(context: TableContext, raw: RawHypertable): Columnstore | null {
  const { document, scope, declared } = context;
  if (raw.compress_after === undefined) {
    for (const key of ['segment_by', 'order_by'] as const) {
      if (raw[key] === undefined) continue;
      const message = `\`${key}\` has no effect without \`compress_after\`.`;
      scope.problems.report('conflicting-keys', keyAt(document, 'hypertable', key), message, {
        help: 'say when chunks become columnar: `compress_after: 14 days`.',
      });
    }
    return null;
  }
  hasColumns(context, raw.segment_by ?? [], ['hypertable', 'segment_by']);
  const orderBy = (raw.order_by ?? [{ [raw.time]: 'desc' as const }]).map(lowerOrder);
  if (raw.order_by !== undefined) {
    for (const [at, { column }] of orderBy.entries()) {
      hasColumn(declared, column, valueAt(document, 'hypertable', 'order_by', at), scope);
    }
  }
  return { after: lowerInterval(raw.compress_after), segmentBy: raw.segment_by ?? [], orderBy };
}

function keptBy(by: ChunkRetention['by'], after: Interval | null): ChunkRetention | null {
  return after === null ? null : { after, by };
}

function lowerHypertable(context: TableContext, raw: RawHypertable): Hypertable | Partitioned {
  const { document, scope, declared } = context;
  hasColumn(declared, raw.time, valueAt(document, 'hypertable', 'time'), scope);
  const columnstore = lowerColumnstore(context, raw);
  const chunk = lowerInterval(raw.chunk);
  const keep = raw.keep === undefined ? null : lowerInterval(raw.keep);
  const parameters = lowerParameters(document.raw.storage?.with);
  switch (scope.target.timeSeries) {
    case 'timescale-community':
      return { kind: 'hypertable', time: raw.time, chunk, keep: keptBy('policy', keep), columnstore, parameters };
    case 'timescale-apache':
      return {
        kind: 'hypertable',
        time: raw.time,
        chunk,
        keep: keptBy('maintenance', keep),
        columnstore: null,
        parameters,
      };
    case 'native':
      return {
        kind: 'partitioned',
        by: 'range',
        key: [raw.time],
        parts: { kind: 'rolling', rolling: { every: chunk, ahead: DEFAULT_AHEAD, keep, overflow: true } },
        parameters,
      };
  }
}

function reportConflict(
  context: TableContext,
  keys: readonly [keyof RawTable & string, keyof RawTable & string],
): void {
  const { document, scope } = context;
  const [first, second] = keys;
  scope.problems.report(
    'conflicting-keys',
    keyAt(document, second),
    `A table has either \`${first}\` or \`${second}\`.`,
    {
      help: 'leave one of them out.',
      related: [{ message: 'the other is here', span: keyAt(document, first) }],
    },
  );
}

export function lowerStorage(context: TableContext): Storage {
  const { document, scope } = context;
  const { storage, partition, hypertable, scale } = document.raw;
  if (partition !== undefined && hypertable !== undefined) reportConflict(context, ['partition', 'hypertable']);
  if (storage?.unlogged === true && (partition !== undefined || hypertable !== undefined)) {
    const span: Span = keyAt(document, 'storage', 'unlogged');
    const message = 'A partitioned table cannot be unlogged.';
    scope.problems.report('conflicting-keys', span, message, { help: 'leave `unlogged` out.' });
  }
  const parameters = lowerParameters(storage?.with);
  const stored = hypertable === undefined ? null : lowerHypertable(context, hypertable);
  if (stored !== null) return stored;
  const isSpread = scope.target.scaleOut !== null && typeof scale === 'object' && scale.by !== undefined;
  const partitioned = partition === undefined ? null : lowerPartition(context, partition, parameters);
  // Shards are cut by a hash already.
  if (partitioned?.by === 'hash' && isSpread) return { kind: 'heap', unlogged: false, parameters };
  return partitioned ?? { kind: 'heap', unlogged: storage?.unlogged ?? false, parameters };
}

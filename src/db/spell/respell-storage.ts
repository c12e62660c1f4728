/** Bounds of fixed partitions. A bound value is spelled as the one of a list: the server computes it and keeps a constant. */
import { keyOf } from '../../model/keys.ts';
import type { Expr, Partition, PartitionBound, Storage, Table } from '../../model/model.ts';
import { sameName } from '../../model/name.ts';
import type { DataType } from '../../model/type.ts';
import { type Ask, askUnlessSame } from './ask.ts';

export function respellStorage(desired: Table, live: Table, ask: Ask): Storage {
  const { storage } = desired;
  const found = live.storage;
  if (storage.kind !== 'partitioned' || found.kind !== 'partitioned') return storage;
  if (storage.parts.kind !== 'fixed' || found.parts.kind !== 'fixed' || storage.by === 'hash') return storage;
  const types = storage.key.map((name) => live.columns.find((column) => column.name === name)?.type ?? null);
  const livePartitions = found.parts.partitions;
  const partitions = storage.parts.partitions.map((partition): Partition => {
    const partners = livePartitions.filter((one) => sameName(one.name, partition.name));
    const bounds = (partners.length > 0 ? partners : livePartitions).map((one) => one.bound);
    const spell = (text: Expr, at: number, candidates: readonly Expr[]): Expr =>
      spellValue(text, types[at] ?? null, candidates, (task) =>
        askUnlessSame(
          { ...task, object: keyOf(desired), part: `partition.${partition.name.name}`, isAboutNew: false },
          ask,
        ),
      );
    return { ...partition, bound: respellBound(partition.bound, bounds, spell) };
  });
  return { ...storage, parts: { kind: 'fixed', partitions } };
}

type Spell = (text: Expr, column: number, candidates: readonly Expr[]) => Expr;

function respellBound(bound: PartitionBound, found: readonly PartitionBound[], spell: Spell): PartitionBound {
  switch (bound.kind) {
    case 'hash':
    case 'default':
      return bound;
    case 'list': {
      const candidates = found.flatMap((one) => (one.kind === 'list' ? one.values : []));
      return { ...bound, values: bound.values.map((value) => spell(value, 0, candidates)) };
    }
    case 'range': {
      const ranges = found.filter((one) => one.kind === 'range');
      const side = (values: readonly Expr[], of: 'from' | 'to') =>
        values.map((value, at) =>
          spell(
            value,
            at,
            ranges.flatMap((one) => one[of][at] ?? []),
          ),
        );
      return { ...bound, from: side(bound.from, 'from'), to: side(bound.to, 'to') };
    }
  }
}

function spellValue(
  text: Expr,
  type: DataType | null,
  candidates: readonly Expr[],
  ask: (task: {
    readonly form: { readonly kind: 'bound'; readonly type: DataType };
    readonly text: Expr;
    readonly candidates: readonly Expr[];
  }) => Expr,
): Expr {
  if (isBoundWord(text)) return text.trim().toUpperCase();
  const values = candidates.filter((one) => !isBoundWord(one));
  return type === null ? text : ask({ form: { kind: 'bound', type }, text, candidates: values });
}

/** Words that are no values; the server prints them in capitals. */
function isBoundWord(text: Expr): boolean {
  return /^\s*(minvalue|maxvalue|null)\s*$/i.test(text);
}

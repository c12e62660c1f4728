/** What is written of a part of the Model, and what of it is lost. */
import type { Table } from '../../model/model.ts';
import type { Loss, LossKind } from './loss.ts';

export interface Written {
  readonly statements: readonly string[];
  readonly losses: readonly Loss[];
}

export interface Keeper {
  /** Whether a generated column of this name is not computed, and so stays NULL. */
  readonly isEmpty: (column: string) => boolean;
  readonly lose: (kind: LossKind, what: string, why: string) => null;
  readonly losses: readonly Loss[];
}

export function keeperOf(table: Table | null): Keeper {
  const losses: Loss[] = [];
  return {
    losses,
    isEmpty: (column) => losses.some(({ kind, what }) => kind === 'generated column' && what === column),
    lose: (kind, what, why) => {
      losses.push({ kind, table: table?.name.name ?? null, what, why });
      return null;
    },
  };
}

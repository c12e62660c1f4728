/** `scale:` of a table, with the names in it checked. Whether Citus takes it so is for the rules. */
import type { Distributed, Placement, Scale } from '../model/info.ts';
import { sameName } from '../model/name.ts';
import { didYouMean } from '../text/suggest.ts';
import type { RawScale } from './raw.ts';
import { findDeclaredTable, hasColumn, keyAt, valueAt } from './scope.ts';
import type { TableContext } from './table-context.ts';

const LOCAL: Placement = { kind: 'local' };

function reportConflict(context: TableContext, key: 'as' | 'with', message: string, help: string): void {
  const { document, scope } = context;
  scope.problems.report('conflicting-keys', keyAt(document, 'scale', key), message, { help });
}

function lowerDistributed(context: TableContext, by: string, raw: RawScale): Distributed | null {
  const { document, declared, scope, name } = context;
  const isKnown = hasColumn(declared, by, valueAt(document, 'scale', 'by'), scope);
  if (raw.with === undefined) return isKnown ? { kind: 'distributed', by, with: null } : null;
  const other = findDeclaredTable(raw.with, valueAt(document, 'scale', 'with'), scope);
  if (!isKnown || other === null) return null;
  return { kind: 'distributed', by, with: sameName(other.name, name) ? null : other.name };
}

function lowerPlacement(context: TableContext, raw: RawScale): Placement {
  const { as, by } = raw;
  if (by !== undefined) {
    if (as !== undefined) {
      reportConflict(context, 'as', `\`as\` and \`by\` exclude each other.`, 'leave one of them out.');
    }
    return lowerDistributed(context, by, raw) ?? LOCAL;
  }
  if (raw.with !== undefined) {
    const help = 'name the column that decides where a row is: `by`.';
    reportConflict(context, 'with', '`with` has no effect without `by`.', help);
  }
  return as === 'reference' ? { kind: 'reference' } : LOCAL;
}

/** To be called when the table's constraints, indexes and triggers have their names. */
export function lowerScale(context: TableContext): Scale {
  const { document, scope, named } = context;
  const { scale } = document.raw;
  if (scale === undefined || scale === 'local') return { placement: LOCAL, drops: new Map() };
  if (scale === 'reference') return { placement: { kind: 'reference' }, drops: new Map() };
  const drops = Object.entries(scale.drops ?? {});
  for (const [part] of drops) {
    if (named.has(part) || !scope.isComplete) continue;
    const message = `\`${context.name.name}\` has no constraint, index or trigger \`${part}\`.`;
    scope.problems.report('unknown-part', keyAt(document, 'scale', 'drops', part), message, {
      help: didYouMean(part, named.keys()) ?? `its names are ${[...named.keys()].join(', ')}.`,
    });
  }
  return { placement: lowerPlacement(context, scale), drops: new Map(drops) };
}

import { findTable } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const continuousAggregateRefused: Rule = {
  code: 'continuous-aggregate-refused',
  severity: 'error',
  problem: 'TimescaleDB sums up hypertables only, and none with row security: it could not say who may see a sum.',
  instead: 'Sum up a table with `hypertable:` that only staff and service read, and write `row_security: off` there.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((view) => {
      if (view.kind !== 'view' || view.continuous === null) return [];
      const table = findTable(context.model, view.continuous.of);
      if (table === null || (table.storage.kind === 'hypertable' && table.rowSecurity === 'off')) return [];
      const isHypertable = table.storage.kind === 'hypertable';
      return [
        finding(context, view, {
          place: 'continuous.of',
          message: `${displayName(view.name)} sums up ${displayName(table.name)}, which ${isHypertable ? 'has row security' : 'is no hypertable'}.`,
          help: isHypertable ? `write \`row_security: off\` for ${table.name.name}.` : 'write a `query` instead.',
          related: [relatedPlace(context, table, isHypertable ? 'row_security' : 'table', 'the table is here')],
        }),
      ];
    }),
};

import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { didYouMean } from '../../text/suggest.ts';
import { finding } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const softReferenceUnknown: Rule = {
  code: 'soft-reference-unknown',
  severity: 'warning',
  problem:
    'No constraint guards a soft reference, so a misspelled table is noticed by nobody but the nightly orphan check.',
  instead: 'Name a table of the specs.',
  check: overTables((table, context) => {
    const references = context.info.get(keyOf(table))?.softReferences ?? new Map<string, string>();
    if (references.size === 0) return [];
    const known = lookupOf(context.model).tablesByText;
    return [...references].map(([column, target]) => {
      if (known.has(target)) return null;
      return finding(context, table, {
        place: `columns.${column}.soft_references`,
        message: `${displayName(table.name)}.${column} softly refers to ${target}, but there is no such table.`,
        help: didYouMean(target, known.keys()) ?? 'name a table of the specs, or leave the soft reference out.',
      });
    });
  }),
};

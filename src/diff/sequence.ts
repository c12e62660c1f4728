/** Stand-alone sequences. */
import type { SequenceDef } from '../model/model.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { diffGrants } from './grants.ts';

const FACETS: Facets<SequenceDef, null> = {
  kind: noChange,
  name: noChange,
  options: (from, to): readonly Change[] => [{ kind: 'alterSequence', from, to }],
  ownedBy: (from, to): readonly Change[] => [
    { kind: 'setSequenceOwner', sequence: to.name, from: from.ownedBy, ownedBy: to.ownedBy },
  ],
  comment: (from, to) => diffComment({ kind: 'sequence', name: to.name }, from.comment, to.comment),
  grants: (from, to) => diffGrants({ kind: 'sequence', name: to.name }, from.grants, to.grants),
};

export function diffSequence(from: SequenceDef, to: SequenceDef): readonly Change[] {
  return runFacets(FACETS, from, to, null);
}

export function createdSequence(sequence: SequenceDef): readonly Change[] {
  const bare: SequenceDef = { ...sequence, ownedBy: null, comment: null, grants: [] };
  return [{ kind: 'createSequence', sequence }, ...diffSequence(bare, sequence)];
}

/** An owned sequence would go with its column, and before what else takes its numbers from it has let go. */
export function droppedSequence(sequence: SequenceDef): readonly Change[] {
  return [...diffSequence(sequence, { ...sequence, ownedBy: null }), { kind: 'dropSequence', sequence }];
}

/** Changes of type that need an expression to convert by, which no spec says: a person has to make them. */
import { castsByAssignment } from '../model/assignment-cast.ts';
import { objectKey } from '../model/keys.ts';
import type { Model } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { displayType } from '../model/type.ts';
import type { Change, ChangeOf } from './change.ts';

function refusal(change: ChangeOf<'alterColumnType'>): Change {
  const column = `${displayName(change.table)}.${change.to.name}`;
  const [before, after] = [displayType(change.from.type), displayType(change.to.type)];
  return {
    kind: 'unsupported',
    object: objectKey('table', change.table),
    message: `${column} goes from ${before} to ${after}, and PostgreSQL does not convert the one into the other by itself.`,
    help: `Convert it by an ALTER TABLE … ALTER COLUMN … TYPE ${after} USING … of your own and apply again, or add a column of the new type under another name and fill it.`,
  };
}

export function refuseUncastable(changes: readonly Change[], from: Model, to: Model): readonly Change[] {
  return changes.map((change) =>
    change.kind === 'alterColumnType' && !castsByAssignment(change.from.type, from, change.to.type, to)
      ? refusal(change)
      : change,
  );
}

/** Comments of any object. */
import type { Change, CommentTarget } from './change.ts';

/** PostgreSQL stores an empty comment as none. */
export function diffComment(on: CommentTarget, from: string | null, to: string | null): readonly Change[] {
  const wanted = to === '' ? null : to;
  return from === wanted ? [] : [{ kind: 'setComment', on, comment: wanted }];
}

/** Whether a server's version is one that a target has. */
import { PG_MAJORS, type Target } from './target.ts';

export interface VersionFit {
  /** What is newer than all that is known may well work, and is never refused. */
  readonly is: 'known' | 'newer' | 'outside';
  /** One sentence, for all but `known`. */
  readonly said: string;
}

export function versionFit({ name, versions: { min, max } }: Target, major: number): VersionFit {
  const newest = Math.max(...PG_MAJORS);
  if (major > newest) {
    return { is: 'newer', said: `This is PostgreSQL ${major}, newer than ${newest}, the newest that is known.` };
  }
  if (major >= min && major <= max) return { is: 'known', said: '' };
  const range = min === max ? `${min}` : `${min} to ${max}`;
  return { is: 'outside', said: `The target ${name} is for PostgreSQL ${range}, and this is PostgreSQL ${major}.` };
}

import type { PartLimits, Target } from './target.ts';

/**
 * The editor of Supabase takes 1,027,604 bytes and some 50 s; a lock table of 60 connections with 64 locks each held 8,900
 * relations when nobody else used it.
 */
export const DEFAULT_PARTS: PartLimits = { bytes: 880_000, tables: 150, relations: 3000 };

/** What stands in dist-sql for a target, as people find it: `supabase/part-*.sql`; `null` when nothing is there. */
export function committedFile({ output, parts }: Pick<Target, 'output' | 'parts'>): string | null {
  return output === null || parts === null ? output : output.replace(/[^/]*$/, 'part-*.sql');
}

/** How many tables each section has. */
import { keyOf, tablesOf } from '../model/keys.ts';
import type { Compiled } from '../spec/tree.ts';

export interface SectionCount {
  readonly section: string;
  readonly title: string;
  readonly tables: number;
}

/** Sections in the order of their folders; the tool's own tables count in none. */
export function sectionCounts(compiled: Compiled | null): readonly SectionCount[] {
  if (compiled === null) return [];
  const counts = new Map<string, number>();
  for (const table of tablesOf(compiled.model)) {
    const section = compiled.info.get(keyOf(table))?.section ?? null;
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([section, tables]) => ({
      section,
      title: compiled.project.sections.get(section) ?? section,
      tables,
    }));
}

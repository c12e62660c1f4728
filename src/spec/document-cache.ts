/**
 * Files that were read without a complaint, by their text: reading YAML with places takes longer than all the rest, and a
 * text that was right stays right.
 */
import type { SpecNode } from './node.ts';

/** What a file is read as: the same text may be right as one and wrong as another. */
export type FileRole = 'project' | 'columnGroups' | 'objects';

export interface DocumentCache {
  /** The documents of a file, known to meet their schemas; `null` when the text is not known. */
  readonly find: (role: FileRole, text: string) => readonly SpecNode[] | null;
  /** To be called only for a file about which there was nothing to report. */
  readonly keep: (role: FileRole, text: string, documents: readonly SpecNode[]) => void;
}

/** Reads everything anew. */
export const NO_CACHE: DocumentCache = { find: () => null, keep: () => undefined };

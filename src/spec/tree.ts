/** Everything that a set of specs consists of, as text: what `files/read-specs.ts` reads and `compile.ts` turns into a Model. */
import type { TableData } from '../model/data.ts';
import type { Info } from '../model/info.ts';
import type { Model } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Origins } from '../text/origins.ts';
import type { Source } from '../text/source.ts';

export interface SpecTree {
  /** `project.yaml`. */
  readonly project: Source;
  /** `column-groups.yaml`, `null` when the tree has none. */
  readonly columnGroups: Source | null;
  /** Object specs, the tool's own foundation first, then sorted by path: the reading order of a directory never shows. */
  readonly documents: readonly SpecFile[];
  /** Files that function bodies name, by their path below templates/. */
  readonly templates: ReadonlyMap<string, Source>;
}

export interface SpecFile {
  readonly source: Source;
  /** Folder below specs/, `null` for the foundation. */
  readonly section: string | null;
}

export interface Compiled {
  /** As complete as the diagnostics allow: parts with errors are left out, and documents that are not valid. */
  readonly model: Model;
  /** The same at size `standard` and in the profile `production`, whatever the target's: what the rules judge. */
  readonly asWritten: Model;
  /** Reference data, in an order in which foreign keys hold. Not to be used when the diagnostics have errors. */
  readonly data: readonly TableData[];
  readonly info: Info;
  readonly origins: Origins;
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Project {
  readonly name: string;
  /** Schemas the tool manages; the first is the default of objects that name none. */
  readonly schemas: readonly string[];
  readonly sections: ReadonlyMap<string, string>;
  /** Patterns of names that are left alone in a live database; `*` stands for any characters. */
  readonly ignore: readonly string[];
  /** Whose data is erased; `null` when the specs do not say. */
  readonly erasure: { readonly people: QName; readonly domains: ReadonlyMap<string, string> } | null;
}

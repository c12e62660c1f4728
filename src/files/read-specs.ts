/** The spec tree on disk -> texts. Nothing here knows what they mean. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentError } from '../db/session.ts';
import type { SpecFile, SpecTree } from '../spec/tree.ts';
import type { Source } from '../text/source.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const FOUNDATION = 'foundation';

const ROOT_FILES: ReadonlySet<string> = new Set(['project.yaml', 'column-groups.yaml', 'coverage.yaml']);

/** Reads are synchronous: for hundreds of small files that is several times faster than as many promises. */
function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new EnvironmentError(`Cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, null, cause);
  }
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new EnvironmentError(`${file} is not UTF-8 text.`, 'Save it as UTF-8, or remove it from the specs.', cause);
  }
}

/** Paths of files below a folder, with forward slashes, sorted by code unit; hidden files and folders left out. */
function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .sort();
}

function readSource(folder: string, file: string, shownBelow: string): Source {
  return { path: `${shownBelow}/${file}`, text: readText(path.join(folder, file)) };
}

/** Bodies go into the database as they are, so Windows line ends and a byte order mark must not show. */
function readTemplates(folder: string): readonly (readonly [string, Source])[] {
  return filesBelow(folder, ['.sql']).map((file) => {
    const { path: shown, text } = readSource(folder, file, 'templates');
    return [file, { path: shown, text: text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') }] as const;
  });
}

function readFoundation(packageRoot: string): readonly SpecFile[] {
  const folder = path.join(packageRoot, 'templates', FOUNDATION);
  return filesBelow(folder, ['.yaml', '.yml']).map((file) => ({
    source: readSource(folder, file, `templates/${FOUNDATION}`),
    section: null,
  }));
}

/** Objects by section, and reference data in `data`. Files that belong to no section are read as well, with the section `''`: they are reported, not overlooked. */
function readSections(specsDir: string, shown: string): readonly SpecFile[] {
  return filesBelow(specsDir, ['.yaml', '.yml'])
    .filter((file) => !ROOT_FILES.has(file))
    .map((file) => ({
      source: readSource(specsDir, file, shown),
      section: file.includes('/') ? (file.split('/')[0] ?? '') : '',
    }));
}

/**
 * Reads a spec tree together with the tool's own foundation.
 *
 * @param specsDir the folder with `project.yaml` and the sections.
 * @param packageRoot the folder of this package, for its templates.
 * @throws EnvironmentError when there is no spec tree, or a file cannot be read or is not UTF-8.
 */
export async function readSpecTree(specsDir: string, packageRoot: string): Promise<SpecTree> {
  const root = path.resolve(specsDir);
  const shown = path.basename(root);
  if (!existsSync(path.join(root, 'project.yaml'))) {
    throw new EnvironmentError(
      `There is no project.yaml in ${root}.`,
      'Point --specs at a folder of specs, or create project.yaml in it with `name`, `schemas` and `sections`.',
    );
  }
  const own = path.join(packageRoot, 'templates');
  const beside = path.join(path.dirname(root), 'templates');
  return {
    project: readSource(root, 'project.yaml', shown),
    columnGroups: existsSync(path.join(root, 'column-groups.yaml'))
      ? readSource(root, 'column-groups.yaml', shown)
      : null,
    documents: [...readFoundation(packageRoot), ...readSections(root, shown)],
    templates: new Map([...readTemplates(own), ...(beside === path.resolve(own) ? [] : readTemplates(beside))]),
  };
}

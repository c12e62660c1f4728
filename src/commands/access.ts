/** `access`: who may do what with which table, and why. */
import { resolve } from 'node:path';
import { writeAtomic } from '../files/write-atomic.ts';
import { displayName } from '../model/name.ts';
import { accessMatrix, type ObjectAccess } from '../spec/access-matrix.ts';
import { ACTORS, type Actor } from '../spec/permissions.ts';
import type { Compiled } from '../spec/tree.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import { didYouMean } from '../text/suggest.ts';
import { accessHtml, accessMarkdown } from './access-document.ts';
import { ACCESS_FORMATS, type AccessFormat } from './access-format.ts';
import { chooseFormat } from './choose-format.ts';
import { type Context, UsageError } from './context.ts';
import { cellsOf, matrixText, objectText } from './describe-access.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findTableByName } from './find-table.ts';
import { loadUsable, type SpecOptions } from './load-specs.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface AccessOptions extends SpecOptions, ExtensionOptions {
  readonly target?: string;
  readonly section?: string;
  readonly role?: string;
  readonly format?: string;
  readonly out?: string;
}

function nameOf(compiled: Compiled, objects: readonly ObjectAccess[], name: string): string {
  if (objects.some((object) => object.name === name)) return name;
  return displayName(findTableByName(compiled.model, name).name);
}

function actorOf(role: string | undefined): Actor | null {
  if (role === undefined) return null;
  const actor = ACTORS.find((one) => one === role);
  if (actor === undefined) {
    throw new UsageError(`There is no role ${role}.`, didYouMean(role, ACTORS) ?? `Roles: ${ACTORS.join(', ')}.`);
  }
  return actor;
}

function chosen(
  compiled: Compiled,
  objects: readonly ObjectAccess[],
  names: readonly string[],
  { section, role }: AccessOptions,
): readonly ObjectAccess[] {
  const sections = [...compiled.project.sections.keys()];
  if (section !== undefined && !sections.includes(section)) {
    throw new UsageError(
      `There is no section ${section}.`,
      didYouMean(section, sections) ?? `Sections: ${sections.join(', ')}.`,
    );
  }
  const actor = actorOf(role);
  const wanted = new Set(names.map((name) => nameOf(compiled, objects, name)));
  return objects
    .filter(({ name }) => wanted.size === 0 || wanted.has(name))
    .filter((object) => section === undefined || object.section === section)
    .map((object) => (actor === null ? object : { ...object, cells: cellsOf(object, actor) }))
    .filter(({ cells }) => actor === null || cells.length > 0);
}

/** @param isOfSome some objects were named: then text has their reasons, too */
function rendered(
  compiled: Compiled,
  objects: readonly ObjectAccess[],
  format: AccessFormat,
  isOfSome: boolean,
  actor: Actor | null,
): string {
  const { name, sections } = compiled.project;
  switch (format) {
    case 'text':
      return isOfSome ? objects.map(objectText).join('\n\n') : matrixText(objects, actor === null ? ACTORS : [actor]);
    case 'json':
      return JSON.stringify(objects, null, 2);
    case 'markdown':
      return accessMarkdown(objects, sections);
    case 'html':
      return accessHtml(name, objects, sections);
  }
}

/** @throws UsageError */
export async function runAccess(names: readonly string[], options: AccessOptions, context: Context): Promise<ExitCode> {
  const format = chooseFormat(ACCESS_FORMATS, options.format, 'text', context);
  const [target = TARGETS[DEFAULT_TARGET]] = chooseTargets(options, [TARGETS[DEFAULT_TARGET]]);
  const { roles } = target;
  if (roles === null) {
    throw new UsageError(
      `The target ${target.name} has no roles: all in it is for the owner alone.`,
      'Leave --target out, or name one with roles.',
    );
  }
  const compiled = await loadUsable(options, context, target);
  if (compiled === null) return EXIT.failed;
  const objects = chosen(compiled, accessMatrix(compiled.model, compiled.info, roles), names, options);
  const text = rendered(compiled, objects, format, names.length > 0, actorOf(options.role));
  if (options.out === undefined && context.json) context.report.json(objects);
  else if (options.out === undefined) context.report.result(text);
  else await writeAtomic(resolve(context.cwd, options.out), `${text.trimEnd()}\n`);
  return EXIT.done;
}

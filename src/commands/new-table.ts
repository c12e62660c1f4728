/** `new table SECTION/NAME`: a spec to fill in. */
import { join, relative } from 'node:path';
import { EnvironmentError } from '../db/session.ts';
import { readSpecTree } from '../files/read-specs.ts';
import { readIfThere, writeAtomic } from '../files/write-atomic.ts';
import { MAX_IDENT_BYTES } from '../model/name.ts';
import { compileSpecs } from '../spec/compile.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import { didYouMean } from '../text/suggest.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type SpecOptions, specsFolder } from './load-specs.ts';

/** The word in the template that stands for the table's name. */
const PLACEHOLDER = 'TABLE';

/** Those that project.yaml names, whether their folders are there yet or not. */
async function sectionsOf(folder: string, packageRoot: string): Promise<readonly string[]> {
  const tree = await readSpecTree(folder, packageRoot);
  const { project } = compileSpecs({ ...tree, documents: [] }, TARGETS[DEFAULT_TARGET]);
  return [...project.sections.keys()].sort();
}

/** `01`, `1` and the whole name all mean `01-core-user-management`. */
function findSection(wanted: string, sections: readonly string[]): string | undefined {
  const number = wanted.padStart(2, '0');
  return sections.find((section) => section === wanted || section.startsWith(`${number}-`));
}

export async function runNewTable(path: string, options: SpecOptions, context: Context): Promise<ExitCode> {
  const [sectionName = '', name = '', ...rest] = path.split('/');
  if (name === '' || rest.length > 0)
    throw new UsageError(`${path} is not SECTION/NAME.`, 'For example: boyfanz-schema new table 04/mentions');
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > MAX_IDENT_BYTES) {
    throw new UsageError(
      `${name} is no name for a table.`,
      'Small letters, digits and underscores, plural: user_sessions.',
    );
  }
  const folder = specsFolder(options, context);
  const sections = await sectionsOf(folder, context.packageRoot);
  const section = findSection(sectionName, sections);
  if (section === undefined) {
    throw new UsageError(
      `There is no section ${sectionName}.`,
      didYouMean(sectionName, sections) ?? `Sections: ${sections.join(', ')}.`,
    );
  }
  const file = join(folder, section, `${name}.yaml`);
  if ((await readIfThere(file)) !== null) throw new UsageError(`${relative(context.cwd, file)} is there already.`);
  const template = await readIfThere(join(context.packageRoot, 'templates', 'spec', 'table.yaml'));
  if (template === null)
    throw new EnvironmentError('The package has no templates/spec/table.yaml.', 'Install boyfanz-schema again.');
  await writeAtomic(file, template.replaceAll(PLACEHOLDER, name));
  if (context.json) context.report.json({ file });
  else context.report.result(relative(context.cwd, file));
  const where = options.specs === undefined ? '' : ` --specs ${options.specs}`;
  context.report.note(`Fill it in, then: boyfanz-schema check${where}`);
  return EXIT.done;
}

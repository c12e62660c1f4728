/** docs/coverage.md: specs/coverage.yaml with links to the specs. */
import { count } from '../../src/commands/report.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { type Coverage, longForm, type Promised, type Promises, type SectionCoverage } from './coverage-file.ts';

/** From a table's name to the link to its spec. */
type Link = (table: string) => string;

function linkOf({ model, info }: Compiled): Link {
  const files = new Map(tablesOf(model).map((table) => [table.name.name, info.get(keyOf(table))?.file]));
  return (table) => {
    const file = files.get(table);
    return file === undefined ? table : `[${table}](../${file})`;
  };
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function kept(promised: Promised, link: Link): string {
  const { tables = [], rules = [], by, planned } = longForm(promised);
  const parts = [
    tables.map(link).join(', '),
    by ?? '',
    rules.length === 0 ? '' : `rules ${rules.map((rule) => `[${rule}](rules.md#${rule})`).join(', ')}`,
    planned === undefined ? '' : `**planned:** ${planned}`,
  ];
  return cell(parts.filter((part) => part !== '').join('; '));
}

function promiseTable(heading: string, promises: Promises, link: Link): readonly string[] {
  const rows = Object.entries(promises).map(([words, promised]) => `| ${cell(words)} | ${kept(promised, link)} |`);
  return [`| ${heading} | Kept by |`, '|---|---|', ...rows, ''];
}

function sectionPage(title: string, section: SectionCoverage, link: Link): readonly string[] {
  const beyond = Object.entries(section.beyond ?? {}).map(
    ([why, tables]) => `| ${cell(why)} | ${tables.map(link).join(', ')} |`,
  );
  return [
    `## ${title}`,
    '',
    ...(section.tables === undefined ? [] : promiseTable('Table', section.tables, link)),
    ...promiseTable('Feature', section.features, link),
    ...(beyond.length === 0 ? [] : ['| Beyond the brief | Tables |', '|---|---|', ...beyond, '']),
  ];
}

function promisesOf({ sections, platform }: Coverage): readonly Promised[] {
  const bySection = Object.values(sections).flatMap(({ tables = {}, features }) => [tables, features]);
  return [...bySection, ...Object.values(platform)].flatMap((promises) => Object.values(promises));
}

/** Markdown with one table for each list of the brief. */
export function coverageMarkdown(coverage: Coverage, compiled: Compiled): string {
  const link = linkOf(compiled);
  const all = promisesOf(coverage);
  const planned = all.filter((promised) => longForm(promised).planned !== undefined).length;
  return [
    '# Coverage',
    '',
    `The product brief makes ${count(all.length, 'promise')} in words of its own. Here is what keeps each of them; ` +
      `where something is still missing, **planned** says what (${planned} of them). Tables link to their specs. The page is made ` +
      'from [specs/coverage.yaml](../specs/coverage.yaml) by `npm run schema`.',
    '',
    ...Object.entries(coverage.sections).flatMap(([folder, section]) =>
      sectionPage(compiled.project.sections.get(folder) ?? folder, section, link),
    ),
    ...Object.entries(coverage.platform).flatMap(([heading, promises]) => [
      `## ${heading}`,
      '',
      ...promiseTable('Promise', promises, link),
    ]),
  ].join('\n');
}

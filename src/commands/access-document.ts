/** Access as a document: Markdown for a repository, HTML for whoever reviews it. */
import type { AccessCell, ObjectAccess } from '../spec/access-matrix.ts';
import { ACTORS } from '../spec/permissions.ts';
import { cellsOf, cellText, reasonText, VERB_WORDS } from './describe-access.ts';

const KEY = 'A star: some rows or columns only, for the reasons given. What is not listed is refused.';

/** Sections in the order in which they first come, each with its objects. */
function bySection(
  objects: readonly ObjectAccess[],
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ObjectAccess[]> {
  const found = new Map<string, ObjectAccess[]>();
  for (const object of objects) {
    const title =
      object.kind === 'view'
        ? 'Views'
        : object.section === null
          ? 'The tool itself'
          : (titles.get(object.section) ?? object.section);
    const group = found.get(title);
    if (group === undefined) found.set(title, [object]);
    else group.push(object);
  }
  return found;
}

/** A line for each reason and verb set, so that "read, update: the owner" is said once. */
function reasonLines(cells: readonly AccessCell[], code?: (sql: string) => string): readonly string[] {
  const verbs = new Map<string, string[]>();
  for (const cell of cells) {
    const without = cell.without.length === 0 ? '' : ` (without ${cell.without.join(', ')})`;
    for (const reason of cell.reasons) {
      const text = `${reasonText(reason, code)}${without}`;
      verbs.set(text, [...(verbs.get(text) ?? []), VERB_WORDS[cell.verb]]);
    }
  }
  return [...verbs].map(([text, words]) => `${words.join(', ')}: ${text}`);
}

function markdownCell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

/** @param titles of sections */
export function accessMarkdown(objects: readonly ObjectAccess[], titles: ReadonlyMap<string, string>): string {
  const lines = ['# Who may do what', '', KEY, 'Made by `boyfanz-schema access --format markdown`.', ''];
  for (const [title, group] of bySection(objects, titles)) {
    lines.push(`## ${title}`, '', `| | ${ACTORS.join(' | ')} |`, `|---|${ACTORS.map(() => '---').join('|')}|`);
    for (const object of group) {
      const cells = ACTORS.map(
        (actor) =>
          reasonLines(cellsOf(object, actor), (sql) => `\`${sql}\``)
            .map(markdownCell)
            .join('<br>') || '–',
      );
      lines.push(`| **${markdownCell(object.name)}** | ${cells.join(' | ')} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const STYLE = `
body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem; color: #1c1c1e; background: #fff }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2rem }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { position: sticky; top: 0; background: #fff }
td.none { color: #999 } td.all { background: #fdf3d6 } details > summary { cursor: pointer }
ul { margin: .3rem 0; padding-left: 1.1rem } .note { color: #666; font-size: 12px }
input { font: inherit; padding: .4rem; width: 20rem; margin-bottom: 1rem }
@media (prefers-color-scheme: dark) {
  body, thead th { background: #1c1c1e; color: #eee } th, td { border-color: #444 } td.all { background: #4a3d10 } .note { color: #aaa }
}`;

const FILTER = `
const field = document.querySelector('input');
field.addEventListener('input', () => {
  for (const row of document.querySelectorAll('tbody tr'))
    row.hidden = !row.textContent.toLowerCase().includes(field.value.toLowerCase());
});`;

function htmlCell(cells: readonly AccessCell[]): string {
  if (cells.length === 0) return '<td class="none">–</td>';
  const reasons = reasonLines(cells).map((line) => `<li>${escaped(line)}</li>`);
  const summary = cellText(cells);
  return `<td${summary === 'all' ? ' class="all"' : ''}><details><summary>${escaped(summary)}</summary><ul>${reasons.join('')}</ul></details></td>`;
}

/** One page that needs nothing else, with a field to filter by. */
export function accessHtml(
  name: string,
  objects: readonly ObjectAccess[],
  titles: ReadonlyMap<string, string>,
): string {
  const sections = [...bySection(objects, titles)].map(([title, group]) => {
    const rows = group.map((object) => {
      const note = object.note === null ? '' : `<div class="note">${escaped(object.note)}</div>`;
      const cells = ACTORS.map((actor) => htmlCell(cellsOf(object, actor))).join('');
      return `<tr><th scope="row">${escaped(object.name)}${note}</th>${cells}</tr>`;
    });
    const head = ['', ...ACTORS].map((text) => `<th scope="col">${text}</th>`).join('');
    return `<h2>${escaped(title)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(name)}: who may do what</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(name)}: who may do what</h1>
<p>${KEY}</p>
<input type="search" placeholder="Filter: a table, a word, a permission" aria-label="Filter">
${sections.join('\n')}
<script>${FILTER}</script>
</body>
</html>
`;
}

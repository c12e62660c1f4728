/** The table of types of docs/sqlite.md. */
import { TYPE_RULES } from '../../src/emit/sqlite/stored-type.ts';

export function sqliteTypesMarkdown(): string {
  const rows = TYPE_RULES.map(({ names, storage, words }) => {
    const types = names.map((name) => (name === 'every other' ? 'every other' : `\`${name}\``)).join(', ');
    return `| ${types} | \`${storage}\` | ${words} |\n`;
  });
  return `\n| PostgreSQL | SQLite | Written as |\n|---|---|---|\n${rows.join('')}| an array of any | \`TEXT\` | a JSON array (\`["a","b"]\`), also of what stands above; its elements are not checked |\n\n`;
}

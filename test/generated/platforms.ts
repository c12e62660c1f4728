/** docs/platforms.md and the table in the README: what each platform gets, and how sure that is. */

import { enumerate } from '../../src/commands/report.ts';
import { extensionText, timeSeriesText, versionText } from '../../src/commands/targets.ts';
import { committedFile } from '../../src/target/parts.ts';
import type { Certainty, Fact, Platform } from '../../src/target/platform.ts';
import { PLATFORMS } from '../../src/target/platform-list.ts';
import type { Target } from '../../src/target/target.ts';

const ALL = Object.values(PLATFORMS);

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}

const MARKS: Readonly<Record<Certainty, string>> = {
  documented: '',
  measured: ' *(measured)*',
  inferred: ' *(inferred)*',
  recalled: ' *(recalled)*',
};

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function factText({ text, certainty, source }: Fact): string {
  return `${text}${MARKS[certainty]}${source === null ? '' : ` <sub>${source}</sub>`}`;
}

function overview(): readonly string[] {
  const rows = ALL.filter(({ target }) => target.dialect === 'postgresql').map(({ target, title }) => [
    `[\`${target.name}\`](#${target.name})`,
    title,
    versionText(target),
    extensionText(target),
    timeSeriesText(target.timeSeries),
    target.scheduler ?? '',
    target.size,
  ]);
  return table(['Target', 'For', 'PostgreSQL', 'Extensions', 'Time series', 'Scheduler', 'Size'], rows);
}

function list(title: string, facts: readonly Fact[]): readonly string[] {
  return facts.length === 0 ? [] : ['', `**${title}**`, '', ...facts.map((fact) => `- ${factText(fact)}`)];
}

/** How to get the file, or the database. */
function howTo(target: Target): string {
  const { name, dialect } = target;
  const file = committedFile(target);
  if (dialect !== 'postgresql') return `\`boyfanz-schema build --target ${name}\``;
  const built = file === null ? `\`boyfanz-schema build --target ${name}\`` : `\`dist-sql/${file}\``;
  return name === 'embedded'
    ? '`boyfanz-schema apply`, without a URL'
    : `${built}, or \`boyfanz-schema apply --url …\``;
}

function recognition({ recognised }: Platform): readonly string[] {
  if (recognised.length === 0) return [];
  const ways = recognised.map(({ host, roles, functions, settings, schemas, extensions, available, license }) =>
    [
      ...(host === undefined ? [] : [`a host name that ends in \`${host}\``]),
      ...(roles ?? []).map((name) => `the role \`${name}\``),
      ...(functions ?? []).map((name) => `the function \`${name}()\``),
      ...(settings ?? []).map((name) => `the setting \`${name}\``),
      ...(schemas ?? []).map((name) => `the schema \`${name}\``),
      ...(extensions ?? []).map((name) => `\`${name}\` in the database`),
      ...(available ?? []).map((name) => `\`${name}\` on the disk`),
      ...(license === undefined ? [] : [`\`timescaledb.license\` = ${license}`]),
    ].join(' and '),
  );
  return ['', `\`apply\` and \`diff\` know it by ${ways.join('; or ')}.`];
}

function section(platform: Platform): readonly string[] {
  const { target, versions, connections, locks, editor } = platform;
  const facts = [
    `- Take: ${howTo(target)}`,
    `- Versions: ${factText(versions)}`,
    `- Connections: ${factText(connections)}`,
    `- Locks: ${factText(locks)}`,
    ...(editor === null ? [] : [`- Its SQL editor: ${factText(editor)}`]),
  ];
  return [
    '',
    `## ${target.name}`,
    '',
    `${sentence(target.summary)}.`,
    '',
    ...facts,
    ...list('What works', platform.works),
    ...list('What is left out', platform.leftOut),
    ...list('How to connect', platform.connect),
    ...list('Traps', platform.traps),
    ...recognition(platform),
  ];
}

/** The page, from the records alone. */
export function platformsMarkdown(): string {
  return `${[
    '# Platforms',
    '',
    'What `boyfanz-schema targets` shows, and what is known of each platform. Written by `npm run schema` from `src/target/platforms/`.',
    '',
    'Facts without a mark are in the documentation or the source of the platform; *measured* ones were seen on a server; *inferred* ones follow',
    'from these; *recalled* ones were not confirmed, and nothing depends on them: `apply` and `diff` ask the server. Extensions in',
    'brackets are used with `--with`, the others are left out with `--without`. `timescaledb` goes with hypertables.',
    '',
    ...overview(),
    '',
    '`apply` and `diff` find the target by asking the server, and say what they found and why; `--target` overrides it. A server',
    'that cannot take the schema (its version, an extension that is missing, not preloaded or not allowed, a role that may not) is',
    'refused with exit code 6 before anything is made, with all causes in one message; the head of a built file asks the same.',
    'A server that is newer than all that is known is warned of, and used.',
    ...ALL.flatMap(section),
  ].join('\n')}\n`;
}

/** Hosts whose schema is that of `postgres`, with or without optional extensions. */
function isLikePostgres({ name, output, dialect, timeSeries, searchPath, scaleOut }: Target): boolean {
  const isHost = output === null && dialect === 'postgresql' && name !== 'embedded';
  return isHost && timeSeries === 'native' && scaleOut === null && searchPath.join() === 'public';
}

/** For the README: who takes what. */
export function filesMarkdown(): string {
  const servers = ALL.filter(({ target }) => target.dialect === 'postgresql' && target.name !== 'embedded');
  const alone = servers.filter(({ target }) => !isLikePostgres(target));
  const alike = servers.filter(({ target }) => isLikePostgres(target));
  const names = alike.map(({ target }) => `\`${target.name}\``).join(', ');
  const rows = [
    ...alone.map(({ target }) => {
      const file = committedFile(target);
      const command = `\`npx boyfanz-schema build --target ${target.name}\``;
      return [sentence(target.summary), file === null ? command : `\`dist-sql/${file}\``];
    }),
    [
      enumerate(alike.map(({ title }) => title)),
      `the file of \`postgres\`, or \`npx boyfanz-schema build --target NAME\` with the extensions that the host has: ${names}`,
    ],
  ];
  return `${table(['You have', 'Take'], rows).join('\n')}\n`;
}

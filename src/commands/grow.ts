/** `grow`: the SQL that gives one table the hash partitions of another size. Prints, and runs nothing. */
import { displayName } from '../model/name.ts';
import { type GrowthStep, growthSteps } from '../plan/growth.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import { didYouMean } from '../text/suggest.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findTableByName } from './find-table.ts';
import { loadUsable, type SpecOptions } from './load-specs.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface GrowOptions extends SpecOptions, ExtensionOptions {
  readonly target?: string;
  readonly size?: string;
}

/** Some way below the whole width of an editor. */
const WIDTH = 118;

function comment(text: string): string {
  const lines: string[] = [];
  let line = '--';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '--';
    }
    line += ` ${word}`;
  }
  return `${[...lines, line].join('\n')}\n`;
}

function stepText({ title, note, statements, isTransaction }: GrowthStep, at: number): string {
  const text = statements.map((statement) => `${statement};\n`).join('');
  return `\n${comment(`Step ${at + 1}: ${title}.`)}${comment(note)}${isTransaction ? `begin;\n${text}commit;\n` : text}`;
}

function growthText(head: readonly string[], steps: readonly GrowthStep[]): string {
  return `${head.map(comment).join('')}${steps.map(stepText).join('')}`;
}

export async function runGrow(name: string, options: GrowOptions, context: Context): Promise<ExitCode> {
  const [target = TARGETS[DEFAULT_TARGET]] = chooseTargets({ size: 'standard', ...options }, [TARGETS.postgres]);
  const compiled = await loadUsable(options, context, target);
  if (compiled === null) return EXIT.failed;
  const written = findTableByName(compiled.asWritten, name);
  if (written.storage.kind !== 'partitioned' || written.storage.by !== 'hash') {
    const divided = [...compiled.asWritten.objects.values()].flatMap((object) =>
      object.kind === 'table' && object.storage.kind === 'partitioned' && object.storage.by === 'hash'
        ? [displayName(object.name)]
        : [],
    );
    throw new UsageError(
      `${displayName(written.name)} has no hash partitions at any size.`,
      didYouMean(name, divided) ?? `These have: ${divided.join(', ')}.`,
    );
  }
  const table = findTableByName(compiled.model, name);
  if (table.storage.kind !== 'partitioned' || table.storage.parts.kind !== 'fixed') {
    throw new UsageError(
      `At the size ${target.size} ${displayName(table.name)} has no partitions.`,
      'Use --size standard or large.',
    );
  }
  const parts = table.storage.parts.partitions.length;
  const steps = growthSteps(table, { model: compiled.model, range: target.versions, lockBudget: target.lockBudget });
  if (context.json) {
    context.report.json({ table: displayName(table.name), size: target.size, parts, steps });
    return EXIT.done;
  }
  const head = [
    `${displayName(table.name)} with ${parts} hash partitions (size ${target.size}), in five steps.`,
    'Written by `boyfanz-schema grow`. Run the steps one by one as the owner of the table, with psql -v ON_ERROR_STOP=1;',
    'up to the swap, all of it is undone by: drop schema boyfanz_grow cascade. See docs/sizes.md.',
  ];
  context.report.result(growthText(head, steps));
  return EXIT.done;
}

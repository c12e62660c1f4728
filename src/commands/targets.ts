/** `targets`: the platforms there are, and what each gets. */
import { committedFile } from '../target/parts.ts';
import { PLATFORMS } from '../target/platform-list.ts';
import type { Target, TimeSeries } from '../target/target.ts';
import { textTable } from '../text/text-table.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

export interface TargetJson {
  readonly name: string;
  readonly for: string;
  readonly dialect: string;
  readonly versions: { readonly min: number; readonly max: number };
  /** PostGIS, pgvector and what else is used where the file is built without further options. */
  readonly extensions: readonly string[];
  /** Those that --with and --without choose. */
  readonly optional: readonly string[];
  readonly timeSeries: TimeSeries;
  readonly scheduler: string | null;
  readonly size: string;
  /** Relative to dist-sql; `null`: written only when it is asked for by name. */
  readonly file: string | null;
}

export function targetsJson(): readonly TargetJson[] {
  return Object.values(PLATFORMS).map(({ target, title }) => ({
    name: target.name,
    for: title,
    dialect: target.dialect,
    versions: target.versions,
    extensions: [...target.extensions.keys()],
    optional: [...target.optional.keys()],
    timeSeries: target.timeSeries,
    scheduler: target.scheduler,
    size: target.size,
    file: committedFile(target),
  }));
}

/** `15-17`, `18`, nothing for what is no PostgreSQL. */
export function versionText({ dialect, versions: { min, max } }: Target): string {
  if (dialect !== 'postgresql') return '';
  return min === max ? String(min) : `${min}-${max}`;
}

export function timeSeriesText(timeSeries: TimeSeries): string {
  switch (timeSeries) {
    case 'timescale-community':
      return 'hypertables';
    case 'timescale-apache':
      return 'hypertables (Apache)';
    case 'native':
      return 'partitions';
  }
}

/** Extensions that not every server has: those that are used, and in brackets those that may be. */
export function extensionText({ extensions, optional, dialect }: Target): string {
  if (dialect !== 'postgresql') return '';
  return [...optional.keys()].map((name) => (extensions.has(name) ? name : `(${name})`)).join(', ');
}

const HEAD = ['Target', 'For', 'PostgreSQL', 'Extensions', 'Time series', 'Scheduler', 'Size', 'File'] as const;

/** `targets`, for people. */
export function targetsTable(): readonly string[] {
  const rows = Object.values(PLATFORMS).map(({ target, title }) => {
    const { name, dialect, timeSeries, scheduler, size } = target;
    const isServer = dialect === 'postgresql';
    return [
      name,
      title,
      versionText(target),
      extensionText(target),
      isServer ? timeSeriesText(timeSeries) : '',
      scheduler ?? '',
      size,
      committedFile(target) ?? '',
    ];
  });
  return textTable([HEAD, ...rows], 'words').map((line) => line.trimEnd());
}

const NOTE =
  'In brackets: --with has it. A target without a file is built by its name: boyfanz-schema build --target NAME. More in docs/platforms.md.';

export async function runTargets(context: Context): Promise<ExitCode> {
  if (context.json) context.report.json({ targets: targetsJson() });
  else {
    context.report.result(targetsTable().join('\n'));
    context.report.note(NOTE);
  }
  return EXIT.done;
}

/** How often and from where the properties run: the same every time, unless the environment says otherwise. */

const SEED = 20260101;

export interface Runs {
  readonly seed: number;
  readonly numRuns: number;
  /** Where a failing run is to be taken up again, as fast-check prints it. */
  readonly path?: string;
  readonly verbose: 0 | 1 | 2;
}

function whole(name: string): number | null {
  const value = Number(process.env[name] || Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
}

/**
 * `PROPERTY_SEED`, `PROPERTY_RUNS` and `PROPERTY_PATH` take the place of what is fixed here: a failure prints its seed and
 * path.
 */
export function runs(numRuns: number): Runs {
  const path = process.env.PROPERTY_PATH;
  return {
    seed: whole('PROPERTY_SEED') ?? SEED,
    numRuns: whole('PROPERTY_RUNS') ?? numRuns,
    ...(path === undefined || path === '' ? {} : { path }),
    verbose: 0,
  };
}

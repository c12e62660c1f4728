/** Timing: medians of several runs, after one that warms up. */

export interface Measured {
  /** Milliseconds. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * @param runs measured runs; one more goes first and does not count
 * @param work is given a fresh result of `prepare` each time, which is not timed
 */
export async function measure<T>(
  runs: number,
  prepare: () => Promise<T>,
  work: (input: T) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const input = await prepare();
    const started = performance.now();
    await work(input);
    if (run > 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, min: times[0] ?? 0, max: times.at(-1) ?? 0 };
}

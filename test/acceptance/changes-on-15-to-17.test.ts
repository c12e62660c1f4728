import type { PgMajor } from '../../src/target/target.ts';
import { describeCases } from './on-server.ts';

/** A third of the cases on each; what differs between versions differs between 14 and 18 too, where all of them run. */
const MAJORS: readonly PgMajor[] = [15, 16, 17];

MAJORS.forEach((major, third) => {
  describeCases(major, (_one, at) => at % MAJORS.length === third);
});

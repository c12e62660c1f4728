import { expect, it } from 'vitest';
import { findObstacles } from '../../src/db/preflight.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withDatabase } from '../engines/with-engine.ts';

const NEEDS = { extensions: [], schemas: [], createsIn: [], roles: [] };

it('asks for the edition that the target needs, where the server knows of editions', () =>
  withDatabase(17, async ({ session }) => {
    const found = async () => (await findObstacles(session, TARGETS.timescale, NEEDS)).map(({ cause }) => cause);
    expect(await found()).toEqual([]);
    await session.execute(`set "timescaledb.license" = 'apache'`);
    expect(await found()).toEqual([
      'The target timescale needs timescaledb.license = timescale, and it is apache here.',
    ]);
    expect(await findObstacles(session, TARGETS['timescale-apache'], NEEDS)).toEqual([]);
    await session.execute(`set "timescaledb.license" = 'timescale'`);
    expect(await found()).toEqual([]);
  }));

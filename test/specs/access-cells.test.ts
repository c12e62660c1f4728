/**
 * Row security and grants let in whom the specs name, and nobody else: each table, person and verb. Whoever changes a few
 * tables looks at those alone: `CELLS_OF="03-monetization posts"`, with beginnings of sections or names of tables.
 */
import { expect, it } from 'vitest';
import { keyOf } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { checkAccess } from '../access/check-access.ts';
import type { Specs } from '../access/expected-rows.ts';
import { fillForCells } from '../access/fill-for-cells.ts';
import { APP_IDENTITY } from '../access/probe.ts';
import { SPOILT, shapes } from '../access/spoilt.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, plainTarget, specsScript } from '../foundation/foundation-script.ts';

const CHOSEN = process.env['CELLS_OF']?.split(/[ ,]+/) ?? null;

function isChosen({ info }: Specs): (table: Table) => boolean {
  return (table) =>
    CHOSEN === null ||
    CHOSEN.some((one) => one === table.name.name || info.get(keyOf(table))?.section?.startsWith(one) === true);
}

it.each([15, 17] as const)(
  'holds for every cell on PostgreSQL %i, and would say it if not',
  { timeout: 400_000 },
  (major) =>
    withCopyOf(major, 'whole_schema', specsScript, async ({ session }) => {
      const compiled = await compiledSpecs();
      const target = plainTarget('postgres');
      await fillForCells(session, compiled);
      // Partitions that are made later have to be as closed as the first ones.
      await session.execute('select boyfanz.maintain(now() + interval $$5 months$$, $$public.audit_log_entries$$)');
      const whole = await checkAccess(session, compiled, target, APP_IDENTITY, isChosen(compiled));
      const { wrong, unwitnessed, cells, summary } = whole;
      process.stdout.write(
        `${unwitnessed.map((line) => `nobody: ${line}\n`).join('')}PostgreSQL ${major}: ${summary}\n`,
      );
      expect(wrong).toEqual([]);
      expect(cells).toBeGreaterThan(CHOSEN === null ? 20_000 : 0);
      // A word that nobody reads by was not tried. Rows that only a service makes have nobody yet.
      expect(unwitnessed.length).toBeLessThan(40);

      await session.execute(`begin; ${SPOILT.script}`);
      const isSpoilt = ({ name }: Table) => SPOILT.tables.some((table) => table === name.name);
      const spoilt = await checkAccess(session, compiled, target, APP_IDENTITY, isSpoilt);
      await session.execute('rollback');
      expect(shapes(spoilt.wrong)).toEqual(SPOILT.said);
    }),
);

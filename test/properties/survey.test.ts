import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { it } from 'vitest';
import type { PgMajor } from '../../src/target/target.ts';
import { arbitraryPair } from './arbitrary-model.ts';
import { thereAndBack, withServer } from './round-trip.ts';

const major = Number(process.env.SURVEY_MAJOR ?? 17) as PgMajor;
const n = Number(process.env.SURVEY_N ?? 100);
const seed = Number(process.env.SURVEY_SEED ?? 1);
it('survey', { timeout: 3_000_000 }, () =>
  withServer(major, async (session) => {
    const groups = new Map<string, { count: number; size: number; text: string; at: number }>();
    const samples = fc.sample(arbitraryPair(major), { numRuns: n, seed });
    const started = Date.now();
    let at = 0;
    for (const pair of samples) {
      let key: string;
      let text = '';
      try {
        key = await thereAndBack(session, pair);
        if (key === 'unsupported') {
        }
      } catch (e) {
        text = (e as Error).message + '\n' + ((e as Error).name === 'Error' ? '' : (e as Error).stack);
        key = text
          .split('\n')[0]!
          .replace(/"(?:[^"]|"")*"/g, '"…"')
          .replace(/\d+/g, 'N')
          .slice(0, 140);
        await session.execute('rollback');
      }
      const size = JSON.stringify([...pair.a.objects, ...pair.b.objects]).length;
      const g = groups.get(key);
      if (!g || g.size > size) groups.set(key, { count: (g?.count ?? 0) + 1, size, text, at });
      else g.count += 1;
      at++;
    }
    const out = [...groups].sort((a, b) => b[1].count - a[1].count);
    writeFileSync(
      process.env.SURVEY_OUT ?? '/tmp/survey.txt',
      out
        .map(([k, g]) => `#### ${g.count} × ${k}   [pair ${g.at}, size ${g.size}]\n${g.text.slice(0, 6000)}\n`)
        .join('\n'),
    );
    process.stdout.write(
      out.map(([k, g]) => `${g.count} × ${k} [${g.at}]`).join('\n') +
        `\n${(Date.now() - started) / samples.length} ms a pair\n`,
    );
  }),
);

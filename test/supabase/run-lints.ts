import type { Session } from '../../src/db/session.ts';
import { LINTS, type Lint } from './lints.ts';

/** What a lint finds, by name. @param session that may see the catalog */
export async function findings(session: Session, { query }: Lint): Promise<readonly string[]> {
  return (await session.query(`select found from (${query}) as lint(found) order by 1`)).map(([found]) => found ?? '');
}

/** What the advisor would say: errors and warnings one by one, of the rest how many. */
export async function advise(
  session: Session,
): Promise<{ readonly wrong: readonly string[]; readonly summary: string }> {
  await session.execute('set search_path = public, extensions');
  const wrong: string[] = [];
  const infos: string[] = [];
  for (const lint of LINTS) {
    const found = await findings(session, lint);
    if (lint.level === 'INFO') infos.push(`${lint.name} ${found.length}`);
    else wrong.push(...found.map((one) => `${lint.level} ${lint.name}: ${one}. ${lint.says}`));
  }
  return {
    wrong,
    summary: `${LINTS.length} lints, ${wrong.length} errors and warnings; for information: ${infos.join(', ')}`,
  };
}

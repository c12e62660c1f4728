import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const secretReadable: Rule = {
  code: 'secret-readable',
  severity: 'error',
  problem: 'A hash or encrypted value that people can read can be attacked at leisure.',
  instead: 'Grant the other columns one by one; the words of `access:` do that by themselves.',
  check: overTables((table, context) => {
    const service = context.target.roles?.service;
    const classes = context.info.get(keyOf(table))?.pii ?? new Map();
    const secrets = table.columns.filter(({ name }) => classes.get(name) === 'secret').map(({ name }) => name);
    return table.grants.flatMap((grant) => {
      if (grant.privilege !== 'select' || grant.role === service) return [];
      const read = secrets.filter((name) => grant.columns === null || grant.columns.includes(name));
      if (read.length === 0) return [];
      return [
        finding(context, table, {
          place: 'grants',
          message: `${displayName(table.name)} lets ${grant.role} read ${read.join(', ')}, classed as secret.`,
          help: 'name the columns of the grant, without those.',
        }),
      ];
    });
  }),
};

import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

const READABLE = new Set(['text', 'character varying', 'character', 'citext', 'json', 'jsonb']);

export const secretAsText: Rule = {
  code: 'secret-as-text',
  severity: 'error',
  problem: 'A secret in a text column can be read in every dump, log and replica.',
  instead:
    'Store a hash or a ciphertext in `bytea`; say in `allow` when the text is itself a hash, such as a PHC string.',
  check: overColumns((column, table, context) => {
    const isSecret = context.info.get(keyOf(table))?.pii.get(column.name) === 'secret';
    if (!isSecret || !READABLE.has(baseType(context.model, column.type).name)) return null;
    return finding(context, table, {
      place: `columns.${column.name}.type`,
      message: `${displayName(table.name)}.${column.name} is a secret, but is stored as ${displayType(column.type)}.`,
      help: `write \`type: bytea\` and store a hash or ciphertext, or \`allow: { secret-as-text: why }\` when the text is a hash.`,
    });
  }),
};

import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

const COMMENTS = /--[^\n]*|\/\*[\s\S]*?\*\//g;
const STRINGS_OR_COMMENTS = /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

interface Trap {
  readonly message: string;
  readonly help: string;
}

const INTO: Trap = {
  message: 'has SELECT before INTO, which such editors take for a new table without row-level security',
  help: 'write `value := (select …);`, or `for a, b in select … loop exit; end loop;` for more than one value. Where rows are put in after a query, write `insert/**/into`.',
};

const GONE: Trap = {
  message: 'has a statement that begins with drop, delete or truncate behind another one',
  help: 'write it as the first statement of a block (`begin`, `then`, `loop`), or put the text into a variable and EXECUTE that.',
};

const EXECUTED: Trap = {
  message: 'gives EXECUTE a text that begins with drop, delete or truncate',
  help: 'put the text into a variable first: `statement := format(…); execute statement;`.',
};

const EVERY_ROW: Trap = {
  message: 'has an UPDATE without WHERE behind another statement',
  help: 'say which rows are meant.',
};

const DASHES: Trap = {
  message: 'has two dashes in a string, where such editors see the beginning of a comment',
  help: "write the string in two pieces: `'-' || '-'`.",
};

function trapsIn(body: string): readonly Trap[] {
  const bare = body.replaceAll(COMMENTS, '');
  const strings = [...body.matchAll(STRINGS_OR_COMMENTS)].map(([text]) => text);
  const isEveryRow = (piece: string) => /^\s*update\s[\s\S]*?\sset\s/i.test(piece) && !/where\s/i.test(piece);
  return [
    ...(/\bselect\s[\s\S]*?\sinto\s/i.test(bare) ? [INTO] : []),
    ...(/;\s*(?:drop|delete|truncate)\s/i.test(bare) ? [GONE] : []),
    ...(/\bexecute\s[^;]*['"]\s*(?:drop|delete|truncate)\b/i.test(bare) ? [EXECUTED] : []),
    ...(bare.split(';').slice(1).some(isEveryRow) ? [EVERY_ROW] : []),
    ...(strings.some((text) => text.startsWith("'") && text.includes('--')) ? [DASHES] : []),
  ];
}

export const bodyMisreadByEditor: Rule = {
  code: 'body-misread-by-editor',
  severity: 'warning',
  problem:
    'The SQL editor of Supabase looks into function bodies with regular expressions: it warns of what is harmless, and its "Run and enable RLS" then breaks the whole run.',
  instead:
    'Assign with `v := (select …)`, give EXECUTE a variable, and write what begins with drop, delete or truncate as the first statement of a block.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) => {
      if (object.kind !== 'function') return [];
      const traps = [object.body.text, ...object.body.variants.map(({ text }) => text)].flatMap(trapsIn);
      return [...new Set(traps)].map(({ message, help }) =>
        finding(context, object, {
          place: 'body',
          message: `The body of ${displayName(object.name)} ${message}.`,
          help,
        }),
      );
    }),
};

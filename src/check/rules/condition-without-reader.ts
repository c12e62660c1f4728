import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const conditionWithoutReader: Rule = {
  code: 'condition-without-reader',
  severity: 'error',
  problem: 'A condition for people who may not read or write at all guards nothing; perhaps another word was meant.',
  instead: 'Write conditions under `when` for words that stand under `read`, under `write_when` for those that write.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    if (access === null) return [];
    const writers = [...access.words.insert, ...access.words.update];
    const ofWhom = [
      { key: 'when', words: access.when, people: access.words.select, verb: 'read' },
      { key: 'write_when', words: access.writeWhen, people: writers, verb: 'write' },
    ];
    return ofWhom.flatMap(({ key, words, people, verb }) =>
      [...words.keys()]
        .filter((word) => !people.includes(word))
        .map((word) =>
          finding(context, table, {
            place: `access.${key}.${word}`,
            message: `${displayName(table.name)} has a condition for ${word}, whom it does not let ${verb}.`,
            help: `add \`${word}\` to ${verb}, or take the condition away.`,
          }),
        ),
    );
  }),
};

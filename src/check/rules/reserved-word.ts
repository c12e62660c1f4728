import type { Ident } from '../../model/name.ts';
import { isReservedWord } from '../../text/quote.ts';
import { finding } from '../finding.ts';
import { namedParts, objectText } from '../named-part.ts';
import type { Rule } from '../rule.ts';

/**
 * Category C of PostgreSQL's src/include/parser/kwlist.h: not reserved as the name of a table or column, so `position`
 * needs no quotes in a query. `id()` quotes these too, as pg_dump does, which changes nothing for people.
 */
const FREE_FOR_COLUMNS: ReadonlySet<string> = new Set(
  `between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer
  interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
  json_table json_value least merge_action national nchar none normalize nullif numeric out overlay position precision
  real row setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
  xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
);

const CHECKED = new Set(['table', 'view', 'column', 'enum', 'domain', 'sequence', 'function', 'schema']);

function needsQuoting(name: Ident): boolean {
  return isReservedWord(name) && !FREE_FOR_COLUMNS.has(name);
}

export const reservedWord: Rule = {
  code: 'reserved-word',
  severity: 'error',
  problem:
    'A reserved word must be quoted in every query, and the one that forgets it is a syntax error or, as with "user", means something else.',
  instead: 'Take another word: `users`, `sort_order`, `ends_at`.',
  check: (context) =>
    [...context.model.objects.values()].flatMap((object) =>
      namedParts(object).flatMap(({ what, name, place }) => {
        if (!CHECKED.has(what) || !needsQuoting(name)) return [];
        return [
          finding(context, object, {
            place,
            message: `The ${what} name "${name}"${what === object.kind ? '' : ` in ${objectText(object)}`} is a reserved word of SQL.`,
            help: `take a word that needs no quotes, such as \`${name}_${what === 'column' ? 'value' : 'entry'}\`.`,
          }),
        ];
      }),
    ),
};

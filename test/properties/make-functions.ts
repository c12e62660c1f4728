/** Functions of a generated Model: what triggers call, and what expressions may. */
import type { EnumDef, FunctionArg, FunctionDef } from '../../src/model/model.ts';
import { qname } from '../../src/model/name.ts';
import type { DataType } from '../../src/model/type.ts';
import { bySlot, type Choices, type Part } from './choices.ts';
import { relationGrants } from './make-grants.ts';
import { builtIn, ENUM_NAMES } from './make-types.ts';
import { comment, SCHEMA } from './names.ts';

const SLOTS = 6;

export const TWICE = 'twice';
export const IS_OK = 'Is "ok"';
export const NEXT = 'next_value';

function argument(name: string | null, type: DataType, fallback: string | null): FunctionArg {
  return { name, mode: 'in', type, default: fallback };
}

type Core = Pick<FunctionDef, 'name' | 'args' | 'returns' | 'language' | 'volatility' | 'body'>;

function sqlFunction(name: string, args: readonly FunctionArg[], returns: string, text: string): Core {
  return {
    name: qname(SCHEMA, name),
    args,
    returns,
    language: 'sql',
    volatility: 'immutable',
    body: { text, variants: [] },
  };
}

function triggerFunction(name: string, c: Choices): Core {
  const text = c.of('begin return new; end', "begin\n  -- $fn$ it's\n  return new;\nend");
  return { ...sqlFunction(name, [], 'trigger', text), language: 'plpgsql', volatility: 'volatile' };
}

/** @returns `null` where the type of an argument is not there. */
function coreOf(slot: number, c: Choices, enums: readonly EnumDef[]): Core | null {
  switch (slot) {
    case 0:
      return triggerFunction('on_change', c);
    case 1: {
      const x = argument(c.of('x', 'x', 'The "x"'), builtIn('integer'), c.of(null, null, '1', '2 + 3'));
      return sqlFunction(TWICE, [x], c.of('integer', 'integer', 'bigint'), c.of('select $1 * 2', 'select $1 + $1'));
    }
    case 2: {
      const x = argument(c.of('x', null), builtIn('text'), null);
      return sqlFunction(IS_OK, [x], 'boolean', c.of("select $1 <> ''", 'select $1 is not null'));
    }
    case 3: {
      const next = sqlFunction(NEXT, [], c.of('bigint', 'bigint', 'integer'), c.of('select 1', 'select 2'));
      return { ...next, volatility: c.of('volatile', 'stable') };
    }
    case 4: {
      const mood = enums.find(({ name }) => name.name === ENUM_NAMES[0]);
      if (mood === undefined) return null;
      const x = argument('x', { ...mood.name, args: [], dimensions: c.of(0, 1) }, null);
      return sqlFunction('describe', [x], 'text', "select 'x'");
    }
    default:
      return triggerFunction('on "touch"', c);
  }
}

export function makeFunctions(parts: readonly Part[], enums: readonly EnumDef[]): readonly FunctionDef[] {
  return [...bySlot(parts, SLOTS)].flatMap(([slot, c]): readonly FunctionDef[] => {
    const core = coreOf(slot, c, enums);
    if (core === null) return [];
    return [
      {
        kind: 'function',
        ...core,
        strict: c.once(4),
        security: c.once(6) ? 'definer' : 'invoker',
        parallel: c.of('safe', 'safe', 'restricted', 'unsafe'),
        settings: c.of<FunctionDef['settings']>(
          { search_path: '' },
          {},
          { search_path: 'pg_catalog', work_mem: '64MB' },
        ),
        comment: comment(c),
        grants: relationGrants(c, ['execute'], []),
        attached: [],
      },
    ];
  });
}

export function hasFunction(functions: readonly FunctionDef[], name: string): boolean {
  return functions.some((fn) => fn.name.name === name);
}

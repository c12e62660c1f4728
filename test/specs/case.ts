/**
 * What tables accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user and so on,
 * `pg_temp.h('x')` a digest.
 */
export type Case =
  | { readonly kind: 'given'; readonly sql: string }
  | { readonly kind: 'accepts'; readonly title: string; readonly sql: string }
  | { readonly kind: 'refuses'; readonly title: string; readonly sql: string; readonly because: string }
  | { readonly kind: 'yields'; readonly title: string; readonly sql: string; readonly value: string };

export function given(sql: string): Case {
  return { kind: 'given', sql };
}

export function accepts(title: string, sql: string): Case {
  return { kind: 'accepts', title, sql };
}

/** @param because a part of the server's message, mostly the name of the constraint */
export function refuses(title: string, sql: string, because: string): Case {
  return { kind: 'refuses', title, sql, because };
}

export function yields(title: string, sql: string, value: string): Case {
  return { kind: 'yields', title, sql, value };
}

/** The editor's rules themselves: samples of what it asks about, and of what it does not. */
import { describe, expect, it } from 'vitest';
import { editorWarnings } from './editor-rules.ts';

function kinds(text: string): readonly string[] {
  return [...new Set(editorWarnings(text).map(({ kind }) => kind))];
}

const IN_BODY = (body: string) => `create function f() returns void language plpgsql as $fn$\n${body}\n$fn$;`;

describe('the editor asks about', () => {
  it.each([
    'drop policy if exists p on t;',
    'select 1;\n  delete from t where id = 1;',
    'TRUNCATE t;',
    'alter table t drop column c;',
    IN_BODY('begin perform 1; delete from t where a; end'),
    IN_BODY("begin execute 'drop table t'; end"),
    IN_BODY("begin execute format('delete from %I', 't'); end"),
    "create trigger a before update on t execute function f('Delete it.');",
  ])('what takes away: %s', (text) => expect(kinds(text)).toContain('destructive'));

  it.each([
    'update t set a = 1;',
    IN_BODY("begin perform 1; update t set a = 'where '; end"),
  ])('updates of every row: %s', (text) => expect(kinds(text)).toContain('update without where'));

  it.each([
    ['create table public.t (id int);', 'public.t'],
    ['create table public.t (id int); alter table t enable row level security;', 'public.t'],
    ['create table t (id int); alter table only t enable row level security;', 't'],
    ['create table t (id int); alter table if exists t enable row level security;', 't'],
    ['create table t (id int); alter table t\n  enable row level security;', 't'],
    ['create table "T" (id int); alter table t enable row level security;', 'T'],
    ['create table p.a partition of t for values in (1);', 'p.a'],
    [IN_BODY('declare v int; begin select 1 into v; end'), 'v'],
    ["with a as (select 1) insert into public.t select 'x';", 'public.t'],
    ["create table t (id int); comment on table t is 'a -- b'; alter table t enable row level security;", 't'],
  ])('tables without row-level security: %s', (text, name) =>
    expect(editorWarnings(text)).toContainEqual({ kind: 'no row level security', at: name }));

  it('connections that are switched off', () =>
    expect(kinds('alter database postgres connection limit 0;')).toEqual(['connections']));
});

describe('the editor does not ask about', () => {
  it.each([
    'create table public.t (id int); alter table public.t enable row level security;',
    'create policy p on t for delete using (true);',
    'alter table t add foreign key (a) references b (a) on delete cascade;',
    IN_BODY('begin v := (select 1); if v > 0 then delete from t where a; end if; end'),
    IN_BODY('begin statement := format($$drop table %I$$, 1); execute statement; end'),
    "-- don't; drop it\nselect 1;",
    'update t set a = 1 where b;',
    'insert into public.t select 1;',
    "with a as (select 1) insert/**/into public.t select E'x\\040into y';",
  ])('%s', (text) => expect(editorWarnings(text)).toEqual([]));
});

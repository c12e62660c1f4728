declare
  listed integer;
  known integer;
begin
  -- FOR KEY SHARE as a foreign key takes it: none of them is deleted before this commits.
  for listed, known in
    execute format(
      'select cardinality(($1).%1$I), (select count(*) from (select from public.%2$I p where p.id = any (($1).%1$I) for key share) as kept)',
      tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if listed <> known then
    raise exception '%.%.% lists a row of % twice, or one that is not there', tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1]
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
  end if;
  return new;
end

declare
  statement text;
begin
  statement := format(
    'delete from %1$I.%2$I where ctid = any (array('
      'select ctid from %1$I.%2$I where %3$I = ($1).%3$I order by %4$I desc offset %5$s))',
    tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1], tg_argv[2]::integer);
  execute statement using new;
  return null;
end

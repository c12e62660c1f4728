declare
  missing text;
begin
  missing := (
    select string_agg(l.code::text, ', ' order by l.code::text)
    from public.i18n_locales l
    where l.is_enabled and not (new.titles ? l.code::text and new.bodies ? l.code::text)
  );
  if missing is not null then
    raise exception 'Announcement % lacks a text in: %', new.id, missing
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'titles';
  end if;
  return new;
end

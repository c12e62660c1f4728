declare
  state text;
begin
  -- FOR SHARE: whoever marks the import as deleted waits, and then deletes this entry as well.
  state := (select i.state from public.contact_imports i where i.id = new.import_id for share);
  if state = 'deleted' then
    raise exception 'The import % is deleted', new.import_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'import_id';
  end if;
  return new;
end

begin
  -- When the asset itself goes it is out of sight already, and what is locked cannot go.
  if exists (select from public.media_assets a where a.id = old.asset_id and a.safety_state = 'csam_locked') then
    raise exception 'The asset of %.% % is locked as evidence', tg_table_schema, tg_table_name, old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end

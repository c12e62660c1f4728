begin
  if new.stage_name <> old.stage_name and not new.aliases @> array[old.stage_name] then
    new.aliases := new.aliases || old.stage_name;
  end if;
  if new.legal_name_bidx is distinct from old.legal_name_bidx and old.legal_name_bidx is not null
    and not new.former_name_bidx @> array[old.legal_name_bidx::bytea]
  then
    new.former_name_bidx := new.former_name_bidx || old.legal_name_bidx::bytea;
  end if;
  if not (new.aliases @> old.aliases and new.former_name_bidx @> old.former_name_bidx) then
    raise exception 'Names that performer % has used are kept', old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end

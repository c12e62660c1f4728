declare
  hold text;
begin
  hold := (
    select h.reference
    from public.conversation_participants p
      join public.user_legal_holds h on h.user_id = p.user_id
    where p.conversation_id = old.id and h.released_at is null and h.scope && array['messages', '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) on a participant keeps conversation %', hold, old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end

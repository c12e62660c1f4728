declare
  posting record;
begin
  for posting in select t.posted_in, t.posted_at from public.ledger_transactions t where t.id = new.transaction_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if posting.posted_in <> pg_current_xact_id()::text::bigint then
    raise exception 'The posting % is complete and takes no more legs', new.transaction_id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'transaction_id';
  end if;
  new.posted_at := posting.posted_at;
  return new;
end

begin
  if tg_op = 'INSERT' then
    -- An open period before a closed one would take postings into a time that is balanced and proven.
    if exists (select from public.ledger_periods p where p.starts_on > new.starts_on and p.status = 'closed') then
      raise exception 'An accounting period from % would lie before one that is closed', new.starts_on
        using errcode = 'check_violation', table = 'ledger_periods', column = 'starts_on';
    end if;
  elsif old.status = 'closed' and new.status <> 'closed' then
    raise exception 'The accounting period from % is closed and stays so', old.starts_on
      using errcode = 'restrict_violation', table = 'ledger_periods', column = 'status';
  end if;
  if new.status = 'closed' and exists (
    select from public.ledger_periods p where p.starts_on < new.starts_on and p.status <> 'closed')
  then
    raise exception 'The accounting period from % cannot close before the earlier ones', new.starts_on
      using errcode = 'check_violation', table = 'ledger_periods', column = 'status';
  end if;
  return new;
end

begin
  if old.status = 'closed' and new.status <> 'closed' then
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

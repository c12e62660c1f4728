begin
  insert into public.ledger_account_balances (account_id, allow_negative) values (new.id, new.allow_negative);
  return null;
end

begin
  delete from public.user_recovery_codes c
  where c.user_id = new.user_id and c.batch_id <> new.batch_id and c.used_at is null;
  return null;
end

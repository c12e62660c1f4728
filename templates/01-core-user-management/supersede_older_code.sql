begin
  update public.user_verification_codes c
  set superseded_at = now()
  where c.user_id = new.user_id and c.purpose = new.purpose and c.consumed_at is null and c.superseded_at is null;
  return new;
end

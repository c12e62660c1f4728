begin
  if exists (
    select
    from public.booking_cancellation_policies p
    where p.id = new.cancellation_policy_id and p.creator_id <> new.creator_id)
  then
    raise exception 'The cancellation policy belongs to another creator'
      using errcode = 'foreign_key_violation', table = 'bookable_services', column = 'cancellation_policy_id';
  end if;
  return new;
end

begin
  if not exists (
    select from public.friend_requests r
    where r.id = new.request_id
      and r.status = 'accepted'
      and least(r.sender_id, r.recipient_id) = new.user_low_id
      and greatest(r.sender_id, r.recipient_id) = new.user_high_id)
  then
    raise exception 'The request of a friendship is an accepted one of these two people: %', new.request_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'request_id';
  end if;
  return new;
end

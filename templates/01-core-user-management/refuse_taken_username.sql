begin
  if new.account_type = 'member' and exists (
    select from public.reserved_usernames r
    where r.skeleton = boyfanz.username_skeleton(new.username::text)
      and (r.expires_at is null or r.expires_at > now()))
  then
    raise exception 'The name % is reserved', new.username using errcode = 'check_violation', column = 'username';
  end if;
  -- A freed name rests before somebody else may have it; its last owner may take it back.
  if exists (
    select from public.user_username_history h
    -- Not citext's own equality: it is out of reach with an empty search_path, and text's would be case-sensitive.
    where lower(h.old_username::text) = lower(new.username::text)
      and h.user_id <> new.id
      and (h.released_at is null or h.released_at > now()))
  then
    raise exception 'The name % was given up too recently', new.username
      using errcode = 'check_violation', column = 'username';
  end if;
  return new;
end

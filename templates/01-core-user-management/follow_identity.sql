declare
  -- A row that is only marked as deleted is as good as gone.
  gone uuid := case when tg_op = 'DELETE' then old.id when new.deleted_at is not null then new.id end;
begin
  if gone is null then
    perform boyfanz.account_of_identity(new.id);
    return null;
  end if;
  update public.users u
  set status = case when u.status in ('pending', 'active') then 'deactivated' else u.status end,
    deactivated_at = coalesce(u.deactivated_at, now()),
    deletion_requested_at = coalesce(u.deletion_requested_at, now())
  where u.id = gone and u.status not in ('erasing', 'erased');
  if found then
    insert into public.user_data_requests (user_id, kind, status, verified_at, due_at)
    values (gone, 'erasure', 'verifying', now(), now() + interval '30 days')
    on conflict do nothing;
  end if;
  return null;
end

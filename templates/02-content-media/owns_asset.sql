begin
  return exists (
    select
    from public.media_assets a
    where a.id = asset
      and a.owner_id = boyfanz.current_user_id()
      and a.safety_state = 'clean'
      and a.purged_at is null);
end

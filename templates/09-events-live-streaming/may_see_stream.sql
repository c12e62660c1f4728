declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
    select
    from public.live_streams s
    where s.id = stream
      and (s.creator_id = me
        or exists (
          select from public.live_channel_moderators m
          where m.channel_id = s.channel_id and m.user_id = me and m.removed_at is null)
        or s.state <> 'blocked'
          and boyfanz.may_watch_stream(s.id, s.creator_id, s.access, s.explicit_level)));
end

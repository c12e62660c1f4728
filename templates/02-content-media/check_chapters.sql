declare
  video uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select
    from public.video_chapters c
      join public.videos v on v.id = c.video_id
    where c.video_id = video and c.start_ms >= v.duration_ms)
  then
    raise exception 'A chapter of video % starts after its end', video
      using errcode = 'check_violation', table = 'video_chapters', schema = 'public', column = 'start_ms';
  end if;
  return null;
end

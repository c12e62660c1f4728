declare
  item record;
  pieces record;
  problem text;
begin
  for item in
    select i.*
    from public.content_items i
    where i.id in ((to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid)
    -- What is published at this moment by somebody else is waited for, and they for this.
    for share
  loop
    continue when item.status <> 'published';
    for pieces in
      select count(*) as total, count(*) filter (where m.is_preview) as free
      from public.post_media m
      where m.post_id = item.id
    loop
      exit;
    end loop;
    problem := case
      when item.kind = 'post' and pieces.total = 0 and not exists (
        select from public.posts p where p.id = item.id and (btrim(p.body) <> '' or p.poll_id is not null))
        then 'a post needs a text, media or a poll'
      when item.kind = 'story' and not exists (select from public.stories s where s.id = item.id)
        or item.kind = 'album' and not exists (select from public.albums a where a.id = item.id)
        or item.kind = 'video' and not exists (select from public.videos v where v.id = item.id)
        or item.kind = 'audio' and not exists (select from public.audio_items a where a.id = item.id)
        or item.kind = 'playlist' and not exists (select from public.content_playlists p where p.id = item.id)
        then format('there is no %s', item.kind)
      when item.kind = 'post' and item.audience = 'ppv' and pieces.free * 4 > pieces.total
        then 'at most one piece in four is a free preview'
      when item.kind = 'video' and exists (
        select
        from public.videos v
          join public.media_assets a on a.id = v.trailer_asset_id
        where v.id = item.id and (a.kind <> 'video' or coalesce(a.duration_ms, 120001) > 120000))
        then 'a trailer is a video of two minutes at most'
      -- Text and sound depict nobody, the members of a playlist have rows of their own, and nobody is in what a person
      -- has found to be wholly generated.
      when item.rating = 'explicit'
        and item.kind not in ('audio', 'playlist')
        and not (item.kind = 'post' and pieces.total = 0)
        and not (item.is_ai_generated and item.review_state = 'passed')
        and not exists (
          select from public.content_performers c where c.content_id = item.id and c.confirmed_at is not null)
        then 'explicit content needs a confirmed performer'
      when item.rating = 'explicit' and not exists (
        select from public.user_identity_verifications v
        where v.user_id = item.author_id and v.status = 'approved' and v.valid_until >= current_date)
        then 'age and identity of its author are not verified, or no longer'
      when exists (
        select
        from public.content_performers c
          join public.performer_consents r on r.id = c.release_id
        where c.content_id = item.id and r.withdrawn_at is not null)
        then 'a performer has withdrawn the release'
    end;
    if problem is not null then
      raise exception 'Item % cannot be public: %', item.id, problem
        using errcode = 'check_violation', table = 'content_items', schema = 'public', column = 'status';
    end if;
  end loop;
  return null;
end

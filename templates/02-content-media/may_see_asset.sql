declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
      select from public.post_media m
      where m.asset_id = asset
        and (m.required_tier_id is null
          or m.is_preview
          or exists (
            select from public.subscriptions s
            where s.subscriber_id = me and s.tier_id = m.required_tier_id and s.entitled_until > now()))
        and boyfanz.may_see_item(m.post_id))
    or exists (select from public.album_items a where a.asset_id = asset and boyfanz.may_see_item(a.album_id))
    or exists (
      select from public.stories s
      where s.asset_id = asset and (boyfanz.may_see_item(s.id) or boyfanz.may_see_highlighted(s.id)))
    or exists (select from public.videos v where v.asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.videos v where v.trailer_asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.videos v where v.poster_asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.audio_items a where a.asset_id = asset and boyfanz.may_see_item(a.id))
    or exists (
      select
      from public.marketplace_product_media m
        join public.marketplace_listings l on l.product_id = m.product_id
      where m.media_asset_id = asset
        and l.status in ('listed', 'sold_out')
        and (l.explicit_level < 3 or boyfanz.has_shown_age())
        and boyfanz.may_see_listing(l.product_id, l.shop_id, l.creator_id));
end

declare
  campaign record;
begin
  for campaign in
    select c.status, c.creator_id
    from public.mass_message_campaigns c
    where c.id = case tg_op when 'DELETE' then old.campaign_id else new.campaign_id end
  loop
    exit;
  end loop;
  if tg_op = 'DELETE' then
    -- A list that is deleted takes its rows along: an exclusion that vanishes would widen the audience.
    if campaign.status in ('scheduled', 'sending') then
      raise exception 'The audience belongs to a campaign that is %', campaign.status
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
    end if;
    return old;
  end if;
  if campaign.status <> 'draft' then
    raise exception 'The audience of a campaign that is % cannot change', campaign.status
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  if new.list_id is not null and not exists (
    select from public.social_lists l where l.id = new.list_id and l.owner_id = campaign.creator_id)
  then
    raise exception 'List % is not one of the creator', new.list_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  if new.tier_id is not null and not exists (
    select from public.subscription_tiers t where t.id = new.tier_id and t.creator_id = campaign.creator_id)
  then
    raise exception 'Tier % is not one of the creator', new.tier_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'tier_id';
  end if;
  return new;
end

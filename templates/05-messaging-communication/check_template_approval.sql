declare
  purpose record;
begin
  if tg_op = 'UPDATE' and old.approved_at is not null then
    return new; -- Frozen since; only the account of the author can be gone.
  end if;
  for purpose in
    select t.channel, k.category
    from public.notification_templates t
      join public.notification_types k on k.id = t.type_id
    where t.id = new.template_id
  loop
    exit;
  end loop;
  if purpose.category = 'legal' and (new.authored_by is null or new.authored_by = new.approved_by) then
    raise exception 'A legal text is approved by somebody else than its author'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'approved_by';
  end if;
  if concat_ws(' ', new.subject, case when purpose.channel in ('push', 'web_push') then new.body end)
    ~* '\m(anal|asshole|blowjob|boobs|cocks?|cum|cumshots?|dicks?|dildos?|ejaculat\w*|erotic\w*|fetish\w*|fuck\w*|gangbang|gay sex|hardcore|horny|jerk(ing)? off|kink\w*|masturbat\w*|naked|nudes?|nudity|nsfw|orgasms?|orgy|penis|porn\w*|pussy|sex|sexual\w*|sexy|sluts?|tits|xxx)\M'
    and purpose.channel in ('push', 'web_push', 'email')
  then
    raise exception 'The subject or push text of template % is not discreet', new.template_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'subject';
  end if;
  return new;
end

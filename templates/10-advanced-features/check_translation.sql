declare
  key record;
  placeholder text;
begin
  if new.state <> 'approved' then
    return new;
  end if;
  for key in
    select k.placeholders, k.max_length, k.is_sensitive
    from public.i18n_keys k
    where k.id = new.key_id
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so.
  end if;
  if key.is_sensitive and new.approved_by is null then
    raise exception 'A person has to approve texts on law and safety'
      using errcode = 'check_violation', table = 'i18n_translations', column = 'approved_by';
  end if;
  if char_length(new.text) > key.max_length then
    raise exception 'The text is longer than % characters', key.max_length
      using errcode = 'check_violation', table = 'i18n_translations', column = 'text';
  end if;
  foreach placeholder in array key.placeholders loop
    if strpos(new.text, placeholder) = 0 then
      raise exception 'The text lacks the placeholder %', placeholder
        using errcode = 'check_violation', table = 'i18n_translations', column = 'text';
    end if;
  end loop;
  return new;
end

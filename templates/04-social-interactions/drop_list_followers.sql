begin
  delete from public.social_list_followers f where f.list_id = new.id;
  return null;
end

begin
  delete from public.contact_import_entries e where e.import_id = new.id;
  return null;
end

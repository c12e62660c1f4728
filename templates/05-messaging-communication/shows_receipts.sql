begin
  return not exists (
    select from public.user_privacy_settings s where s.user_id = person and not s.show_read_receipts);
end

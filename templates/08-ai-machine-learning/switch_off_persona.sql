begin
  update public.creator_ai_personas set is_enabled = false where consent_id = new.id and is_enabled;
  return null;
end

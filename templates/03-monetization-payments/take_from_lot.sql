begin
  update public.token_lots l set tokens_left = l.tokens_left - new.tokens where l.id = new.lot_id;
  return null;
end

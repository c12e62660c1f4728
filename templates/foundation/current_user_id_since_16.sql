declare
  claims text;
  field text := 'sub';
  subject text := nullif(current_setting('app.user_id', true), '');
begin
  if subject is null then
    claims := nullif(current_setting('request.jwt.claims', true), '');
    if claims is null then
      claims := nullif(current_setting('hasura.user', true), '');
      field := 'x-hasura-user-id';
    end if;
    -- No exception block: it would start a subtransaction, which a parallel query of PostgreSQL 16 refuses.
    if claims is null or not pg_input_is_valid(claims, 'jsonb') then
      return null;
    end if;
    subject := claims::jsonb ->> field;
  end if;
  if subject ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then
    return subject::uuid;
  end if;
  return null;
end

declare
  claims text;
  field text := 'sub';
  shape text;
  reduced text;
  subject text := nullif(current_setting('app.user_id', true), '');
begin
  if subject is null then
    claims := nullif(current_setting('request.jwt.claims', true), '');
    if claims is null then
      claims := nullif(current_setting('hasura.user', true), '');
      field := 'x-hasura-user-id';
    end if;
    if claims is null then
      return null;
    end if;
    -- Malformed JSON must not raise, and an exception block would start a subtransaction, which a parallel query of
    -- PostgreSQL 14 to 16 refuses. So the text is reduced to its shape: strings to "", other scalars to 0, then arrays
    -- and objects from the inside out to 0. What does not end as a single 0 is not JSON.
    shape := regexp_replace(claims, '"([^"\\\u0001-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"', '""', 'g');
    shape := regexp_replace(shape, '\y(true|false|null)\y|-?\y(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\y', '0', 'g');
    shape := regexp_replace(shape, '[ \t\n\r]', '', 'g');
    loop
      reduced := regexp_replace(
        shape,
        '\[((0|"")(,(0|""))*)?\]|\{("":(0|"")(,"":(0|""))*)?\}',
        '0', 'g');
      exit when reduced = shape;
      shape := reduced;
    end loop;
    -- Reading a field raises at \u0000 and at half of a surrogate pair.
    if shape <> '0' or left(ltrim(claims, E' \t\n\r'), 1) <> '{'
      or regexp_replace(claims, '\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}', '', 'g')
        ~ '\\u(0000|[dD][89a-fA-F])'
    then
      return null;
    end if;
    -- Not jsonb, which raises at numbers out of range.
    subject := claims::json ->> field;
  end if;
  -- One regular expression for the whole shape takes three times as long, and this runs for every row that a policy asks about.
  if subject like '________-____-____-____-____________'
    and subject not like '%-%-%-%-%-%'
    and subject !~ '[^0-9a-fA-F-]'
  then
    return subject::uuid;
  end if;
  return null;
end

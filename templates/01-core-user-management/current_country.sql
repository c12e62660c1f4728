begin
  return nullif(current_setting('app.country', true), '');
end

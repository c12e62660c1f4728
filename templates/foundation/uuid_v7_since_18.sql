begin
  return uuidv7();
end

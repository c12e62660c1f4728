select translate(lower(username), '013457_.', 'oieast')

begin
  return exists (
      select from public.user_mfa_factors f where f.user_id = has_mfa.subject and f.status = 'active')
    or exists (
      select from public.user_webauthn_credentials w where w.user_id = has_mfa.subject and w.revoked_at is null);
end

-- Column by column and in this order for ever: a column that is added later does not change the hashes of today.
select sha256(convert_to(
  jsonb_build_array(
    entry -> 'chain_id', entry -> 'seq', entry -> 'occurred_at', entry -> 'actor_user_id', entry -> 'actor_kind',
    entry -> 'action', entry -> 'object_type', entry -> 'object_id', entry -> 'tenant_id', entry -> 'request_id',
    entry -> 'changes', entry -> 'details_enc', entry -> 'shred_key_id', entry -> 'ip_prefix', entry -> 'prev_hash')::text,
  'UTF8'))

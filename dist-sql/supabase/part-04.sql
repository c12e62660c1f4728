-- boyfanz: complete schema, 719 tables. Part 4 of 8.
-- Makes 95 tables: message_requests to abuse_report_reasons.
-- Run it after part-03.sql, and part-05.sql after it.
-- For PostgreSQL 15 to 17: Supabase, by its SQL editor or a connection.
-- Needs postgis and vector.
-- With the reference data of 64 tables, at the end.
--
-- Written by `boyfanz-schema build` from the specs: change those, not this file.
-- Run each part as a whole, in order. One that failed or was cut off left nothing behind: run it again.

begin;
set local client_min_messages = warning;
set local check_function_bodies = off;
set local search_path = public, extensions;
set local lock_timeout = '10s';

do $preflight$
declare
  loaded integer := 0;
  others integer := 0;
begin
  perform pg_advisory_xact_lock(7093850862049257326);
  if to_regclass('boyfanz.loaded_parts') is not null then
    loaded := (select coalesce(max(l.part), 0) from boyfanz.loaded_parts l where l.digest = '9e84cfef88e73787');
    others := (select count(*) from boyfanz.loaded_parts l where l.digest <> '9e84cfef88e73787');
  end if;
  if loaded >= 4 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 4 of 8 is in this database already, and nothing was changed. Go on with part-05.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 3 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 4 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.message_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  recipient_id uuid not null,
  conversation_id uuid not null,
  state text default 'pending' not null,
  price_minor bigint,
  currency public.currency_code,
  payment_id uuid,
  decided_at timestamptz,
  expires_at timestamptz not null,
  constraint message_requests_pkey primary key (id),
  constraint message_requests_state_check check (state in ('pending', 'accepted', 'declined', 'blocked', 'expired')),
  constraint nobody_asks_themselves check (sender_id <> recipient_id),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint only_a_priced_request_is_paid check (payment_id is null or price_minor is not null),
  constraint accepted_was_paid check (state <> 'accepted' or price_minor is null or payment_id is not null),
  constraint decision_names_its_time check ((state in ('accepted', 'declined', 'blocked')) = (decided_at is not null)),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.message_requests enable row level security;
revoke all on table public.message_requests from anon, authenticated, service_role;
comment on table public.message_requests is 'A first contact from outside the allowed circle, kept out of the inbox until accepted; it may cost something, which a job refunds when the request expires.';
comment on column public.message_requests.price_minor is 'Minor units of currency.';
alter table public.message_requests add constraint message_requests_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.message_requests add constraint message_requests_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
alter table public.message_requests add constraint message_requests_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.message_requests add constraint message_requests_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.message_requests add constraint message_requests_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
create unique index message_requests_sender_id_recipient_id_idx on public.message_requests (sender_id, recipient_id) where (state = 'pending');
create index message_requests_recipient_id_created_at_idx on public.message_requests (recipient_id, created_at desc) where (state = 'pending');
create index message_requests_expires_at_idx on public.message_requests (expires_at) where (state = 'pending');
create index message_requests_sender_id_fkey_idx on public.message_requests (sender_id);
create index message_requests_recipient_id_fkey_idx on public.message_requests (recipient_id);
create index message_requests_conversation_id_fkey_idx on public.message_requests (conversation_id);
create index message_requests_currency_fkey_idx on public.message_requests (currency) where (currency is not null);
create index message_requests_payment_id_fkey_idx on public.message_requests (payment_id) where (payment_id is not null);
create trigger touch_updated_at before update on public.message_requests for each row execute function boyfanz.touch_updated_at();
create trigger conversation_of_the_two before insert or update of conversation_id, sender_id, recipient_id on public.message_requests for each row execute function boyfanz.check_parent('direct_conversation_pairs', 'parent.user_low_id = least(child.sender_id, child.recipient_id) and parent.user_high_id = greatest(child.sender_id, child.recipient_id) and parent.conversation_id = child.conversation_id', 'The conversation is not the direct one of sender and recipient.');
create trigger paid_by_the_sender before insert or update of payment_id on public.message_requests for each row when (new.payment_id is not null) execute function boyfanz.check_parent('payments', 'parent.id = child.payment_id and parent.payer_id = child.sender_id and parent.currency = child.currency', 'The payment is not one of the sender in this currency.');
create trigger price_is_frozen before update of price_minor, currency, payment_id on public.message_requests for each row execute function boyfanz.set_once('price_minor', 'currency', 'payment_id');
create policy member_select on public.message_requests for select to authenticated using (message_requests.recipient_id = (select boyfanz.current_user_id()) or (message_requests.sender_id = (select boyfanz.current_user_id()) and (state = 'accepted' or (payment_id is not null and state <> 'blocked'))));
grant select on table public.message_requests to authenticated;
grant select, insert, update, delete on table public.message_requests to service_role;

create table public.message_search_documents (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  sender_id uuid not null,
  sent_at timestamptz not null,
  tsv tsvector not null,
  constraint message_search_documents_pkey primary key (conversation_id, message_seq)
);
alter table public.message_search_documents enable row level security;
revoke all on table public.message_search_documents from anon, authenticated, service_role;
comment on table public.message_search_documents is 'Search vectors of clear messages of the last 12 months, apart from them and filled behind them, so that the index does not slow sending.';
create index message_search_documents_tsv_idx on public.message_search_documents using gin (tsv);
create index message_search_documents_conversation_id_sent_at_idx on public.message_search_documents (conversation_id, sent_at desc);
create trigger touch_updated_at before update on public.message_search_documents for each row execute function boyfanz.touch_updated_at();
create trigger room_is_not_encrypted before insert on public.message_search_documents for each row execute function boyfanz.refuse_in_encrypted_room();
grant select on table public.message_search_documents to authenticated;
grant select, insert, update, delete on table public.message_search_documents to service_role;

create table public.message_templates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  shortcut extensions.citext not null,
  title text not null,
  body text not null,
  variables text[] default '{}' not null,
  media_bundle_id uuid,
  price_minor bigint,
  currency public.currency_code,
  use_count integer default 0 not null,
  language public.language_tag,
  constraint message_templates_pkey primary key (id),
  constraint message_templates_creator_id_shortcut_key unique (creator_id, shortcut),
  constraint message_templates_creator_id_id_key unique (creator_id, id),
  constraint shortcut_form check (shortcut::text ~ '^[A-Za-z0-9_-]{1,40}$'),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint use_count_is_not_negative check (use_count >= 0)
) with (fillfactor = 80);
alter table public.message_templates enable row level security;
alter table public.auto_message_rules add constraint template_of_same_creator foreign key (creator_id, template_id) references public.message_templates (creator_id, id) on delete restrict;
revoke all on table public.message_templates from anon, authenticated, service_role;
comment on table public.message_templates is 'Saved replies and scripts of a creator, with variables and media, shared with delegates.';
comment on column public.message_templates.variables is 'Names that are filled in when it is used.';
comment on column public.message_templates.price_minor is 'Proposed, in minor units of currency.';
alter table public.message_templates add constraint message_templates_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.message_templates add constraint message_templates_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete set null;
alter table public.message_templates add constraint message_templates_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index message_templates_creator_id_use_count_idx on public.message_templates (creator_id, use_count desc);
create index message_templates_media_bundle_id_fkey_idx on public.message_templates (media_bundle_id) where (media_bundle_id is not null);
create index message_templates_currency_fkey_idx on public.message_templates (currency) where (currency is not null);
create trigger touch_updated_at before update on public.message_templates for each row execute function boyfanz.touch_updated_at();
create trigger bundle_of_the_creator before insert or update of media_bundle_id, creator_id on public.message_templates for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and parent.creator_id = child.creator_id', 'It is not a message bundle of the creator.');
create policy member_select on public.message_templates for select to authenticated using (message_templates.creator_id = (select boyfanz.current_user_id()) or (message_templates.creator_id = any (array(select boyfanz.my_creator_delegates_creator_id_by_delegate_user_id())) and (creator_id = any (array(select boyfanz.creators_i_act_for('message.send'))))));
create policy member_insert on public.message_templates for insert to authenticated with check (message_templates.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.message_templates for update to authenticated using (message_templates.creator_id = (select boyfanz.current_user_id())) with check (message_templates.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.message_templates for delete to authenticated using (message_templates.creator_id = (select boyfanz.current_user_id()));
grant select, insert (body, creator_id, currency, id, language, media_bundle_id, price_minor, shortcut, title, variables), update (body, creator_id, currency, id, language, media_bundle_id, price_minor, shortcut, title, variables), delete on table public.message_templates to authenticated;
grant select, insert, update, delete on table public.message_templates to service_role;

create table public.message_thread_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  root_seq bigint not null,
  user_id uuid not null,
  is_following boolean default true not null,
  last_read_seq bigint default 0 not null,
  unread_count integer default 0 not null,
  unread_mentions integer default 0 not null,
  constraint message_thread_participants_pkey primary key (conversation_id, root_seq, user_id),
  constraint counters_are_not_negative check (last_read_seq >= 0 and unread_count >= 0 and unread_mentions >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_thread_participants enable row level security;
revoke all on table public.message_thread_participants from anon, authenticated, service_role;
comment on table public.message_thread_participants is 'Who follows a thread, with a read watermark and unread counts of its own.';
alter table public.message_thread_participants add constraint message_thread_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index message_thread_participants_user_id_conversation_id_idx on public.message_thread_participants (user_id, conversation_id) where (unread_count > 0);
create index message_thread_participants_user_id_fkey_idx on public.message_thread_participants (user_id);
create trigger touch_updated_at before update on public.message_thread_participants for each row execute function boyfanz.touch_updated_at();
create trigger last_read_only_grows before update of last_read_seq on public.message_thread_participants for each row execute function boyfanz.only_grows('last_read_seq');
create policy member_select on public.message_thread_participants for select to authenticated using (message_thread_participants.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.message_thread_participants for update to authenticated using (message_thread_participants.user_id = (select boyfanz.current_user_id())) with check (message_thread_participants.user_id = (select boyfanz.current_user_id()));
grant select, update (is_following) on table public.message_thread_participants to authenticated;
grant select, insert, update, delete on table public.message_thread_participants to service_role;

create table public.message_threads (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  root_seq bigint not null,
  reply_count integer default 0 not null,
  participant_count integer default 0 not null,
  last_reply_seq bigint,
  last_reply_at timestamptz,
  is_locked boolean default false not null,
  title text,
  constraint message_threads_pkey primary key (conversation_id, root_seq),
  constraint counters_are_not_negative check (reply_count >= 0 and participant_count >= 0),
  constraint last_reply_is_later check (last_reply_seq > root_seq),
  constraint last_reply_names_its_time check ((last_reply_seq is null) = (last_reply_at is null)),
  constraint title_length check (char_length(title) between 1 and 120)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_threads enable row level security;
alter table public.message_thread_participants add constraint thread foreign key (conversation_id, root_seq) references public.message_threads (conversation_id, root_seq) on delete cascade;
revoke all on table public.message_threads from anon, authenticated, service_role;
comment on table public.message_threads is 'Summary of the replies under a root message.';
create index message_threads_conversation_id_last_reply_at_idx on public.message_threads (conversation_id, last_reply_at desc);
create trigger touch_updated_at before update on public.message_threads for each row execute function boyfanz.touch_updated_at();
grant select on table public.message_threads to authenticated;
grant select, insert, update, delete on table public.message_threads to service_role;

create table public.message_user_states (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  hidden_at timestamptz,
  starred_at timestamptz,
  opened_at timestamptz,
  constraint message_user_states_pkey primary key (user_id, conversation_id, message_seq),
  constraint says_something check (num_nonnulls(hidden_at, starred_at, opened_at) >= 1)
);
alter table public.message_user_states enable row level security;
revoke all on table public.message_user_states from anon, authenticated, service_role;
comment on table public.message_user_states is 'What one person did with one message, only where it differs from nothing; hidden, starred, opened once.';
comment on column public.message_user_states.opened_at is 'When media to be seen once were seen.';
alter table public.message_user_states add constraint message_user_states_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index message_user_states_user_id_starred_at_idx on public.message_user_states (user_id, starred_at desc) where (starred_at is not null);
create index message_user_states_conversation_id_message_seq_fkey_idx on public.message_user_states (conversation_id, message_seq);
create trigger touch_updated_at before update on public.message_user_states for each row execute function boyfanz.touch_updated_at();
create trigger opened_once before update of opened_at on public.message_user_states for each row execute function boyfanz.set_once('opened_at');
create policy member_select on public.message_user_states for select to authenticated using (message_user_states.user_id = (select boyfanz.current_user_id()));
grant select on table public.message_user_states to authenticated;
grant select, insert, update, delete on table public.message_user_states to service_role;

create table public.messages (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  seq bigint not null,
  id uuid default boyfanz.uuid_v7() not null,
  sender_id uuid,
  sent_by_delegate_id uuid,
  client_message_id uuid not null,
  kind text default 'text' not null,
  body text,
  ciphertext bytea,
  cipher_alg text,
  key_epoch integer,
  broadcast_id uuid,
  reply_to_seq bigint,
  thread_root_seq bigint,
  story_id uuid,
  tip_id uuid,
  sent_at timestamptz default now() not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_for text,
  expires_at timestamptz,
  has_media boolean default false not null,
  has_paywall boolean default false not null,
  constraint messages_pkey primary key (conversation_id, seq),
  constraint messages_conversation_id_client_message_id_key unique (conversation_id, client_message_id),
  constraint messages_kind_check check (kind in ('text', 'media', 'voice', 'sticker', 'gif', 'system', 'tip', 'paid', 'call', 'story_reply', 'poll')),
  constraint messages_deleted_for_check check (deleted_for in ('sender', 'everyone', 'moderation')),
  constraint seq_is_positive check (seq > 0),
  constraint one_content_source check (num_nonnulls(body, ciphertext, broadcast_id) = 1 or (num_nonnulls(body, ciphertext, broadcast_id) = 0 and (has_media or deleted_at is not null or kind in ('system', 'media', 'voice', 'sticker', 'gif', 'call', 'tip')))),
  constraint ciphertext_names_its_cipher check ((ciphertext is null) = (cipher_alg is null)),
  constraint epoch_belongs_to_ciphertext check (key_epoch is null or ciphertext is not null),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint ciphertext_at_most_64_kb check (octet_length(ciphertext) <= 65536),
  constraint answers_something_earlier check (reply_to_seq < seq and thread_root_seq < seq),
  constraint paid_message_has_a_paywall check (kind <> 'paid' or has_paywall),
  constraint deleted_says_for_whom check ((deleted_at is null) = (deleted_for is null)),
  constraint expires_after_sending check (expires_at > sent_at),
  constraint edited_after_sending check (edited_at >= sent_at)
);
alter table public.messages enable row level security;

create table public.interaction_pair_daily (
  day date not null,
  actor_id uuid not null,
  target_id uuid not null,
  views integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  messages integer default 0 not null,
  tips_minor bigint default 0 not null,
  currency public.currency_code,
  dwell_ms bigint default 0 not null,
  constraint interaction_pair_daily_pkey primary key (day, actor_id, target_id),
  constraint nobody_turns_to_themselves check (actor_id <> target_id),
  constraint counts_are_not_negative check (views >= 0 and likes >= 0 and comments >= 0 and messages >= 0 and dwell_ms >= 0),
  constraint tips_are_not_negative check (tips_minor >= 0),
  constraint tips_name_their_currency check (tips_minor = 0 or currency is not null)
) partition by range (day);
alter table public.interaction_pair_daily enable row level security;
revoke all on table public.interaction_pair_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'interaction_pair_daily', 'day', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.interaction_pair_daily'::regclass);
comment on table public.interaction_pair_daily is 'How often one person turned to another on a day; the input of affinity. Computed from events, and erased by a job.';
comment on column public.interaction_pair_daily.tips_minor is 'Tips of the day converted into the currency of the target.';
comment on column public.interaction_pair_daily.currency is 'NULL on a day without tips.';
create index interaction_pair_daily_target_id_day_idx on public.interaction_pair_daily (target_id, day desc);
grant select, insert, update, delete on table public.interaction_pair_daily to service_role;
alter table public.message_attachments add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_attachments for select to authenticated using ((exists (select from public.messages p1 where p1.conversation_id = message_attachments.conversation_id and p1.seq = message_attachments.message_seq offset 0) and ((expires_at is null or expires_at > now()) and (is_preview or exists ( select from public.messages m where m.conversation_id = message_attachments.conversation_id and m.seq = message_attachments.message_seq and (not m.has_paywall or m.sender_id = (select boyfanz.current_user_id())) offset 0) or exists ( select from public.message_paywalls w join public.content_unlocks u on u.content_id = w.content_id where w.conversation_id = message_attachments.conversation_id and w.message_seq = message_attachments.message_seq and u.user_id = (select boyfanz.current_user_id()) and u.revoked_at is null offset 0)))));
alter table public.message_edits add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_edits for select to authenticated using (exists (select from public.messages p1 where p1.conversation_id = message_edits.conversation_id and p1.seq = message_edits.message_seq offset 0));
alter table public.message_link_previews add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_link_previews for select to authenticated using (exists (select from public.messages p1 where p1.conversation_id = message_link_previews.conversation_id and p1.seq = message_link_previews.message_seq offset 0));
alter table public.message_mentions add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_mentions for select to authenticated using (exists (select from public.messages p1 where p1.conversation_id = message_mentions.conversation_id and p1.seq = message_mentions.message_seq offset 0));
alter table public.message_paywalls add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete restrict;
create policy member_select on public.message_paywalls for select to authenticated using (message_paywalls.creator_id = (select boyfanz.current_user_id()) or exists (select from public.messages p1 where p1.conversation_id = message_paywalls.conversation_id and p1.seq = message_paywalls.message_seq offset 0));
alter table public.message_pins add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_pins for select to authenticated using ((exists (select from public.messages p1 where p1.conversation_id = message_pins.conversation_id and p1.seq = message_pins.message_seq offset 0) and (expires_at is null or expires_at > now())));
alter table public.message_reactions add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_reactions for select to authenticated using (message_reactions.user_id = (select boyfanz.current_user_id()) or exists (select from public.messages p1 where p1.conversation_id = message_reactions.conversation_id and p1.seq = message_reactions.message_seq offset 0));
alter table public.message_search_documents add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_search_documents for select to authenticated using ((message_search_documents.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (exists ( select from public.messages m join public.conversation_participants p on p.conversation_id = m.conversation_id where m.conversation_id = message_search_documents.conversation_id and m.seq = message_search_documents.message_seq and (m.deleted_at is null or (m.deleted_for = 'sender' and m.sender_id is distinct from (select boyfanz.current_user_id()))) and (m.expires_at is null or m.expires_at > now()) and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and m.seq > p.joined_seq and m.seq > p.cleared_before_seq offset 0))));
alter table public.message_threads add constraint root_message foreign key (conversation_id, root_seq) references public.messages (conversation_id, seq) on delete cascade;
create policy member_select on public.message_threads for select to authenticated using (exists (select from public.messages p1 where p1.conversation_id = message_threads.conversation_id and p1.seq = message_threads.root_seq offset 0));
alter table public.message_user_states add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
revoke all on table public.messages from anon, authenticated, service_role;
comment on table public.messages is 'One message, ordered by the counter of its conversation; clear text, ciphertext for end-to-end encrypted rooms, or a pointer to the body of a mass message. Erasure clears the sender and blanks the body in rooms that others share.';
comment on column public.messages.seq is 'Allotted by raising last_seq of the conversation in the same transaction.';
comment on column public.messages.sender_id is 'NULL for the system, and after erasure.';
comment on column public.messages.client_message_id is 'Chosen by the client; sending again meets the unique key.';
comment on column public.messages.key_epoch is 'Epoch of the group key in e2ee_group_epochs.';
comment on column public.messages.reply_to_seq is 'A message of the same conversation; it may be gone.';
alter table public.messages add constraint messages_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.messages add constraint messages_sender_id_fkey foreign key (sender_id) references public.users (id) on delete set null;
alter table public.messages add constraint messages_sent_by_delegate_id_fkey foreign key (sent_by_delegate_id) references public.creator_delegates (id) on delete set null;
alter table public.messages add constraint messages_broadcast_id_fkey foreign key (broadcast_id) references public.mass_message_campaigns (id) on delete restrict;
alter table public.messages add constraint messages_tip_id_fkey foreign key (tip_id) references public.tips (id) on delete set null;
alter table public.messages add constraint thread_root foreign key (conversation_id, thread_root_seq) references public.messages (conversation_id, seq) on delete restrict;
create index messages_conversation_id_thread_root_seq_seq_idx on public.messages (conversation_id, thread_root_seq, seq) where (thread_root_seq is not null);
create index messages_sender_id_sent_at_idx on public.messages (sender_id, sent_at desc);
create index messages_expires_at_idx on public.messages (expires_at) where (expires_at is not null);
create index messages_id_idx on public.messages (id);
comment on index public.messages_id_idx is 'Unique by how it is made; a unique index would need the conversation in it.';
create index messages_sent_by_delegate_id_fkey_idx on public.messages (sent_by_delegate_id) where (sent_by_delegate_id is not null);
create index messages_broadcast_id_fkey_idx on public.messages (broadcast_id) where (broadcast_id is not null);
create index messages_tip_id_fkey_idx on public.messages (tip_id) where (tip_id is not null);
create trigger touch_updated_at before update on public.messages for each row execute function boyfanz.touch_updated_at();
create trigger check_message before insert or update of body, ciphertext, broadcast_id on public.messages for each row execute function boyfanz.check_message();
create trigger delegate_acts_for_the_sender before insert on public.messages for each row when (new.sent_by_delegate_id is not null) execute function boyfanz.check_parent('creator_delegates', 'parent.id = child.sent_by_delegate_id and parent.creator_id = child.sender_id and parent.accepted_at is not null and parent.revoked_at is null', 'the delegate does not act for the sender');
create trigger deletion_waits_for_holds before delete on public.messages for each row when (old.sender_id is not null) execute function boyfanz.refuse_while_held('sender_id', 'messages');
create trigger only_the_content_changes before update on public.messages for each row execute function boyfanz.append_only('clear sender_id', 'clear sent_by_delegate_id', 'clear tip_id', 'change body', 'change ciphertext', 'change cipher_alg', 'change key_epoch', 'clear broadcast_id', 'change edited_at', 'change deleted_at', 'change deleted_for', 'change expires_at', 'change has_media', 'change has_paywall');
create constraint trigger paywall_stands after insert or update of has_paywall on public.messages deferrable initially deferred for each row when (new.has_paywall) execute function boyfanz.require_paywall();
create policy member_select on public.messages for select to authenticated using ((messages.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and ((deleted_at is null or (deleted_for = 'sender' and sender_id is distinct from (select boyfanz.current_user_id()))) and (expires_at is null or expires_at > now()) and exists ( select from public.conversation_participants p where p.conversation_id = messages.conversation_id and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and messages.seq > p.joined_seq and messages.seq > p.cleared_before_seq offset 0))));
grant select on table public.messages to authenticated;
grant select, insert, update, delete on table public.messages to service_role;

create table public.notification_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  channel text not null,
  template_id integer not null,
  template_version integer not null,
  segment jsonb default '{}' not null,
  consent_purpose text not null,
  status text default 'draft' not null,
  send_at timestamptz,
  created_by uuid,
  approved_by uuid,
  audience_size integer,
  throttle_per_minute integer,
  constraint notification_campaigns_pkey primary key (id),
  constraint notification_campaigns_channel_check check (channel in ('email', 'push', 'sms', 'in_app')),
  constraint notification_campaigns_consent_purpose_check check (consent_purpose in ('marketing_email', 'marketing_push', 'marketing_sms', 'personalisation')),
  constraint notification_campaigns_status_check check (status in ('draft', 'approved', 'scheduled', 'sending', 'done', 'cancelled')),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint segment_is_an_object check (jsonb_typeof(segment) = 'object'),
  constraint consent_fits_channel check (channel = 'in_app' or consent_purpose = 'marketing_' || channel),
  constraint approver_is_not_the_creator check (approved_by <> created_by),
  constraint approved_by_somebody check (status in ('draft', 'cancelled') or approved_by is not null),
  constraint scheduled_names_its_time check (status not in ('scheduled', 'sending', 'done') or send_at is not null),
  constraint numbers_are_positive check (audience_size >= 0 and throttle_per_minute > 0 and template_version > 0)
);
alter table public.notification_campaigns enable row level security;
revoke all on table public.notification_campaigns from anon, authenticated, service_role;
comment on table public.notification_campaigns is 'Marketing of the platform by e-mail, push or SMS to a segment, with four eyes. It goes only to people whose consent for the channel stands.';
comment on column public.notification_campaigns.consent_purpose is 'As in user_consents.';
alter table public.notification_campaigns add constraint notification_campaigns_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.notification_campaigns add constraint notification_campaigns_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index notification_campaigns_status_send_at_idx on public.notification_campaigns (status, send_at);
create index notification_campaigns_template_id_fkey_idx on public.notification_campaigns (template_id);
create index notification_campaigns_created_by_fkey_idx on public.notification_campaigns (created_by) where (created_by is not null);
create index notification_campaigns_approved_by_fkey_idx on public.notification_campaigns (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.notification_campaigns for each row execute function boyfanz.touch_updated_at();
create trigger template_fits_channel before insert or update of template_id, channel on public.notification_campaigns for each row execute function boyfanz.check_parent('notification_templates', 'parent.id = child.template_id and parent.channel = child.channel', 'The template is for another channel.');
create trigger text_is_approved before insert or update of status, template_id, template_version on public.notification_campaigns for each row when (new.status not in ('draft', 'cancelled')) execute function boyfanz.check_parent('notification_template_versions', 'parent.template_id = child.template_id and parent.version = child.template_version and parent.approved_at is not null', 'The version of the template is not approved.');
create trigger what_was_approved_stays before update of channel, template_id, template_version, segment, consent_purpose on public.notification_campaigns for each row when (new.status not in ('draft', 'cancelled') and old.status <> 'draft' and (new.channel, new.template_id, new.template_version, new.segment, new.consent_purpose) is distinct from (old.channel, old.template_id, old.template_version, old.segment, old.consent_purpose)) execute function boyfanz.refuse_when('Take the campaign back to a draft first.');
create policy staff_select on public.notification_campaigns for select to boyfanz_staff using ((select boyfanz.has_permission('campaign.send')));
grant select on table public.notification_campaigns to boyfanz_staff;
grant select, insert, update, delete on table public.notification_campaigns to service_role;

create table public.notification_counters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  category text not null,
  unread integer default 0 not null,
  unseen integer default 0 not null,
  last_seen_notification_id bigint default 0 not null,
  recounted_at timestamptz,
  constraint notification_counters_pkey primary key (user_id, category),
  constraint notification_counters_category_check check (category in ('social', 'money', 'content', 'messages', 'security', 'legal', 'system')),
  constraint counters_in_range check (unread between 0 and 999 and unseen between 0 and 999)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.notification_counters enable row level security;
revoke all on table public.notification_counters from anon, authenticated, service_role;
comment on table public.notification_counters is 'Unread and unseen badges per person and category, read at every start of the app; they stop at 999.';
alter table public.notification_counters add constraint notification_counters_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_counters for each row execute function boyfanz.touch_updated_at();
create trigger last_seen_only_grows before update of last_seen_notification_id on public.notification_counters for each row execute function boyfanz.only_grows('last_seen_notification_id');
create policy member_select on public.notification_counters for select to authenticated using (notification_counters.user_id = (select boyfanz.current_user_id()));
grant select on table public.notification_counters to authenticated;
grant select, insert, update, delete on table public.notification_counters to service_role;

create table public.notification_deliveries (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  notification_id bigint,
  user_id uuid,
  type_id smallint not null,
  channel text not null,
  template_id integer,
  template_version integer,
  destination_ref uuid not null,
  status text default 'queued' not null,
  suppress_reason text,
  provider text,
  provider_ref text,
  dedup_key text not null,
  sent_at timestamptz,
  finished_at timestamptz,
  error_code text,
  constraint notification_deliveries_pkey primary key (id, queued_at),
  constraint notification_deliveries_channel_check check (channel in ('push', 'email', 'sms', 'web_push')),
  constraint notification_deliveries_status_check check (status in ('queued', 'sent', 'delivered', 'opened', 'clicked', 'failed', 'suppressed')),
  constraint notification_deliveries_suppress_reason_check check (suppress_reason in ('preference', 'quiet_hours', 'unsubscribed', 'bounced', 'rate_limit', 'collapsed')),
  constraint suppressed_names_its_reason check ((status = 'suppressed') = (suppress_reason is not null)),
  constraint sent_names_its_time check (status not in ('sent', 'delivered', 'opened', 'clicked') or sent_at is not null),
  constraint template_names_its_version check ((template_id is null) = (template_version is null)),
  constraint times_are_in_order check (sent_at >= queued_at and finished_at >= queued_at)
) partition by range (queued_at);
alter table public.notification_deliveries enable row level security;
revoke all on table public.notification_deliveries from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notification_deliveries', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'notification_deliveries', 'queued_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.notification_deliveries'::regclass);
comment on table public.notification_deliveries is 'Attempts to deliver a notification on a channel with the provider''s answer, or why nothing was sent. That none goes out twice is decided in the outbox, because no key spans the months.';
comment on column public.notification_deliveries.user_id is 'NULL after erasure.';
comment on column public.notification_deliveries.destination_ref is 'Id of the e-mail, phone, token or subscription; never an address.';
create index notification_deliveries_user_id_queued_at_idx on public.notification_deliveries (user_id, queued_at desc);
create index notification_deliveries_provider_ref_idx on public.notification_deliveries (provider_ref) where (provider_ref is not null);
create index notification_deliveries_queued_at_idx on public.notification_deliveries (queued_at) where (status = 'queued');
create policy staff_select on public.notification_deliveries for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select on table public.notification_deliveries to boyfanz_staff;
grant select, insert, update, delete on table public.notification_deliveries to service_role;

create table public.notification_digests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  window_start timestamptz not null,
  window_end timestamptz not null,
  item_count integer default 0 not null,
  state text default 'collecting' not null,
  send_after timestamptz not null,
  sent_at timestamptz,
  constraint notification_digests_pkey primary key (user_id, id),
  constraint notification_digests_user_id_kind_window_start_key unique (user_id, kind, window_start),
  constraint notification_digests_kind_check check (kind in ('hourly', 'daily', 'weekly', 'missed_messages')),
  constraint notification_digests_state_check check (state in ('collecting', 'sent', 'skipped')),
  constraint ends_after_start check (window_end > window_start),
  constraint item_count_is_not_negative check (item_count >= 0),
  constraint sent_names_its_time check ((state = 'sent') = (sent_at is not null))
) with (fillfactor = 80);
alter table public.notification_digests enable row level security;
revoke all on table public.notification_digests from anon, authenticated, service_role;
comment on table public.notification_digests is 'Notifications gathered for one mail or push per window.';
alter table public.notification_digests add constraint notification_digests_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_digests_send_after_idx on public.notification_digests (send_after) where (state = 'collecting');
create trigger touch_updated_at before update on public.notification_digests for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.notification_digests for select to authenticated using (notification_digests.user_id = (select boyfanz.current_user_id()));
grant select on table public.notification_digests to authenticated;
grant select, insert, update, delete on table public.notification_digests to service_role;

create table public.notification_groups (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  group_key text not null,
  type_id smallint not null,
  object_kind text,
  object_id uuid,
  actor_count integer default 1 not null,
  sample_actor_ids uuid[] default '{}' not null,
  latest_notification_id bigint not null,
  latest_at timestamptz default now() not null,
  read_at timestamptz,
  seen_at timestamptz,
  constraint notification_groups_pkey primary key (user_id, group_key),
  constraint actor_count_is_positive check (actor_count >= 1),
  constraint sample_is_small check (cardinality(sample_actor_ids) <= least(actor_count, 10)),
  constraint object_is_whole check ((object_kind is null) = (object_id is null)),
  constraint group_key_length check (char_length(group_key) between 1 and 200)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.notification_groups enable row level security;
revoke all on table public.notification_groups from anon, authenticated, service_role;
comment on table public.notification_groups is 'Notifications of one subject as one line (A and 12 others), updated in place and unread again when it changes.';
comment on column public.notification_groups.group_key is 'Kind, subject and window, such as like:POST:DAY.';
comment on column public.notification_groups.object_id is 'Key in the table that object_kind stands for.';
comment on column public.notification_groups.sample_actor_ids is 'The latest few to name.';
alter table public.notification_groups add constraint notification_groups_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_groups_user_id_latest_at_idx on public.notification_groups (user_id, latest_at desc);
create index notification_groups_user_id_idx on public.notification_groups (user_id) where (read_at is null);
create index notification_groups_type_id_fkey_idx on public.notification_groups (type_id);
create trigger touch_updated_at before update on public.notification_groups for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.notification_groups for select to authenticated using (notification_groups.user_id = (select boyfanz.current_user_id()));
grant select on table public.notification_groups to authenticated;
grant select, insert, update, delete on table public.notification_groups to service_role;

create table public.notification_overrides (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  creator_id uuid,
  conversation_id uuid,
  circle_id uuid,
  type_ids smallint[] default '{}' not null,
  mode text not null,
  muted_until timestamptz,
  constraint notification_overrides_pkey primary key (id),
  constraint notification_overrides_mode_check check (mode in ('all', 'highlights', 'none')),
  constraint one_target check (num_nonnulls(creator_id, conversation_id, circle_id) = 1),
  constraint type_ids_have_no_null check (array_position(type_ids, null) is null)
);
alter table public.notification_overrides enable row level security;
revoke all on table public.notification_overrides from anon, authenticated, service_role;
comment on table public.notification_overrides is 'Choice for one creator, conversation or circle alone, such as only lives, or nothing for a week.';
comment on column public.notification_overrides.type_ids is 'Kinds that it is about; empty for all.';
alter table public.notification_overrides add constraint notification_overrides_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
create unique index notification_overrides_creator_id_user_id_idx on public.notification_overrides (creator_id, user_id) where (creator_id is not null);
create unique index notification_overrides_conversation_id_user_id_idx on public.notification_overrides (conversation_id, user_id) where (conversation_id is not null);
create unique index notification_overrides_circle_id_user_id_idx on public.notification_overrides (circle_id, user_id) where (circle_id is not null);
create index notification_overrides_all_of_creator_idx on public.notification_overrides (creator_id) where (mode = 'all');
comment on index public.notification_overrides_all_of_creator_idx is 'Whom to tell of everything that a creator does.';
create index notification_overrides_user_id_fkey_idx on public.notification_overrides (user_id);
create trigger touch_updated_at before update on public.notification_overrides for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.notification_overrides for select to authenticated using (notification_overrides.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.notification_overrides for insert to authenticated with check (notification_overrides.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.notification_overrides for update to authenticated using (notification_overrides.user_id = (select boyfanz.current_user_id())) with check (notification_overrides.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.notification_overrides for delete to authenticated using (notification_overrides.user_id = (select boyfanz.current_user_id()));
grant select, insert (circle_id, conversation_id, creator_id, id, mode, muted_until, type_ids, user_id), update (circle_id, conversation_id, creator_id, id, mode, muted_until, type_ids, user_id), delete on table public.notification_overrides to authenticated;
grant select, insert, update, delete on table public.notification_overrides to service_role;

create table public.notification_policies (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  from_not_followed text default 'accept' not null,
  from_not_following text default 'accept' not null,
  from_new_accounts text default 'accept' not null,
  from_unverified text default 'accept' not null,
  new_account_days smallint default 30 not null,
  constraint notification_policies_pkey primary key (user_id),
  constraint notification_policies_from_not_followed_check check (from_not_followed in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_not_following_check check (from_not_following in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_new_accounts_check check (from_new_accounts in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_unverified_check check (from_unverified in ('accept', 'filter', 'drop')),
  constraint new_account_days_in_range check (new_account_days between 1 and 365)
);
alter table public.notification_policies enable row level security;
revoke all on table public.notification_policies from anon, authenticated, service_role;
comment on table public.notification_policies is 'What happens to notifications from strangers; accepted, kept in a filtered inbox, or dropped.';
comment on column public.notification_policies.from_not_followed is 'By people whom the person does not follow.';
comment on column public.notification_policies.from_not_following is 'By people who do not follow the person.';
comment on column public.notification_policies.from_unverified is 'By accounts without age verification.';
alter table public.notification_policies add constraint notification_policies_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_policies for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.notification_policies for select to authenticated using (notification_policies.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.notification_policies for insert to authenticated with check (notification_policies.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.notification_policies for update to authenticated using (notification_policies.user_id = (select boyfanz.current_user_id())) with check (notification_policies.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.notification_policies for delete to authenticated using (notification_policies.user_id = (select boyfanz.current_user_id()));
grant select, insert (from_new_accounts, from_not_followed, from_not_following, from_unverified, new_account_days, user_id), update (from_new_accounts, from_not_followed, from_not_following, from_unverified, new_account_days, user_id), delete on table public.notification_policies to authenticated;
grant select, insert, update, delete on table public.notification_policies to service_role;

create table public.notification_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  type_id smallint not null,
  channel text not null,
  mode text not null,
  from_whom text default 'everyone' not null,
  constraint notification_preferences_pkey primary key (user_id, type_id, channel),
  constraint notification_preferences_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint notification_preferences_mode_check check (mode in ('on', 'off', 'digest')),
  constraint notification_preferences_from_whom_check check (from_whom in ('everyone', 'followed', 'subscribed', 'nobody'))
);
alter table public.notification_preferences enable row level security;
revoke all on table public.notification_preferences from anon, authenticated, service_role;
comment on table public.notification_preferences is 'Choices per kind and channel, only where they differ from the kind''s default. What cannot be opted out of stays on, security and legal e-mail above all.';
alter table public.notification_preferences add constraint notification_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_preferences_type_id_fkey_idx on public.notification_preferences (type_id);
create trigger touch_updated_at before update on public.notification_preferences for each row execute function boyfanz.touch_updated_at();
create trigger check_preference before insert or update of type_id, channel, mode, from_whom on public.notification_preferences for each row execute function boyfanz.check_notification_preference();
create policy member_select on public.notification_preferences for select to authenticated using (notification_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.notification_preferences for insert to authenticated with check (notification_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.notification_preferences for update to authenticated using (notification_preferences.user_id = (select boyfanz.current_user_id())) with check (notification_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.notification_preferences for delete to authenticated using (notification_preferences.user_id = (select boyfanz.current_user_id()));
grant select, insert (channel, from_whom, mode, type_id, user_id), update (channel, from_whom, mode, type_id, user_id), delete on table public.notification_preferences to authenticated;
grant select, insert, update, delete on table public.notification_preferences to service_role;

create table public.notification_quiet_hours (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  weekday smallint not null,
  starts_at_local time not null,
  ends_at_local time not null,
  timezone text not null,
  channels text[] not null,
  allow_critical boolean default true not null,
  constraint notification_quiet_hours_pkey primary key (user_id, weekday, starts_at_local),
  constraint notification_quiet_hours_channels_check check (channels <@ array['in_app', 'push', 'email', 'sms', 'web_push']::text[]),
  constraint weekday_in_range check (weekday between 0 and 6),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint channels_are_named check (cardinality(channels) > 0)
);
alter table public.notification_quiet_hours enable row level security;
revoke all on table public.notification_quiet_hours from anon, authenticated, service_role;
comment on table public.notification_quiet_hours is 'Hours of the week in which a person is left alone on some channels.';
comment on column public.notification_quiet_hours.weekday is '0 for Sunday; the day on which the hours start.';
comment on column public.notification_quiet_hours.ends_at_local is 'On the next day when it is not after the start, so that equal times mean a whole day.';
comment on column public.notification_quiet_hours.timezone is 'Name in the IANA time zone database.';
alter table public.notification_quiet_hours add constraint notification_quiet_hours_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_quiet_hours for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.notification_quiet_hours for select to authenticated using (notification_quiet_hours.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.notification_quiet_hours for insert to authenticated with check (notification_quiet_hours.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.notification_quiet_hours for update to authenticated using (notification_quiet_hours.user_id = (select boyfanz.current_user_id())) with check (notification_quiet_hours.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.notification_quiet_hours for delete to authenticated using (notification_quiet_hours.user_id = (select boyfanz.current_user_id()));
grant select, insert (allow_critical, channels, ends_at_local, starts_at_local, timezone, user_id, weekday), update (allow_critical, channels, ends_at_local, starts_at_local, timezone, user_id, weekday), delete on table public.notification_quiet_hours to authenticated;
grant select, insert, update, delete on table public.notification_quiet_hours to service_role;

create table public.notification_template_versions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  template_id integer not null,
  version integer not null,
  locale public.language_tag not null,
  subject text,
  body text not null,
  body_html text,
  variables jsonb default '{}' not null,
  sha256 public.digest_256 not null,
  authored_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  constraint notification_template_versions_pkey primary key (template_id, version, locale),
  constraint version_is_positive check (version > 0),
  constraint body_is_not_empty check (body <> ''),
  constraint variables_are_an_object check (jsonb_typeof(variables) = 'object'),
  constraint approved_by_somebody check ((approved_at is null) = (approved_by is null))
);
alter table public.notification_template_versions enable row level security;
revoke all on table public.notification_template_versions from anon, authenticated, service_role;
comment on table public.notification_template_versions is 'Versions of a template per language, frozen when approved. Subjects and push texts are read over somebody''s shoulder, so explicit English words are refused at approval; for other languages the approver answers.';
comment on column public.notification_template_versions.variables is 'Name to type of what is filled in.';
comment on column public.notification_template_versions.sha256 is 'Of subject and bodies as they were approved.';
alter table public.notification_template_versions add constraint notification_template_versions_authored_by_fkey foreign key (authored_by) references public.users (id) on delete set null;
alter table public.notification_template_versions add constraint notification_template_versions_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index notification_template_versions_authored_by_fkey_idx on public.notification_template_versions (authored_by) where (authored_by is not null);
create index notification_template_versions_approved_by_fkey_idx on public.notification_template_versions (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.notification_template_versions for each row execute function boyfanz.touch_updated_at();
create trigger check_approval before insert or update of approved_at, approved_by, authored_by, subject, body on public.notification_template_versions for each row when (new.approved_at is not null) execute function boyfanz.check_template_approval();
create trigger frozen_when_approved before update or delete on public.notification_template_versions for each row execute function boyfanz.freeze_when_set('approved_at', 'clear authored_by');
create policy staff_select on public.notification_template_versions for select to boyfanz_staff using ((select boyfanz.has_permission('notification_template.edit')));
grant select on table public.notification_template_versions to boyfanz_staff;
grant select, insert, update, delete on table public.notification_template_versions to service_role;

create table public.notification_templates (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  type_id smallint not null,
  channel text not null,
  variant text default 'default' not null,
  current_version integer,
  is_active boolean default true not null,
  owner_team text,
  constraint notification_templates_pkey primary key (id),
  constraint notification_templates_type_id_channel_variant_key unique (type_id, channel, variant),
  constraint notification_templates_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint variant_form check (variant ~ '^[a-z0-9_]{1,40}$')
);
alter table public.notification_templates enable row level security;
alter table public.notification_campaigns add constraint notification_campaigns_template_id_fkey foreign key (template_id) references public.notification_templates (id) on delete restrict;
alter table public.notification_template_versions add constraint notification_template_versions_template_id_fkey foreign key (template_id) references public.notification_templates (id) on delete restrict;
revoke all on table public.notification_templates from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notification_templates', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.notification_templates is 'The text of a kind of notification on a channel, in variants for tests, with the version in use.';
comment on column public.notification_templates.current_version is 'An approved version; NULL before the first.';
create trigger touch_updated_at before update on public.notification_templates for each row execute function boyfanz.touch_updated_at();
create trigger current_version_is_approved before insert or update of current_version on public.notification_templates for each row when (new.current_version is not null) execute function boyfanz.check_parent('notification_template_versions', 'parent.template_id = child.id and parent.version = child.current_version and parent.approved_at is not null', 'There is no approved version of that number.');
create trigger purpose_never_changes before update of type_id, channel on public.notification_templates for each row execute function boyfanz.set_once('type_id', 'channel');
create policy staff_select on public.notification_templates for select to boyfanz_staff using ((select boyfanz.has_permission('notification_template.edit')));
grant select on table public.notification_templates to boyfanz_staff;
grant select, insert, update, delete on table public.notification_templates to service_role;

create table public.notification_types (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  category text not null,
  default_channels text[] not null,
  collapse_window interval,
  priority text default 'normal' not null,
  can_opt_out boolean default true not null,
  is_transactional boolean default false not null,
  retention_days integer default 180 not null,
  constraint notification_types_pkey primary key (id),
  constraint notification_types_code_key unique (code),
  constraint notification_types_category_check check (category in ('social', 'money', 'content', 'messages', 'security', 'legal', 'system')),
  constraint notification_types_default_channels_check check (default_channels <@ array['in_app', 'push', 'email', 'sms', 'web_push']::text[]),
  constraint notification_types_priority_check check (priority in ('low', 'normal', 'high', 'critical')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_.]*$'),
  constraint collapse_window_is_positive check (collapse_window > interval '0'),
  constraint retention_within_that_of_notifications check (retention_days between 1 and 180),
  constraint security_and_legal_go_by_email check (category not in ('security', 'legal') or 'email' = any (default_channels))
);
alter table public.notification_types enable row level security;
alter table public.notification_groups add constraint notification_groups_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
alter table public.notification_preferences add constraint notification_preferences_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
alter table public.notification_templates add constraint notification_templates_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
revoke all on table public.notification_types from anon, authenticated, service_role;
comment on table public.notification_types is 'Kinds of notification with their default channels, how they collapse, and whether they can be switched off; security and legal ones not by e-mail.';
comment on column public.notification_types.id is 'Given with the release that brings the kind.';
comment on column public.notification_types.collapse_window is 'Notifications of one subject within it become one.';
create trigger touch_updated_at before update on public.notification_types for each row execute function boyfanz.touch_updated_at();
create trigger code_and_category_never_change before update of code, category on public.notification_types for each row execute function boyfanz.set_once('code', 'category');
create policy anonymous_select on public.notification_types for select to anon using (true);
create policy member_select on public.notification_types for select to authenticated using (true);
grant select on table public.notification_types to anon;
grant select on table public.notification_types to authenticated;
grant select, insert, update, delete on table public.notification_types to service_role;

create table public.notifications (
  id bigint generated always as identity not null,
  created_day date default (now() at time zone 'UTC')::date not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  type_id smallint not null,
  actor_id uuid,
  object_kind text,
  object_id uuid,
  group_key text,
  data jsonb default '{}' not null,
  priority smallint default 0 not null,
  is_filtered boolean default false not null,
  read_at timestamptz,
  seen_at timestamptz,
  expires_at timestamptz,
  constraint notifications_pkey primary key (user_id, id, created_day),
  constraint day_is_that_of_creation check (created_day = (created_at at time zone 'UTC')::date),
  constraint object_is_whole check ((object_kind is null) = (object_id is null)),
  constraint data_is_an_object check (jsonb_typeof(data) = 'object'),
  constraint data_at_most_2_kb check (octet_length(data::text) <= 2048)
) partition by range (created_day);
alter table public.notifications enable row level security;
revoke all on table public.notifications from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notifications', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'notifications', 'created_day', '1 month', 1, '180 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.notifications'::regclass);
comment on table public.notifications is 'In-app notifications per recipient, rendered at reading in the reader''s language. Deleted for the recipient at erasure, for everybody with their month.';
comment on column public.notifications.created_day is 'Day of created_at in UTC.';
comment on column public.notifications.object_id is 'Key in the table that object_kind stands for.';
comment on column public.notifications.group_key is 'Of the row in notification_groups that it is counted in.';
comment on column public.notifications.data is 'Ids and short texts for rendering.';
comment on column public.notifications.is_filtered is 'Kept back by the notification policy of the person.';
create index notifications_user_id_type_id_idx on public.notifications (user_id, type_id) where (read_at is null);
create index notifications_actor_id_idx on public.notifications (actor_id) where (actor_id is not null);
create policy member_select on public.notifications for select to authenticated using ((notifications.user_id = (select boyfanz.current_user_id()) and (expires_at is null or expires_at > now())));
grant select on table public.notifications to authenticated;
grant select, insert, update, delete on table public.notifications to service_role;

create table public.push_tokens (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  provider text not null,
  token_enc bytea not null,
  token_hash public.digest_256 not null,
  app_bundle text not null,
  environment text default 'prod' not null,
  last_ok_at timestamptz,
  failure_count smallint default 0 not null,
  invalidated_at timestamptz,
  key_id smallint not null,
  constraint push_tokens_pkey primary key (id),
  constraint push_tokens_token_hash_key unique (token_hash),
  constraint push_tokens_provider_check check (provider in ('apns', 'apns_voip', 'fcm', 'hms')),
  constraint push_tokens_environment_check check (environment in ('prod', 'sandbox')),
  constraint failure_count_is_not_negative check (failure_count >= 0)
) with (fillfactor = 85);
alter table public.push_tokens enable row level security;
revoke all on table public.push_tokens from anon, authenticated, service_role;
comment on table public.push_tokens is 'Push tokens of app installations, encrypted, with a hash to find them; retired when the provider says so. A token moves to whoever signs in on the device, so that nobody gets the pushes of another.';
comment on column public.push_tokens.token_enc is 'Encrypted with key_id.';
comment on column public.push_tokens.key_id is 'Version of the encryption key.';
alter table public.push_tokens add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index push_tokens_user_id_idx on public.push_tokens (user_id) where (invalidated_at is null);
create index push_tokens_device_id_user_id_idx on public.push_tokens (device_id, user_id);
comment on index public.push_tokens_device_id_user_id_idx is 'Of a device whoever uses it; serves the key to user_devices as well.';
create trigger touch_updated_at before update on public.push_tokens for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.push_tokens to service_role;

create table public.realtime_outbox (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  topic text not null,
  partition_key text not null,
  payload jsonb not null,
  dedup_key text not null,
  available_at timestamptz default now() not null,
  attempts smallint default 0 not null,
  published_at timestamptz,
  constraint realtime_outbox_pkey primary key (id),
  constraint realtime_outbox_dedup_key_key unique (dedup_key),
  constraint payload_at_most_64_kb check (octet_length(payload::text) <= 65536),
  constraint attempts_are_not_negative check (attempts >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
alter table public.realtime_outbox enable row level security;
revoke all on table public.realtime_outbox from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.realtime_outbox', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.realtime_outbox is 'Events for sockets, push and queues, written with what they tell of and handed on after the commit, in order per partition_key. Drained with SKIP LOCKED; what is published is deleted within minutes.';
comment on column public.realtime_outbox.payload is 'Ids rather than texts.';
create index realtime_outbox_available_at_id_idx on public.realtime_outbox (available_at, id) where (published_at is null);
create trigger touch_updated_at before update on public.realtime_outbox for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.realtime_outbox to service_role;

create table public.scheduled_messages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  sender_id uuid not null,
  body_enc bytea,
  key_id smallint,
  media_bundle_id uuid,
  price_minor bigint,
  currency public.currency_code,
  send_at timestamptz not null,
  timezone text default 'UTC' not null,
  status text default 'pending' not null,
  sent_seq bigint,
  attempts smallint default 0 not null,
  locked_until timestamptz,
  last_error text,
  constraint scheduled_messages_pkey primary key (id),
  constraint scheduled_messages_status_check check (status in ('pending', 'sent', 'failed', 'cancelled')),
  constraint says_something check (num_nonnulls(body_enc, media_bundle_id) >= 1),
  constraint body_names_its_key check ((body_enc is null) = (key_id is null)),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint price_locks_media check (price_minor is null or media_bundle_id is not null),
  constraint send_within_a_year check (send_at - created_at <= interval '366 days'),
  constraint sent_names_its_message check ((status = 'sent') = (sent_seq is not null)),
  constraint attempts_are_not_negative check (attempts >= 0),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$')
) with (fillfactor = 80);
alter table public.scheduled_messages enable row level security;
revoke all on table public.scheduled_messages from anon, authenticated, service_role;
comment on table public.scheduled_messages is 'Messages to be sent later into one conversation, by somebody who takes part in it.';
comment on column public.scheduled_messages.body_enc is 'Encrypted with key_id.';
comment on column public.scheduled_messages.key_id is 'Version of the encryption key.';
comment on column public.scheduled_messages.price_minor is 'Minor units of currency.';
comment on column public.scheduled_messages.timezone is 'Name in the IANA time zone database.';
comment on column public.scheduled_messages.locked_until is 'Lease of the worker that sends it.';
alter table public.scheduled_messages add constraint scheduled_messages_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.scheduled_messages add constraint scheduled_messages_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.scheduled_messages add constraint scheduled_messages_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete restrict;
alter table public.scheduled_messages add constraint scheduled_messages_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.scheduled_messages add constraint sender_takes_part foreign key (conversation_id, sender_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
create index scheduled_messages_send_at_idx on public.scheduled_messages (send_at) where (status = 'pending');
create index scheduled_messages_sender_id_send_at_idx on public.scheduled_messages (sender_id, send_at);
create index scheduled_messages_conversation_id_sender_id_fkey_idx on public.scheduled_messages (conversation_id, sender_id);
create index scheduled_messages_media_bundle_id_fkey_idx on public.scheduled_messages (media_bundle_id) where (media_bundle_id is not null);
create index scheduled_messages_currency_fkey_idx on public.scheduled_messages (currency) where (currency is not null);
create trigger touch_updated_at before update on public.scheduled_messages for each row execute function boyfanz.touch_updated_at();
create trigger bundle_of_the_sender before insert or update of media_bundle_id, sender_id on public.scheduled_messages for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and child.sender_id in (parent.author_id, parent.creator_id)', 'It is not a message bundle of the sender.');
create policy member_select on public.scheduled_messages for select to authenticated using (scheduled_messages.sender_id = (select boyfanz.current_user_id()));
grant select (conversation_id, created_at, currency, id, media_bundle_id, price_minor, send_at, sender_id, sent_seq, status, timezone, updated_at) on table public.scheduled_messages to authenticated;
grant select, insert, update, delete on table public.scheduled_messages to service_role;

create table public.sender_identities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  channel text not null,
  identity text not null,
  country_code public.country_code,
  stream text not null,
  provider text not null,
  verified_at timestamptz,
  reputation_score smallint,
  daily_cap integer,
  is_active boolean default true not null,
  constraint sender_identities_pkey primary key (id),
  constraint sender_identities_channel_check check (channel in ('email', 'sms')),
  constraint sender_identities_stream_check check (stream in ('transactional', 'marketing', 'otp')),
  constraint reputation_in_range check (reputation_score between 0 and 100),
  constraint daily_cap_is_positive check (daily_cap > 0)
);
alter table public.sender_identities enable row level security;
revoke all on table public.sender_identities from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.sender_identities', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.sender_identities is 'Approved identities to send as; mail domains with DKIM, SMS sender ids, by country and stream.';
comment on column public.sender_identities.country_code is 'NULL for every country.';
comment on column public.sender_identities.reputation_score is '0 to 100.';
create unique index sender_identities_identity_idx on public.sender_identities (channel, identity, (coalesce(country_code::text, '')));
create trigger touch_updated_at before update on public.sender_identities for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.sender_identities for select to boyfanz_staff using ((select boyfanz.has_permission('sender.manage')));
grant select on table public.sender_identities to boyfanz_staff;
grant select, insert, update, delete on table public.sender_identities to service_role;

create table public.sms_messages (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  user_id uuid,
  phone_id uuid,
  direction text default 'out' not null,
  purpose text not null,
  country_code public.country_code not null,
  segments smallint default 1 not null,
  cost_micros bigint,
  currency public.currency_code,
  provider text,
  provider_ref text,
  status text default 'queued' not null,
  error_code text,
  finished_at timestamptz,
  constraint sms_messages_pkey primary key (id, queued_at),
  constraint sms_messages_direction_check check (direction in ('out', 'in')),
  constraint sms_messages_purpose_check check (purpose in ('otp', 'security', 'transactional', 'marketing', 'reply')),
  constraint sms_messages_status_check check (status in ('queued', 'sent', 'delivered', 'failed', 'rejected', 'received')),
  constraint inbound_was_received check ((direction = 'in') = (status = 'received')),
  constraint inbound_is_a_reply check ((direction = 'in') = (purpose = 'reply')),
  constraint segments_are_positive check (segments > 0),
  constraint cost_is_not_negative check (cost_micros >= 0),
  constraint cost_names_its_currency check ((cost_micros is null) = (currency is null)),
  constraint finished_after_queued check (finished_at >= queued_at)
) partition by range (queued_at);
alter table public.sms_messages enable row level security;
revoke all on table public.sms_messages from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.sms_messages', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'sms_messages', 'queued_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.sms_messages'::regclass);
comment on table public.sms_messages is 'Outbound and inbound SMS with segments, cost and state; no text is stored, a one-time code least of all. Marketing is written only where the consent stands.';
comment on column public.sms_messages.user_id is 'NULL after erasure.';
comment on column public.sms_messages.cost_micros is 'Millionths of one unit of currency.';
create index sms_messages_provider_ref_idx on public.sms_messages (provider_ref) where (provider_ref is not null);
create index sms_messages_user_id_queued_at_idx on public.sms_messages (user_id, queued_at desc);
create index sms_messages_country_code_queued_at_idx on public.sms_messages (country_code, queued_at desc) where (purpose = 'otp');
comment on index public.sms_messages_country_code_queued_at_idx is 'Shows floods of codes to one country (SMS pumping).';
create trigger marketing_needs_consent after insert on public.sms_messages for each row when (new.purpose = 'marketing') execute function boyfanz.require_consent('user_id', 'marketing_sms');
create policy staff_select on public.sms_messages for select to boyfanz_staff using ((select boyfanz.has_permission('account.read_contact')));
grant select on table public.sms_messages to boyfanz_staff;
grant select, insert, update, delete on table public.sms_messages to service_role;

create unlogged table public.typing_indicators (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  thread_root_seq bigint,
  kind text default 'text' not null,
  expires_at timestamptz not null,
  constraint typing_indicators_pkey primary key (conversation_id, user_id),
  constraint typing_indicators_kind_check check (kind in ('text', 'voice', 'media')),
  constraint lives_at_most_15_seconds check (expires_at - updated_at <= interval '15 seconds')
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
alter table public.typing_indicators enable row level security;
revoke all on table public.typing_indicators from anon, authenticated, service_role;
comment on table public.typing_indicators is 'Who is typing where, for a few seconds. No foreign keys because of the write rate; lost at a crash, purged by a job that reads the whole small table.';
create index typing_indicators_user_id_idx on public.typing_indicators (user_id);
create trigger touch_updated_at before update on public.typing_indicators for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.typing_indicators for select to authenticated using (typing_indicators.user_id = (select boyfanz.current_user_id()) or (typing_indicators.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (expires_at > now() and not boyfanz.is_blocked_with(user_id))));
create policy member_insert on public.typing_indicators for insert to authenticated with check ((typing_indicators.user_id = (select boyfanz.current_user_id()) and (exists ( select from public.conversations c join public.conversation_participants p on p.conversation_id = c.id where c.id = typing_indicators.conversation_id and c.deleted_at is null and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and (c.kind <> 'broadcast' or p.role in ('owner', 'admin')) offset 0))));
create policy member_update on public.typing_indicators for update to authenticated using (typing_indicators.user_id = (select boyfanz.current_user_id())) with check ((typing_indicators.user_id = (select boyfanz.current_user_id()) and (exists ( select from public.conversations c join public.conversation_participants p on p.conversation_id = c.id where c.id = typing_indicators.conversation_id and c.deleted_at is null and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and (c.kind <> 'broadcast' or p.role in ('owner', 'admin')) offset 0))));
create policy member_delete on public.typing_indicators for delete to authenticated using (typing_indicators.user_id = (select boyfanz.current_user_id()));
grant select, insert (conversation_id, expires_at, kind, thread_root_seq, user_id), update (conversation_id, expires_at, kind, thread_root_seq, user_id), delete on table public.typing_indicators to authenticated;
grant select, insert, update, delete on table public.typing_indicators to service_role;

create table public.web_push_subscriptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  session_id uuid,
  push_service text not null,
  endpoint_enc bytea not null,
  endpoint_hash public.digest_256 not null,
  p256dh bytea not null,
  auth_enc bytea not null,
  expires_at timestamptz,
  invalidated_at timestamptz,
  key_id smallint not null,
  constraint web_push_subscriptions_pkey primary key (id),
  constraint web_push_subscriptions_endpoint_hash_key unique (endpoint_hash),
  constraint web_push_subscriptions_push_service_check check (push_service in ('fcm', 'mozilla', 'apple', 'wns')),
  constraint p256dh_is_a_point check (octet_length(p256dh) = 65)
);
alter table public.web_push_subscriptions enable row level security;
revoke all on table public.web_push_subscriptions from anon, authenticated, service_role;
comment on table public.web_push_subscriptions is 'Browser push endpoints with the client''s keys, at known push services only, so that the platform posts to no address of a stranger''s choosing.';
comment on column public.web_push_subscriptions.push_service is 'Told from the host of the endpoint; other hosts are refused.';
comment on column public.web_push_subscriptions.endpoint_enc is 'Encrypted with key_id.';
comment on column public.web_push_subscriptions.p256dh is 'Public key of the browser.';
comment on column public.web_push_subscriptions.auth_enc is 'Encrypted with key_id.';
comment on column public.web_push_subscriptions.key_id is 'Version of the encryption key.';
alter table public.web_push_subscriptions add constraint web_push_subscriptions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.web_push_subscriptions add constraint session_of_same_user foreign key (user_id, session_id) references public.user_sessions (user_id, id) on delete cascade;
create index web_push_subscriptions_user_id_idx on public.web_push_subscriptions (user_id) where (invalidated_at is null);
create index web_push_subscriptions_user_id_session_id_fkey_idx on public.web_push_subscriptions (user_id, session_id);
create trigger touch_updated_at before update on public.web_push_subscriptions for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.web_push_subscriptions to service_role;

create table public.analytics_event_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  display_name text not null,
  description text not null,
  category text not null,
  json_schema jsonb not null,
  schema_version integer default 1 not null,
  pii_class text not null,
  status text default 'proposed' not null,
  retention_days integer not null,
  owner_team text not null,
  created_by uuid,
  constraint analytics_event_definitions_pkey primary key (id),
  constraint analytics_event_definitions_name_key unique (name),
  constraint analytics_event_definitions_category_check check (category in ('engagement', 'monetisation', 'discovery', 'live', 'messaging', 'safety', 'growth', 'system')),
  constraint analytics_event_definitions_pii_class_check check (pii_class in ('none', 'pseudonymous', 'sensitive')),
  constraint analytics_event_definitions_status_check check (status in ('proposed', 'active', 'deprecated', 'blocked')),
  constraint name_form check (name ~ '^[a-z][a-z0-9_]{2,62}$'),
  constraint json_schema_is_object check (jsonb_typeof(json_schema) = 'object'),
  constraint schema_version_is_positive check (schema_version > 0),
  constraint retention_in_range check (retention_days between 1 and 1095)
);
alter table public.analytics_event_definitions enable row level security;
revoke all on table public.analytics_event_definitions from anon, authenticated, service_role;
comment on table public.analytics_event_definitions is 'Every name that an event may carry, with its schema, privacy class and retention; ingestion refuses what is not active here. A new schema raises the version.';
alter table public.analytics_event_definitions add constraint analytics_event_definitions_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index analytics_event_definitions_status_category_idx on public.analytics_event_definitions (status, category);
create index analytics_event_definitions_created_by_fkey_idx on public.analytics_event_definitions (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.analytics_event_definitions for each row execute function boyfanz.touch_updated_at();
create trigger name_stays before update of name on public.analytics_event_definitions for each row execute function boyfanz.set_once('name');
create trigger schema_version_only_grows before update of schema_version on public.analytics_event_definitions for each row execute function boyfanz.only_grows('schema_version');
create trigger new_schema_is_a_new_version before update of json_schema on public.analytics_event_definitions for each row when (new.json_schema <> old.json_schema and new.schema_version = old.schema_version) execute function boyfanz.refuse_when('A changed schema of an event raises schema_version.');
create policy staff_select on public.analytics_event_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.analytics_event_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.analytics_event_definitions to service_role;

create table public.analytics_events (
  id uuid default boyfanz.uuid_v7() not null,
  occurred_at timestamptz not null,
  received_at timestamptz default now() not null,
  event_definition_id uuid not null,
  actor_id uuid not null,
  session_id uuid,
  platform text not null,
  app_version text,
  country_code public.country_code,
  object_type text,
  object_id uuid,
  properties jsonb default '{}' not null,
  schema_version integer not null,
  constraint analytics_events_pkey primary key (id, occurred_at),
  constraint analytics_events_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'server')),
  constraint properties_is_object check (jsonb_typeof(properties) = 'object'),
  constraint properties_at_most_16_kib check (octet_length(properties::text) <= 16384),
  constraint object_is_whole check ((object_type is null) = (object_id is null)),
  constraint schema_version_is_positive check (schema_version > 0)
) partition by range (occurred_at);
alter table public.analytics_events enable row level security;
revoke all on table public.analytics_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'analytics_events', 'occurred_at', '1 day', 3, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.analytics_events'::regclass);
comment on table public.analytics_events is 'Raw events under a pseudonym; whatever this section knows comes from here or from the ledger. Ingestion looks at definition, consent and clock, and sends the rest to event_ingest_rejections.';
comment on column public.analytics_events.object_id is 'Key in the table that object_type stands for.';
create index analytics_events_event_definition_id_occurred_at_idx on public.analytics_events (event_definition_id, occurred_at desc);
create index analytics_events_actor_id_occurred_at_idx on public.analytics_events (actor_id, occurred_at desc);
comment on index public.analytics_events_actor_id_occurred_at_idx is 'Timeline of an actor and funnels.';
create index analytics_events_object_type_object_id_occurred_at_idx on public.analytics_events (object_type, object_id, occurred_at desc) where (object_id is not null);
create index analytics_events_properties_idx on public.analytics_events using gin (properties jsonb_path_ops);
comment on index public.analytics_events_properties_idx is 'Of use on chunks that are not compressed.';
create trigger append_only before update on public.analytics_events for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.analytics_events to service_role;

create table public.analytics_exports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requested_by uuid not null,
  saved_query_id uuid,
  scope jsonb default '{}' not null,
  format text not null,
  contains_personal_data boolean not null,
  approved_by uuid,
  status text default 'pending_approval' not null,
  row_count bigint,
  file_storage_key text,
  file_sha256 public.digest_256,
  file_key_id smallint,
  downloads smallint default 0 not null,
  max_downloads smallint default 5 not null,
  expires_at timestamptz,
  constraint analytics_exports_pkey primary key (id),
  constraint analytics_exports_format_check check (format in ('csv', 'parquet', 'jsonl', 'xlsx')),
  constraint analytics_exports_status_check check (status in ('pending_approval', 'queued', 'running', 'ready', 'failed', 'expired')),
  constraint scope_is_object check (jsonb_typeof(scope) = 'object'),
  constraint personal_data_were_approved check (not contains_personal_data or status in ('pending_approval', 'failed', 'expired') or approved_by is not null),
  constraint approver_is_somebody_else check (approved_by <> requested_by),
  constraint ready_has_its_file check (status <> 'ready' or (row_count is not null and file_storage_key is not null and file_sha256 is not null and expires_at is not null)),
  constraint personal_file_is_encrypted check (status <> 'ready' or not contains_personal_data or file_key_id is not null),
  constraint expired_has_no_file check (status <> 'expired' or file_storage_key is null),
  constraint row_count_is_not_negative check (row_count >= 0),
  constraint downloads_within_limit check (downloads between 0 and max_downloads)
);
alter table public.analytics_exports enable row level security;
revoke all on table public.analytics_exports from anon, authenticated, service_role;
comment on table public.analytics_exports is 'Export of analytics at somebody''s request. Personal data need the approval of another person and are encrypted; downloads are counted.';
comment on column public.analytics_exports.file_key_id is 'Version of the key that the file is encrypted with.';
alter table public.analytics_exports add constraint analytics_exports_requested_by_fkey foreign key (requested_by) references public.users (id) on delete cascade;
alter table public.analytics_exports add constraint analytics_exports_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index analytics_exports_requested_by_created_at_idx on public.analytics_exports (requested_by, created_at desc);
create index analytics_exports_expires_at_idx on public.analytics_exports (expires_at) where (status = 'ready');
comment on index public.analytics_exports_expires_at_idx is 'Files to purge.';
create index analytics_exports_created_at_idx on public.analytics_exports (created_at) where (status in ('pending_approval', 'queued'));
create index analytics_exports_saved_query_id_fkey_idx on public.analytics_exports (saved_query_id) where (saved_query_id is not null);
create index analytics_exports_approved_by_fkey_idx on public.analytics_exports (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.analytics_exports for each row execute function boyfanz.touch_updated_at();
create trigger declaration_stays before update of requested_by, contains_personal_data, approved_by on public.analytics_exports for each row execute function boyfanz.set_once('requested_by', 'contains_personal_data', 'approved_by');
create trigger approved_scope_stays before update of scope on public.analytics_exports for each row when (old.approved_by is not null and new.scope <> old.scope) execute function boyfanz.refuse_when('What was approved does not change.');
create trigger downloads_only_grow before update of downloads on public.analytics_exports for each row execute function boyfanz.only_grows('downloads');
create policy member_select on public.analytics_exports for select to authenticated using (analytics_exports.requested_by = (select boyfanz.current_user_id()));
grant select (approved_by, contains_personal_data, created_at, downloads, expires_at, file_sha256, format, id, max_downloads, requested_by, row_count, saved_query_id, scope, status, updated_at) on table public.analytics_exports to authenticated;
grant select, insert, update, delete on table public.analytics_exports to service_role;

create table public.analytics_identities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  actor_id uuid default boyfanz.uuid_v7() not null,
  user_id uuid,
  merged_into uuid,
  first_seen_at timestamptz default now() not null,
  last_seen_at timestamptz default now() not null,
  first_source_id uuid,
  consent_state text default 'unknown' not null,
  constraint analytics_identities_pkey primary key (actor_id),
  constraint analytics_identities_consent_state_check check (consent_state in ('unknown', 'granted', 'denied', 'withdrawn')),
  constraint nobody_merges_into_themselves check (merged_into <> actor_id),
  constraint last_seen_after_first check (last_seen_at >= first_seen_at)
) with (fillfactor = 85);
alter table public.analytics_identities enable row level security;
revoke all on table public.analytics_identities from anon, authenticated, service_role;
comment on table public.analytics_identities is 'Whose the pseudonym in the raw events is. Erasure deletes the row, which makes every event of the person anonymous without a touch on compressed chunks. Merged pseudonyms point to one that is not merged itself and has the same user.';
comment on column public.analytics_identities.user_id is 'NULL for a visitor who never signed in.';
comment on column public.analytics_identities.merged_into is 'The pseudonym of the same person that counts; they are erased together.';
alter table public.analytics_identities add constraint analytics_identities_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.analytics_identities add constraint analytics_identities_merged_into_fkey foreign key (merged_into) references public.analytics_identities (actor_id) on delete cascade;
create unique index analytics_identities_one_per_user_idx on public.analytics_identities (user_id) where (merged_into is null and user_id is not null);
create index analytics_identities_user_id_idx on public.analytics_identities (user_id) where (user_id is not null);
create index analytics_identities_last_seen_at_idx on public.analytics_identities (last_seen_at);
comment on index public.analytics_identities_last_seen_at_idx is 'Idle visitors expire.';
create index analytics_identities_merged_into_fkey_idx on public.analytics_identities (merged_into) where (merged_into is not null);
create index analytics_identities_first_source_id_fkey_idx on public.analytics_identities (first_source_id) where (first_source_id is not null);
create trigger touch_updated_at before update on public.analytics_identities for each row execute function boyfanz.touch_updated_at();
create constraint trigger merge_is_flat after insert on public.analytics_identities deferrable initially deferred for each row when (new.merged_into is not null) execute function boyfanz.check_merge();
create constraint trigger merge_stays_flat after update of merged_into, user_id on public.analytics_identities deferrable initially deferred for each row execute function boyfanz.check_merge();
grant select, insert, update, delete on table public.analytics_identities to service_role;

create table public.analytics_property_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_definition_id uuid not null,
  name text not null,
  value_type text not null,
  is_required boolean default false not null,
  pii_class text not null,
  is_materialised boolean default false not null,
  example_values jsonb default '[]' not null,
  last_seen_at timestamptz,
  constraint analytics_property_definitions_pkey primary key (id),
  constraint analytics_property_definitions_event_definition_id_name_key unique (event_definition_id, name),
  constraint analytics_property_definitions_value_type_check check (value_type in ('string', 'number', 'boolean', 'timestamp', 'string_list')),
  constraint analytics_property_definitions_pii_class_check check (pii_class in ('none', 'pseudonymous', 'sensitive', 'forbidden')),
  constraint name_form check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint examples_are_a_list check (jsonb_typeof(example_values) = 'array'),
  constraint forbidden_is_not_kept check (pii_class <> 'forbidden' or (not is_required and not is_materialised and example_values = '[]'))
);
alter table public.analytics_property_definitions enable row level security;
revoke all on table public.analytics_property_definitions from anon, authenticated, service_role;
comment on table public.analytics_property_definitions is 'Property that an event may carry, with its type; dashboards offer it as a filter, and the edge drops what is forbidden.';
comment on column public.analytics_property_definitions.is_materialised is 'Has a typed column or an index on its expression.';
alter table public.analytics_property_definitions add constraint analytics_property_definitions_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete cascade;
create index analytics_property_definitions_event_definition_id_name_idx on public.analytics_property_definitions (event_definition_id, name) where (pii_class = 'forbidden');
comment on index public.analytics_property_definitions_event_definition_id_name_idx is 'Filter list of the edge.';
create trigger touch_updated_at before update on public.analytics_property_definitions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.analytics_property_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.analytics_property_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.analytics_property_definitions to service_role;

create table public.analytics_tracking_consents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  actor_id uuid not null,
  purpose text not null,
  decision text not null,
  signal text not null,
  policy_version text not null,
  country_code public.country_code,
  decided_at timestamptz default now() not null,
  constraint analytics_tracking_consents_pkey primary key (id),
  constraint analytics_tracking_consents_purpose_check check (purpose in ('analytics', 'attribution', 'personalised_ads', 'session_replay')),
  constraint analytics_tracking_consents_decision_check check (decision in ('granted', 'denied', 'withdrawn')),
  constraint analytics_tracking_consents_signal_check check (signal in ('banner', 'gpc', 'att_prompt', 'settings', 'default')),
  constraint nothing_is_granted_silently check (decision <> 'granted' or signal not in ('gpc', 'default')),
  constraint policy_version_is_given check (policy_version <> '')
);
alter table public.analytics_tracking_consents enable row level security;
revoke all on table public.analytics_tracking_consents from anon, authenticated, service_role;
comment on table public.analytics_tracking_consents is 'Each choice of a visitor about tracking, with the version of the text shown and the signal. It proves the choice beyond the erasure of the identity, so it names only the pseudonym.';
create index analytics_tracking_consents_actor_id_purpose_decided_at_idx on public.analytics_tracking_consents (actor_id, purpose, decided_at desc);
create trigger append_only before update on public.analytics_tracking_consents for each row execute function boyfanz.append_only('clear country_code');
create trigger refuse_truncate before truncate on public.analytics_tracking_consents for each statement execute function boyfanz.append_only();
grant select, insert, update, delete on table public.analytics_tracking_consents to service_role;

create table public.analytics_visitor_salts (
  valid_on date not null,
  salt_enc bytea,
  key_id smallint not null,
  created_at timestamptz default now() not null,
  destroyed_at timestamptz,
  constraint analytics_visitor_salts_pkey primary key (valid_on),
  constraint salt_length check (octet_length(salt_enc) >= 16),
  constraint destroyed_is_empty check ((salt_enc is null) = (destroyed_at is not null))
);
alter table public.analytics_visitor_salts enable row level security;
revoke all on table public.analytics_visitor_salts from anon, authenticated, service_role;
comment on table public.analytics_visitor_salts is 'Salt of one day for the hashes of visitors without cookies. A job empties it at the end of the next day and deletes the row, so that hashes cannot be linked over days.';
comment on column public.analytics_visitor_salts.valid_on is 'Day in UTC.';
comment on column public.analytics_visitor_salts.salt_enc is 'Encrypted with key_id; NULL once destroyed.';
comment on column public.analytics_visitor_salts.key_id is 'Version of the encryption key.';
create trigger append_only before update on public.analytics_visitor_salts for each row execute function boyfanz.append_only('clear salt_enc', 'set destroyed_at');
grant select, insert, update, delete on table public.analytics_visitor_salts to service_role;

create table public.api_request_logs (
  id uuid default boyfanz.uuid_v7() not null,
  requested_at timestamptz default now() not null,
  api_key_id uuid,
  client_id uuid,
  user_id uuid,
  route_template text not null,
  method text not null,
  status_code smallint not null,
  latency_ms integer not null,
  request_bytes integer default 0 not null,
  response_bytes integer default 0 not null,
  ip_prefix cidr,
  region text not null,
  error_code text,
  is_sandbox boolean default false not null,
  constraint api_request_logs_pkey primary key (id, requested_at),
  constraint api_request_logs_method_check check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  constraint status_code_in_range check (status_code between 100 and 599),
  constraint measures_are_not_negative check (latency_ms >= 0 and request_bytes >= 0 and response_bytes >= 0),
  constraint ip_is_cut_off check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end),
  constraint route_has_no_query check (route_template like '/%' and route_template !~ '[?#]')
) partition by range (requested_at);
alter table public.api_request_logs enable row level security;
revoke all on table public.api_request_logs from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_request_logs', 'requested_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_request_logs'::regclass);
comment on table public.api_request_logs is 'One request to the API with route, status and time; without bodies and without the full address.';
comment on column public.api_request_logs.user_id is 'Cleared at erasure.';
comment on column public.api_request_logs.route_template is 'The route with names of parameters, not their values.';
comment on column public.api_request_logs.region is 'Of the server.';
create index api_request_logs_api_key_id_requested_at_idx on public.api_request_logs (api_key_id, requested_at desc);
create index api_request_logs_route_template_requested_at_idx on public.api_request_logs (route_template, requested_at desc);
create index api_request_logs_requested_at_idx on public.api_request_logs (requested_at) where (status_code >= 500);
create trigger append_only before update on public.api_request_logs for each row execute function boyfanz.append_only('clear user_id', 'clear ip_prefix');
grant select, insert, update, delete on table public.api_request_logs to service_role;

create table public.api_requests_hourly (
  bucket_at timestamptz not null,
  route_template text not null,
  api_key_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  requests bigint not null,
  errors bigint default 0 not null,
  latency_sketch bytea,
  computed_at timestamptz default now() not null,
  constraint api_requests_hourly_pkey primary key (route_template, api_key_id, bucket_at),
  constraint errors_within_requests check (requests > 0 and errors between 0 and requests),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.api_requests_hourly enable row level security;
revoke all on table public.api_requests_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_requests_hourly', 'bucket_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_requests_hourly'::regclass);
comment on table public.api_requests_hourly is 'Requests, errors and latency per hour, route and key; filled by a job, or from a continuous aggregate where there is one.';
comment on column public.api_requests_hourly.api_key_id is 'The zero uuid for requests without a key.';
comment on column public.api_requests_hourly.errors is 'Answered with a status of 500 or more.';
comment on column public.api_requests_hourly.latency_sketch is 'Mergeable sketch of the latency, since percentiles do not add up.';
create index api_requests_hourly_bucket_at_idx on public.api_requests_hourly using brin (bucket_at);
create policy staff_select on public.api_requests_hourly for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.api_requests_hourly to boyfanz_staff;
grant select, insert, update, delete on table public.api_requests_hourly to service_role;

create table public.api_usage_daily (
  client_id uuid not null,
  usage_date date not null,
  api_key_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  route_family text not null,
  requests bigint default 0 not null,
  errors bigint default 0 not null,
  throttled bigint default 0 not null,
  bytes_out bigint default 0 not null,
  p95_ms integer,
  computed_at timestamptz default now() not null,
  constraint api_usage_daily_pkey primary key (client_id, usage_date, api_key_id, route_family),
  constraint counts_are_not_negative check (requests >= 0 and bytes_out >= 0 and (p95_ms is null or p95_ms >= 0)),
  constraint errors_within_requests check (errors between 0 and requests and throttled between 0 and requests)
) partition by range (usage_date);
alter table public.api_usage_daily enable row level security;
revoke all on table public.api_usage_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_usage_daily', 'usage_date', '1 month', 1, '24 months', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_usage_daily'::regclass);
comment on table public.api_usage_daily is 'Use of the API per client, key, family of routes and day; quotas are held and bills written by it.';
comment on column public.api_usage_daily.usage_date is 'Day in UTC.';
comment on column public.api_usage_daily.api_key_id is 'The zero uuid for requests with a token instead of a key.';
create index api_usage_daily_usage_date_idx on public.api_usage_daily (usage_date);
create policy staff_select on public.api_usage_daily for select to boyfanz_staff using ((select boyfanz.has_permission('api_client.review')));
grant select on table public.api_usage_daily to authenticated;
grant select on table public.api_usage_daily to boyfanz_staff;
grant select, insert, update, delete on table public.api_usage_daily to service_role;

create table public.attribution_credits (
  created_at timestamptz default now() not null,
  conversion_id uuid not null,
  model text not null,
  touchpoint_id uuid not null,
  touched_at timestamptz not null,
  campaign_id uuid,
  link_id uuid,
  credit_ppm integer not null,
  credited_minor bigint default 0 not null,
  currency public.currency_code,
  model_version integer default 1 not null,
  constraint attribution_credits_pkey primary key (conversion_id, model, touchpoint_id),
  constraint attribution_credits_model_check check (model in ('first_touch', 'last_touch', 'last_non_direct', 'linear', 'time_decay', 'position_based', 'data_driven')),
  constraint credit_in_range check (credit_ppm between 0 and 1000000),
  constraint single_touch_is_whole check (model not in ('first_touch', 'last_touch', 'last_non_direct') or credit_ppm = 1000000),
  constraint money_names_its_currency check (credited_minor = 0 or (credited_minor > 0 and currency is not null)),
  constraint model_version_is_positive check (model_version > 0)
);
alter table public.attribution_credits enable row level security;
revoke all on table public.attribution_credits from anon, authenticated, service_role;
comment on table public.attribution_credits is 'Share of a conversion that one model credits to one touch. The shares of a conversion and model make up the whole of it, in parts and in money; a model is computed again by replacing all of them in one transaction.';
comment on column public.attribution_credits.touched_at is 'Of the touch; says which partition holds it.';
comment on column public.attribution_credits.credit_ppm is 'Millionths of the conversion.';
comment on column public.attribution_credits.credited_minor is 'Minor units of currency.';
comment on column public.attribution_credits.currency is 'That of the conversion.';
create index attribution_credits_campaign_id_model_touched_at_idx on public.attribution_credits (campaign_id, model, touched_at) where (campaign_id is not null);
comment on index public.attribution_credits_campaign_id_model_touched_at_idx is 'Return on spend.';
create index attribution_credits_link_id_model_idx on public.attribution_credits (link_id, model) where (link_id is not null);
comment on index public.attribution_credits_link_id_model_idx is 'What a link has earned.';
create constraint trigger credits_add_up after insert or update of conversion_id, model, credit_ppm, credited_minor, currency or delete on public.attribution_credits deferrable initially deferred for each row execute function boyfanz.check_credits();
grant select, insert, update, delete on table public.attribution_credits to service_role;

create table public.attribution_touchpoints (
  id uuid default boyfanz.uuid_v7() not null,
  touched_at timestamptz default now() not null,
  actor_id uuid not null,
  touch_kind text not null,
  source_id uuid,
  campaign_id uuid,
  link_id uuid,
  creator_id uuid,
  session_id uuid,
  constraint attribution_touchpoints_pkey primary key (id, touched_at),
  constraint attribution_touchpoints_touch_kind_check check (touch_kind in ('visit', 'link_click', 'ad_click', 'ad_view', 'email_click', 'push_open')),
  constraint link_click_names_its_link check (touch_kind <> 'link_click' or link_id is not null),
  constraint touch_names_its_origin check (num_nonnulls(source_id, campaign_id, link_id, creator_id) > 0)
) partition by range (touched_at);
alter table public.attribution_touchpoints enable row level security;
revoke all on table public.attribution_touchpoints from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'attribution_touchpoints', 'touched_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.attribution_touchpoints'::regclass);
comment on table public.attribution_touchpoints is 'A touch by marketing on the path of an actor; what every attribution model starts from.';
create index attribution_touchpoints_actor_id_touched_at_idx on public.attribution_touchpoints (actor_id, touched_at desc);
comment on index public.attribution_touchpoints_actor_id_touched_at_idx is 'Path of an actor before a conversion.';
create index attribution_touchpoints_campaign_id_touched_at_idx on public.attribution_touchpoints (campaign_id, touched_at) where (campaign_id is not null);
create trigger append_only before update on public.attribution_touchpoints for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.attribution_touchpoints to service_role;

create table public.campaign_costs_daily (
  campaign_id uuid not null,
  spend_date date not null,
  cost_minor bigint not null,
  currency public.currency_code not null,
  impressions bigint default 0 not null,
  clicks bigint default 0 not null,
  imported_from text not null,
  imported_at timestamptz default now() not null,
  constraint campaign_costs_daily_pkey primary key (campaign_id, spend_date),
  constraint cost_is_not_negative check (cost_minor >= 0),
  constraint clicks_within_impressions check (clicks between 0 and impressions)
);
alter table public.campaign_costs_daily enable row level security;
revoke all on table public.campaign_costs_daily from anon, authenticated, service_role;
comment on table public.campaign_costs_daily is 'Imported spend, clicks and impressions of a campaign and day, by which the return on ad spend is divided. Who has spent is ended, not deleted.';
comment on column public.campaign_costs_daily.cost_minor is 'Minor units of currency.';
alter table public.campaign_costs_daily add constraint campaign_costs_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index campaign_costs_daily_spend_date_idx on public.campaign_costs_daily (spend_date);
create index campaign_costs_daily_currency_fkey_idx on public.campaign_costs_daily (currency);
create policy staff_select on public.campaign_costs_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.campaign_costs_daily to boyfanz_staff;
grant select, insert, update, delete on table public.campaign_costs_daily to service_role;

create table public.cohort_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  creator_id uuid,
  name text not null,
  kind text not null,
  rule jsonb,
  refresh_minutes integer,
  generation integer default 0 not null,
  member_count integer default 0 not null,
  last_refreshed_at timestamptz,
  uses_sensitive_data boolean default false not null,
  status text default 'building' not null,
  constraint cohort_definitions_pkey primary key (id),
  constraint cohort_definitions_kind_check check (kind in ('static', 'dynamic', 'acquisition')),
  constraint cohort_definitions_status_check check (status in ('building', 'ready', 'failed', 'archived')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint dynamic_has_a_rule check (kind <> 'dynamic' or rule is not null),
  constraint rule_is_object check (jsonb_typeof(rule) = 'object'),
  constraint refresh_is_not_too_often check (refresh_minutes >= 5),
  constraint only_dynamic_is_refreshed check (refresh_minutes is null or kind = 'dynamic'),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint ready_was_built check (status <> 'ready' or last_refreshed_at is not null)
);
alter table public.cohort_definitions enable row level security;
revoke all on table public.cohort_definitions from anon, authenticated, service_role;
comment on table public.cohort_definitions is 'Saved audience, a list or a rule, for analytics, experiments, flags and campaigns alike. Readers take the members of its current generation.';
comment on column public.cohort_definitions.creator_id is 'Whose fans it is limited to; NULL for the platform.';
comment on column public.cohort_definitions.generation is 'Last build that is complete; cohort_members of a later one are not yet read.';
comment on column public.cohort_definitions.uses_sensitive_data is 'Its members have to consent to it, which the builder looks at.';
alter table public.cohort_definitions add constraint cohort_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.cohort_definitions add constraint cohort_definitions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index cohort_definitions_owner_user_id_created_at_idx on public.cohort_definitions (owner_user_id, created_at desc);
create index cohort_definitions_last_refreshed_at_idx on public.cohort_definitions (last_refreshed_at) where (kind = 'dynamic' and status <> 'archived');
comment on index public.cohort_definitions_last_refreshed_at_idx is 'Due refreshes.';
create index cohort_definitions_creator_id_fkey_idx on public.cohort_definitions (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.cohort_definitions for each row execute function boyfanz.touch_updated_at();
create trigger generation_only_grows before update of generation on public.cohort_definitions for each row execute function boyfanz.only_grows('generation');
create policy member_select on public.cohort_definitions for select to authenticated using (cohort_definitions.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.cohort_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.cohort_definitions to authenticated;
grant select on table public.cohort_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.cohort_definitions to service_role;

create table public.cohort_members (
  cohort_id uuid not null,
  user_id uuid not null,
  entered_at timestamptz default now() not null,
  generation integer default 0 not null,
  source text default 'rule' not null,
  constraint cohort_members_pkey primary key (cohort_id, user_id),
  constraint cohort_members_source_check check (source in ('rule', 'import', 'manual')),
  constraint generation_is_not_negative check (generation >= 0)
);
alter table public.cohort_members enable row level security;
revoke all on table public.cohort_members from anon, authenticated, service_role;
comment on table public.cohort_members is 'Who belongs to a cohort. A refresh writes the difference only, under its generation, so that readers see one whole build.';
comment on column public.cohort_members.generation is 'Build that brought the user in.';
alter table public.cohort_members add constraint cohort_members_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete cascade;
alter table public.cohort_members add constraint cohort_members_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index cohort_members_user_id_cohort_id_idx on public.cohort_members (user_id, cohort_id);
comment on index public.cohort_members_user_id_cohort_id_idx is 'Audiences that hold a user.';
grant select, insert, update, delete on table public.cohort_members to service_role;

create table public.cohort_retention_results (
  cohort_kind text not null,
  cohort_period date not null,
  segment_key text default 'all' not null,
  period_index smallint not null,
  measure text not null,
  grain text not null,
  cohort_size integer not null,
  retained integer not null,
  revenue_minor bigint,
  currency public.currency_code,
  computed_at timestamptz default now() not null,
  constraint cohort_retention_results_pkey primary key (cohort_kind, grain, cohort_period, segment_key, period_index, measure),
  constraint cohort_retention_results_cohort_kind_check check (cohort_kind in ('signup', 'first_purchase', 'first_subscription', 'creator_joined')),
  constraint cohort_retention_results_measure_check check (measure in ('active', 'paying', 'revenue')),
  constraint cohort_retention_results_grain_check check (grain in ('day', 'week', 'month')),
  constraint retained_within_cohort check (retained between 0 and cohort_size),
  constraint period_index_is_not_negative check (period_index >= 0),
  constraint period_begins_with_its_grain check (cohort_period = date_trunc(grain, cohort_period::timestamp)::date),
  constraint revenue_is_measured_with_its_currency check ((measure = 'revenue') = (revenue_minor is not null) and (revenue_minor is null) = (currency is null))
);
alter table public.cohort_retention_results enable row level security;
revoke all on table public.cohort_retention_results from anon, authenticated, service_role;
comment on table public.cohort_retention_results is 'Cell of a retention triangle; of those acquired in a period, how many were active or paid so many periods later.';
comment on column public.cohort_retention_results.cohort_period is 'First day of the period.';
comment on column public.cohort_retention_results.revenue_minor is 'Minor units of currency.';
comment on column public.cohort_retention_results.currency is 'The reporting currency, to which amounts are converted.';
alter table public.cohort_retention_results add constraint cohort_retention_results_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index cohort_retention_results_cohort_kind_grain_segment_0ac17c96_idx on public.cohort_retention_results (cohort_kind, grain, segment_key, measure, cohort_period desc);
comment on index public.cohort_retention_results_cohort_kind_grain_segment_0ac17c96_idx is 'One triangle.';
create index cohort_retention_results_currency_fkey_idx on public.cohort_retention_results (currency) where (currency is not null);
create policy staff_select on public.cohort_retention_results for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.cohort_retention_results to boyfanz_staff;
grant select, insert, update, delete on table public.cohort_retention_results to service_role;

create table public.content_metrics_daily (
  post_id uuid not null,
  metric_date date not null,
  creator_id uuid not null,
  impressions integer default 0 not null,
  views integer default 0 not null,
  unique_viewers integer default 0 not null,
  viewers_sketch bytea,
  likes integer default 0 not null,
  comments integer default 0 not null,
  shares integer default 0 not null,
  saves integer default 0 not null,
  reports integer default 0 not null,
  unlocks integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  avg_completion_ppm integer,
  computed_at timestamptz default now() not null,
  constraint content_metrics_daily_pkey primary key (post_id, metric_date),
  constraint unique_viewers_within_views check (unique_viewers between 0 and views),
  constraint counts_are_not_negative check (impressions >= 0 and likes >= 0 and comments >= 0 and shares >= 0 and saves >= 0 and reports >= 0 and unlocks >= 0),
  constraint revenue_is_not_negative check (revenue_minor >= 0),
  constraint completion_in_range check (avg_completion_ppm between 0 and 1000000)
) partition by range (metric_date);
alter table public.content_metrics_daily enable row level security;
revoke all on table public.content_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_metrics_daily', 'metric_date', '1 month', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_metrics_daily'::regclass);
comment on table public.content_metrics_daily is 'Figures of a post per day, the lasting record of how it did; a job folds days past the partitions into totals of its life.';
comment on column public.content_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.content_metrics_daily.viewers_sketch is 'HyperLogLog of the viewers, since distinct people do not add up over days.';
comment on column public.content_metrics_daily.revenue_minor is 'Minor units of currency; from the ledger.';
comment on column public.content_metrics_daily.currency is 'The default currency of the creator, to which amounts are converted.';
comment on column public.content_metrics_daily.avg_completion_ppm is 'Millionths of the length.';
create index content_metrics_daily_creator_id_metric_date_idx on public.content_metrics_daily (creator_id, metric_date desc);
create index content_metrics_daily_creator_id_revenue_minor_metric_date_idx on public.content_metrics_daily (creator_id, revenue_minor desc, metric_date);
comment on index public.content_metrics_daily_creator_id_revenue_minor_metric_date_idx is 'Best earners.';
create policy member_select on public.content_metrics_daily for select to authenticated using (content_metrics_daily.creator_id = (select boyfanz.current_user_id()));
grant select (avg_completion_ppm, comments, computed_at, creator_id, currency, impressions, likes, metric_date, post_id, revenue_minor, saves, shares, unique_viewers, unlocks, views) on table public.content_metrics_daily to authenticated;
grant select, insert, update, delete on table public.content_metrics_daily to service_role;

create table public.content_metrics_hourly (
  post_id uuid not null,
  bucket_at timestamptz not null,
  creator_id uuid not null,
  impressions integer default 0 not null,
  views integer default 0 not null,
  unique_viewers integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  shares integer default 0 not null,
  saves integer default 0 not null,
  unlocks integer default 0 not null,
  tips_minor bigint default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  dwell_ms bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint content_metrics_hourly_pkey primary key (post_id, bucket_at),
  constraint unique_viewers_within_views check (unique_viewers between 0 and views),
  constraint counts_are_not_negative check (impressions >= 0 and likes >= 0 and comments >= 0 and shares >= 0 and saves >= 0 and unlocks >= 0 and dwell_ms >= 0),
  constraint tips_within_revenue check (tips_minor between 0 and revenue_minor),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.content_metrics_hourly enable row level security;
revoke all on table public.content_metrics_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_metrics_hourly', 'bucket_at', '1 day', 3, '14 days', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_metrics_hourly'::regclass);
comment on table public.content_metrics_hourly is 'Figures of a post per hour for the creator''s live chart and for trends; only hours in which something happened have a row.';
comment on column public.content_metrics_hourly.tips_minor is 'Minor units of currency.';
comment on column public.content_metrics_hourly.revenue_minor is 'Minor units of currency, tips included; from the ledger.';
comment on column public.content_metrics_hourly.currency is 'The default currency of the creator, to which amounts are converted.';
create index content_metrics_hourly_creator_id_bucket_at_idx on public.content_metrics_hourly (creator_id, bucket_at desc);
create index content_metrics_hourly_bucket_at_views_idx on public.content_metrics_hourly (bucket_at, views desc);
comment on index public.content_metrics_hourly_bucket_at_views_idx is 'Trends.';
create policy member_select on public.content_metrics_hourly for select to authenticated using (content_metrics_hourly.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_metrics_hourly to authenticated;
grant select, insert, update, delete on table public.content_metrics_hourly to service_role;

create table public.content_view_events (
  id uuid default boyfanz.uuid_v7() not null,
  viewed_at timestamptz default now() not null,
  post_id uuid not null,
  creator_id uuid not null,
  actor_id uuid,
  event_kind text not null,
  surface text not null,
  dwell_ms integer,
  "position" smallint,
  is_subscriber boolean default false not null,
  country_code public.country_code,
  rec_request_id uuid,
  constraint content_view_events_pkey primary key (id, viewed_at),
  constraint content_view_events_event_kind_check check (event_kind in ('impression', 'view', 'expand', 'dwell', 'media_open', 'unlock')),
  constraint content_view_events_surface_check check (surface in ('feed', 'profile', 'explore', 'search', 'message', 'story', 'embed', 'notification')),
  constraint dwell_is_at_most_a_day check (dwell_ms between 0 and 86400000),
  constraint dwell_is_measured check (event_kind <> 'dwell' or dwell_ms is not null),
  constraint position_is_not_negative check (position >= 0)
) partition by range (viewed_at);
alter table public.content_view_events enable row level security;
revoke all on table public.content_view_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_view_events', 'viewed_at', '1 day', 3, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_view_events'::regclass);
comment on table public.content_view_events is 'Raw impressions, views and dwell per post and surface; reach, completion and the feedback to recommendations come from it.';
comment on column public.content_view_events."position" is 'Place in the list shown, from 0.';
comment on column public.content_view_events.rec_request_id is 'Of the recommendation that brought it there.';
create index content_view_events_post_id_viewed_at_idx on public.content_view_events (post_id, viewed_at desc);
create index content_view_events_creator_id_viewed_at_idx on public.content_view_events (creator_id, viewed_at desc);
create trigger append_only before update on public.content_view_events for each row execute function boyfanz.append_only('clear actor_id');
grant select, insert, update, delete on table public.content_view_events to service_role;

create table public.content_views_hourly (
  bucket_at timestamptz not null,
  post_id uuid not null,
  creator_id uuid not null,
  surface text not null,
  impressions bigint default 0 not null,
  views bigint default 0 not null,
  dwell_ms bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint content_views_hourly_pkey primary key (post_id, bucket_at, surface),
  constraint content_views_hourly_surface_check check (surface in ('feed', 'profile', 'explore', 'search', 'message', 'story', 'embed', 'notification')),
  constraint counts_are_not_negative check (impressions >= 0 and views >= 0 and dwell_ms >= 0),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.content_views_hourly enable row level security;
revoke all on table public.content_views_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_views_hourly', 'bucket_at', '1 day', 3, '7 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_views_hourly'::regclass);
comment on table public.content_views_hourly is 'Impressions, views and dwell per hour, post and surface; the step from raw views to content_metrics_hourly, filled by a job or from a continuous aggregate where there is one.';
create index content_views_hourly_creator_id_bucket_at_surface_idx on public.content_views_hourly (creator_id, bucket_at, surface);
create policy member_select on public.content_views_hourly for select to authenticated using (content_views_hourly.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_views_hourly to authenticated;
grant select, insert, update, delete on table public.content_views_hourly to service_role;

create table public.conversion_goals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  owner_user_id uuid,
  name text not null,
  event_definition_id uuid not null,
  match_rule jsonb default '{}' not null,
  value_rule text default 'none' not null,
  fixed_value_minor bigint,
  currency public.currency_code,
  lookback_days integer default 30 not null,
  count_mode text default 'every' not null,
  status text default 'active' not null,
  constraint conversion_goals_pkey primary key (id),
  constraint conversion_goals_key_key unique (key),
  constraint conversion_goals_value_rule_check check (value_rule in ('none', 'fixed', 'event_property', 'ledger_amount')),
  constraint conversion_goals_count_mode_check check (count_mode in ('every', 'once_per_actor', 'once_per_day')),
  constraint conversion_goals_status_check check (status in ('active', 'paused', 'archived')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint match_rule_is_object check (jsonb_typeof(match_rule) = 'object'),
  constraint fixed_names_its_value check ((value_rule = 'fixed') = (fixed_value_minor is not null) and (fixed_value_minor is null or currency is not null)),
  constraint fixed_value_is_not_negative check (fixed_value_minor >= 0),
  constraint lookback_in_range check (lookback_days between 1 and 90)
);
alter table public.conversion_goals enable row level security;
revoke all on table public.conversion_goals from anon, authenticated, service_role;
comment on table public.conversion_goals is 'Outcome worth counting, with the rule that finds it among the events, what it is worth and how far back a touch counts.';
comment on column public.conversion_goals.fixed_value_minor is 'Minor units of currency.';
alter table public.conversion_goals add constraint conversion_goals_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.conversion_goals add constraint conversion_goals_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete restrict;
alter table public.conversion_goals add constraint conversion_goals_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversion_goals_event_definition_id_status_idx on public.conversion_goals (event_definition_id, status);
comment on index public.conversion_goals_event_definition_id_status_idx is 'Goals to try on an event.';
create index conversion_goals_owner_user_id_fkey_idx on public.conversion_goals (owner_user_id) where (owner_user_id is not null);
create index conversion_goals_currency_fkey_idx on public.conversion_goals (currency) where (currency is not null);
create trigger touch_updated_at before update on public.conversion_goals for each row execute function boyfanz.touch_updated_at();
create trigger key_stays before update of key on public.conversion_goals for each row execute function boyfanz.set_once('key');
create policy member_select on public.conversion_goals for select to authenticated using (conversion_goals.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.conversion_goals for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.conversion_goals to authenticated;
grant select on table public.conversion_goals to boyfanz_staff;
grant select, insert, update, delete on table public.conversion_goals to service_role;

create table public.conversions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  goal_id uuid not null,
  actor_id uuid,
  creator_id uuid,
  ledger_transaction_id uuid,
  value_minor bigint default 0 not null,
  currency public.currency_code,
  converted_at timestamptz not null,
  idempotency_key text not null,
  reversed_at timestamptz,
  constraint conversions_pkey primary key (id),
  constraint conversions_goal_id_idempotency_key_key unique (goal_id, idempotency_key),
  constraint value_is_not_negative check (value_minor >= 0),
  constraint value_names_its_currency check (value_minor = 0 or currency is not null),
  constraint reversed_after_conversion check (reversed_at >= converted_at),
  constraint idempotency_key_length check (char_length(idempotency_key) between 1 and 200)
);
alter table public.conversions enable row level security;
alter table public.attribution_credits add constraint attribution_credits_conversion_id_fkey foreign key (conversion_id) references public.conversions (id) on delete restrict;
revoke all on table public.conversions from anon, authenticated, service_role;
comment on table public.conversions is 'A goal reached, with its value and, where money counts, the posting that proves it; its key keeps a replay from counting twice. A refund is marked, never taken out; erasure clears the actor and leaves the fact.';
comment on column public.conversions.value_minor is 'Minor units of currency.';
comment on column public.conversions.idempotency_key is 'Of the event or posting that reached the goal; for once_per_actor and once_per_day the actor and the day.';
comment on column public.conversions.reversed_at is 'Refund or chargeback.';
alter table public.conversions add constraint conversions_goal_id_fkey foreign key (goal_id) references public.conversion_goals (id) on delete restrict;
alter table public.conversions add constraint conversions_actor_id_fkey foreign key (actor_id) references public.analytics_identities (actor_id) on delete set null;
alter table public.conversions add constraint conversions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete set null;
alter table public.conversions add constraint conversions_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.conversions add constraint conversions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversions_goal_id_converted_at_idx on public.conversions (goal_id, converted_at desc);
create index conversions_creator_id_converted_at_idx on public.conversions (creator_id, converted_at desc) where (creator_id is not null);
create index conversions_actor_id_fkey_idx on public.conversions (actor_id) where (actor_id is not null);
create index conversions_ledger_transaction_id_fkey_idx on public.conversions (ledger_transaction_id) where (ledger_transaction_id is not null);
create index conversions_currency_fkey_idx on public.conversions (currency) where (currency is not null);
create trigger value_is_proven before insert on public.conversions for each row execute function boyfanz.check_conversion();
create trigger append_only before update or delete on public.conversions for each row execute function boyfanz.append_only('set reversed_at', 'clear actor_id', 'clear creator_id');
create trigger refuse_truncate before truncate on public.conversions for each statement execute function boyfanz.append_only();
grant select, insert, update, delete on table public.conversions to service_role;

create table public.creator_audience_daily (
  creator_id uuid not null,
  metric_date date not null,
  dimension text not null,
  dimension_value text not null,
  viewers integer default 0 not null,
  subscribers integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  is_suppressed boolean default false not null,
  computed_at timestamptz default now() not null,
  constraint creator_audience_daily_pkey primary key (creator_id, metric_date, dimension, dimension_value),
  constraint creator_audience_daily_dimension_check check (dimension in ('country', 'region', 'device', 'language', 'source', 'tenure', 'spend_band')),
  constraint small_cells_are_suppressed check (is_suppressed or viewers >= 20),
  constraint suppressed_cells_say_nothing check (not is_suppressed or (viewers = 0 and subscribers = 0 and revenue_minor = 0)),
  constraint subscribers_are_not_negative check (subscribers >= 0)
) partition by range (metric_date);
alter table public.creator_audience_daily enable row level security;
revoke all on table public.creator_audience_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'creator_audience_daily', 'metric_date', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.creator_audience_daily'::regclass);
comment on table public.creator_audience_daily is 'Audience of a creator by one dimension at a time. A cell of fewer than 20 people is suppressed and holds nothing but its name, so that no fan can be singled out.';
comment on column public.creator_audience_daily.metric_date is 'Day in UTC.';
comment on column public.creator_audience_daily.revenue_minor is 'Minor units of currency.';
comment on column public.creator_audience_daily.currency is 'The default currency of the creator, to which amounts are converted.';
alter table public.creator_audience_daily add constraint creator_audience_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create policy member_select on public.creator_audience_daily for select to authenticated using (creator_audience_daily.creator_id = (select boyfanz.current_user_id()));
grant select on table public.creator_audience_daily to authenticated;
grant select, insert, update, delete on table public.creator_audience_daily to service_role;

create table public.creator_metrics_daily (
  creator_id uuid not null,
  metric_date date not null,
  profile_views integer default 0 not null,
  impressions bigint default 0 not null,
  unique_viewers integer default 0 not null,
  new_followers integer default 0 not null,
  lost_followers integer default 0 not null,
  new_subscribers integer default 0 not null,
  renewed_subscribers integer default 0 not null,
  churned_subscribers integer default 0 not null,
  active_subscribers integer default 0 not null,
  messages_sent integer default 0 not null,
  ppv_sales integer default 0 not null,
  tips_count integer default 0 not null,
  gross_minor bigint default 0 not null,
  platform_fee_minor bigint default 0 not null,
  net_minor bigint default 0 not null,
  currency public.currency_code not null,
  live_minutes integer default 0 not null,
  computed_at timestamptz default now() not null,
  ledger_watermark bigint not null,
  constraint creator_metrics_daily_pkey primary key (creator_id, metric_date),
  constraint counts_are_not_negative check (profile_views >= 0 and impressions >= 0 and unique_viewers >= 0 and new_followers >= 0 and lost_followers >= 0 and new_subscribers >= 0 and renewed_subscribers >= 0 and churned_subscribers >= 0 and active_subscribers >= 0 and messages_sent >= 0 and ppv_sales >= 0 and tips_count >= 0 and live_minutes >= 0),
  constraint gross_is_not_negative check (gross_minor >= 0),
  constraint fee_within_gross check (platform_fee_minor between 0 and gross_minor),
  constraint net_is_what_the_fee_leaves_at_most check (net_minor <= gross_minor - platform_fee_minor)
) partition by range (metric_date);
alter table public.creator_metrics_daily enable row level security;
revoke all on table public.creator_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'creator_metrics_daily', 'metric_date', '12 months', 1, '36 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.creator_metrics_daily'::regclass);
comment on table public.creator_metrics_daily is 'A creator''s day; reach, followers, subscribers, messages and what the ledger says was earned.';
comment on column public.creator_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.creator_metrics_daily.active_subscribers is 'At the end of the day.';
comment on column public.creator_metrics_daily.gross_minor is 'Minor units of currency.';
comment on column public.creator_metrics_daily.platform_fee_minor is 'Minor units of currency.';
comment on column public.creator_metrics_daily.net_minor is 'Minor units of currency, after fee, tax and refunds; negative on a day of refunds.';
comment on column public.creator_metrics_daily.currency is 'The default currency of the creator, to which amounts are converted.';
comment on column public.creator_metrics_daily.ledger_watermark is 'posting_no of the last posting that is counted.';
alter table public.creator_metrics_daily add constraint creator_metrics_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_metrics_daily add constraint creator_metrics_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index creator_metrics_daily_metric_date_net_minor_idx on public.creator_metrics_daily (metric_date, net_minor desc);
comment on index public.creator_metrics_daily_metric_date_net_minor_idx is 'Top creators of the platform.';
create index creator_metrics_daily_currency_fkey_idx on public.creator_metrics_daily (currency);
create policy member_select on public.creator_metrics_daily for select to authenticated using (creator_metrics_daily.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.creator_metrics_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select (active_subscribers, churned_subscribers, computed_at, creator_id, currency, gross_minor, impressions, live_minutes, lost_followers, messages_sent, metric_date, net_minor, new_followers, new_subscribers, platform_fee_minor, ppv_sales, profile_views, renewed_subscribers, tips_count, unique_viewers) on table public.creator_metrics_daily to authenticated;
grant select on table public.creator_metrics_daily to boyfanz_staff;
grant select, insert, update, delete on table public.creator_metrics_daily to service_role;

create table public.dashboard_shares (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dashboard_id uuid not null,
  grantee_user_id uuid,
  grantee_team text,
  link_token_hash public.digest_256,
  permission text default 'view' not null,
  expires_at timestamptz,
  created_by uuid not null,
  constraint dashboard_shares_pkey primary key (id),
  constraint dashboard_shares_dashboard_id_grantee_user_id_key unique (dashboard_id, grantee_user_id),
  constraint dashboard_shares_dashboard_id_grantee_team_key unique (dashboard_id, grantee_team),
  constraint dashboard_shares_link_token_hash_key unique (link_token_hash),
  constraint dashboard_shares_permission_check check (permission in ('view', 'edit')),
  constraint one_kind_of_grantee check (num_nonnulls(grantee_user_id, grantee_team, link_token_hash) = 1),
  constraint link_expires check (link_token_hash is null or expires_at is not null),
  constraint link_only_shows check (link_token_hash is null or permission = 'view'),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.dashboard_shares enable row level security;
revoke all on table public.dashboard_shares from anon, authenticated, service_role;
comment on table public.dashboard_shares is 'Grant of a dashboard to a person, a team or whoever has a link; a link only shows, and expires.';
alter table public.dashboard_shares add constraint dashboard_shares_grantee_user_id_fkey foreign key (grantee_user_id) references public.users (id) on delete cascade;
alter table public.dashboard_shares add constraint dashboard_shares_created_by_fkey foreign key (created_by) references public.users (id) on delete cascade;
create index dashboard_shares_grantee_user_id_fkey_idx on public.dashboard_shares (grantee_user_id) where (grantee_user_id is not null);
create index dashboard_shares_created_by_fkey_idx on public.dashboard_shares (created_by);
create trigger touch_updated_at before update on public.dashboard_shares for each row execute function boyfanz.touch_updated_at();
grant select (created_at, created_by, dashboard_id, expires_at, grantee_team, grantee_user_id, id, permission, updated_at), delete on table public.dashboard_shares to authenticated;
grant select, insert, update, delete on table public.dashboard_shares to service_role;

create table public.dashboard_widgets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dashboard_id uuid not null,
  kind text not null,
  title text not null,
  metric_id uuid,
  saved_query_id uuid,
  funnel_id uuid,
  cohort_id uuid,
  options jsonb default '{}' not null,
  grid_x smallint default 0 not null,
  grid_y smallint default 0 not null,
  grid_w smallint default 6 not null,
  grid_h smallint default 4 not null,
  constraint dashboard_widgets_pkey primary key (id),
  constraint dashboard_widgets_kind_check check (kind in ('number', 'line', 'bar', 'table', 'map', 'funnel', 'retention', 'text')),
  constraint shows_one_thing_at_most check (num_nonnulls(metric_id, saved_query_id, funnel_id, cohort_id) <= 1),
  constraint kind_fits_what_it_shows check (case kind
  when 'text' then num_nonnulls(metric_id, saved_query_id, funnel_id, cohort_id) = 0
  when 'funnel' then num_nonnulls(metric_id, saved_query_id, cohort_id) = 0
  when 'retention' then funnel_id is null
  else funnel_id is null and cohort_id is null
end),
  constraint options_is_object check (jsonb_typeof(options) = 'object'),
  constraint lies_on_the_grid check (grid_x >= 0 and grid_y >= 0 and grid_w between 1 and 24 and grid_h between 1 and 100 and grid_x + grid_w <= 24)
);
alter table public.dashboard_widgets enable row level security;
revoke all on table public.dashboard_widgets from anon, authenticated, service_role;
comment on table public.dashboard_widgets is 'Chart, number, table or text on a dashboard, bound to a metric, saved query, funnel or cohort.';
alter table public.dashboard_widgets add constraint dashboard_widgets_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
create index dashboard_widgets_dashboard_id_grid_y_grid_x_idx on public.dashboard_widgets (dashboard_id, grid_y, grid_x);
create index dashboard_widgets_metric_id_fkey_idx on public.dashboard_widgets (metric_id) where (metric_id is not null);
create index dashboard_widgets_saved_query_id_fkey_idx on public.dashboard_widgets (saved_query_id) where (saved_query_id is not null);
create index dashboard_widgets_funnel_id_fkey_idx on public.dashboard_widgets (funnel_id) where (funnel_id is not null);
create index dashboard_widgets_cohort_id_fkey_idx on public.dashboard_widgets (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.dashboard_widgets for each row execute function boyfanz.touch_updated_at();
grant select on table public.dashboard_widgets to authenticated;
grant select, insert, update, delete on table public.dashboard_widgets to service_role;

create table public.dashboards (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  scope text not null,
  creator_id uuid,
  default_filters jsonb default '{}' not null,
  refresh_seconds integer default 60 not null,
  layout_version integer default 1 not null,
  is_template boolean default false not null,
  archived_at timestamptz,
  constraint dashboards_pkey primary key (id),
  constraint dashboards_owner_user_id_slug_key unique (owner_user_id, slug),
  constraint dashboards_scope_check check (scope in ('platform', 'creator', 'tenant')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(btrim(title)) between 1 and 120),
  constraint creator_scope_names_the_creator check ((scope = 'creator') = (creator_id is not null)),
  constraint filters_is_object check (jsonb_typeof(default_filters) = 'object'),
  constraint refresh_is_not_too_often check (refresh_seconds >= 5),
  constraint layout_version_is_positive check (layout_version > 0)
);
alter table public.dashboards enable row level security;
alter table public.dashboard_shares add constraint dashboard_shares_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete cascade;
create policy member_select on public.dashboard_shares for select to authenticated using (exists (select from public.dashboards p1 where p1.id = dashboard_shares.dashboard_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0) or (dashboard_shares.grantee_user_id = (select boyfanz.current_user_id()) and (expires_at is null or expires_at > now())));
create policy member_delete on public.dashboard_shares for delete to authenticated using (exists (select from public.dashboards p1 where p1.id = dashboard_shares.dashboard_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
alter table public.dashboard_widgets add constraint dashboard_widgets_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete cascade;
create policy member_select on public.dashboard_widgets for select to authenticated using (exists (select from public.dashboards p1 where p1.id = dashboard_widgets.dashboard_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0) or dashboard_widgets.dashboard_id = any (array(select boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id())));
revoke all on table public.dashboards from anon, authenticated, service_role;
comment on table public.dashboards is 'Saved dashboard of a member of staff or a creator with its filters and how often it refreshes.';
comment on column public.dashboards.scope is 'The storefront of a tenant stands among the default filters.';
alter table public.dashboards add constraint dashboards_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.dashboards add constraint dashboards_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index dashboards_creator_id_fkey_idx on public.dashboards (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.dashboards for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.dashboards for select to authenticated using (dashboards.owner_user_id = (select boyfanz.current_user_id()) or dashboards.id = any (array(select boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id())));
create policy member_insert on public.dashboards for insert to authenticated with check ((dashboards.owner_user_id = (select boyfanz.current_user_id()) and (scope = 'creator' and creator_id = owner_user_id and not is_template)));
create policy member_update on public.dashboards for update to authenticated using (dashboards.owner_user_id = (select boyfanz.current_user_id())) with check ((dashboards.owner_user_id = (select boyfanz.current_user_id()) and (scope = 'creator' and creator_id = owner_user_id and not is_template)));
create policy member_delete on public.dashboards for delete to authenticated using (dashboards.owner_user_id = (select boyfanz.current_user_id()));
grant select, insert (archived_at, creator_id, default_filters, id, is_template, layout_version, owner_user_id, refresh_seconds, scope, slug, title), update (archived_at, creator_id, default_filters, id, is_template, layout_version, owner_user_id, refresh_seconds, scope, slug, title), delete on table public.dashboards to authenticated;
grant select, insert, update, delete on table public.dashboards to service_role;

create table public.data_quality_checks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  target_relation text not null,
  check_kind text not null,
  expression jsonb not null,
  severity text default 'warn' not null,
  schedule_minutes integer not null,
  next_run_at timestamptz default now() not null,
  last_status text,
  last_value double precision,
  last_run_at timestamptz,
  consecutive_failures smallint default 0 not null,
  constraint data_quality_checks_pkey primary key (id),
  constraint data_quality_checks_key_key unique (key),
  constraint data_quality_checks_check_kind_check check (check_kind in ('freshness', 'row_count', 'null_rate', 'uniqueness', 'reconciliation', 'distribution')),
  constraint data_quality_checks_severity_check check (severity in ('warn', 'block')),
  constraint data_quality_checks_last_status_check check (last_status in ('pass', 'warn', 'fail', 'error')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint expression_is_object check (jsonb_typeof(expression) = 'object'),
  constraint schedule_in_range check (schedule_minutes between 1 and 44640),
  constraint outcome_names_its_time check ((last_status is null) = (last_run_at is null)),
  constraint failures_fit_the_outcome check (consecutive_failures >= 0 and (last_status is distinct from 'pass' or consecutive_failures = 0))
);
alter table public.data_quality_checks enable row level security;
revoke all on table public.data_quality_checks from anon, authenticated, service_role;
comment on table public.data_quality_checks is 'Check of a table of facts, with its last outcome; what fails and blocks stops the publication of the figures.';
create index data_quality_checks_next_run_at_idx on public.data_quality_checks (next_run_at);
comment on index public.data_quality_checks_next_run_at_idx is 'Due checks.';
create index data_quality_checks_last_status_idx on public.data_quality_checks (last_status) where (last_status in ('fail', 'error'));
create trigger touch_updated_at before update on public.data_quality_checks for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.data_quality_checks for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.data_quality_checks to boyfanz_staff;
grant select, insert, update, delete on table public.data_quality_checks to service_role;

create table public.event_ingest_rejections (
  id uuid default boyfanz.uuid_v7() not null,
  received_at timestamptz default now() not null,
  event_name text not null,
  reason text not null,
  error_detail text,
  platform text,
  app_version text,
  payload_redacted jsonb,
  replayed_at timestamptz,
  constraint event_ingest_rejections_pkey primary key (id, received_at),
  constraint event_ingest_rejections_reason_check check (reason in ('unknown_event', 'schema_invalid', 'forbidden_property', 'clock_skew', 'too_large', 'no_consent', 'bot')),
  constraint event_name_length check (char_length(event_name) between 1 and 200),
  constraint payload_without_consent_is_not_kept check (reason <> 'no_consent' or payload_redacted is null),
  constraint replay_has_a_payload check (replayed_at is null or payload_redacted is not null)
) partition by range (received_at);
alter table public.event_ingest_rejections enable row level security;
revoke all on table public.event_ingest_rejections from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'event_ingest_rejections', 'received_at', '7 days', 1, '30 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.event_ingest_rejections'::regclass);
comment on table public.event_ingest_rejections is 'Event that ingestion refused, with the reason; shows a client release that drifted from the schema and can be replayed.';
comment on column public.event_ingest_rejections.payload_redacted is 'Values of forbidden and sensitive properties taken out.';
create index event_ingest_rejections_event_name_reason_received_at_idx on public.event_ingest_rejections (event_name, reason, received_at desc);
create index event_ingest_rejections_received_at_idx on public.event_ingest_rejections using brin (received_at);
create trigger append_only before update on public.event_ingest_rejections for each row execute function boyfanz.append_only('set replayed_at');
create policy staff_select on public.event_ingest_rejections for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.query')));
grant select on table public.event_ingest_rejections to boyfanz_staff;
grant select, insert, update, delete on table public.event_ingest_rejections to service_role;

create table public.experiment_assignments (
  experiment_id uuid not null,
  unit_id uuid not null,
  variant_id uuid not null,
  assigned_at timestamptz default now() not null,
  reason text not null,
  constraint experiment_assignments_pkey primary key (experiment_id, unit_id),
  constraint experiment_assignments_reason_check check (reason in ('bucket', 'override', 'sticky', 'holdout'))
);
alter table public.experiment_assignments enable row level security;
revoke all on table public.experiment_assignments from anon, authenticated, service_role;
comment on table public.experiment_assignments is 'Variant that a unit stays with, where the hash of its bucket is not enough, as for overrides and across a sign-in.';
comment on column public.experiment_assignments.unit_id is 'User, actor, creator or session, as the experiment says; erased by a job.';
create index experiment_assignments_unit_id_idx on public.experiment_assignments (unit_id);
comment on index public.experiment_assignments_unit_id_idx is 'Assignments of a unit, for erasure.';
create index experiment_assignments_experiment_id_variant_id_fkey_idx on public.experiment_assignments (experiment_id, variant_id);
grant select, insert, update, delete on table public.experiment_assignments to service_role;

create table public.experiment_exposures (
  experiment_id uuid not null,
  unit_id uuid not null,
  exposed_at timestamptz default now() not null,
  variant_id uuid not null,
  platform text not null,
  app_version text,
  constraint experiment_exposures_pkey primary key (experiment_id, unit_id, exposed_at),
  constraint experiment_exposures_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'server'))
) partition by range (exposed_at);
alter table public.experiment_exposures enable row level security;
revoke all on table public.experiment_exposures from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'experiment_exposures', 'exposed_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.experiment_exposures'::regclass);
comment on table public.experiment_exposures is 'First exposure of a unit to a variant on a day; analysis counts exposures and not assignments. The writer remembers the day''s exposures, and analysis counts distinct units, because no unique key could hold it to one.';
comment on column public.experiment_exposures.unit_id is 'User, actor, creator or session, as the experiment says.';
create index experiment_exposures_experiment_id_exposed_at_idx on public.experiment_exposures (experiment_id, exposed_at);
comment on index public.experiment_exposures_experiment_id_exposed_at_idx is 'Curve of exposure and test of the sample ratio.';
create trigger append_only before update on public.experiment_exposures for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.experiment_exposures to service_role;

create table public.experiment_layers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  unit text not null,
  bucket_count integer default 1000 not null,
  salt text not null,
  description text,
  constraint experiment_layers_pkey primary key (id),
  constraint experiment_layers_key_key unique (key),
  constraint experiment_layers_id_unit_key unique (id, unit),
  constraint experiment_layers_unit_check check (unit in ('user', 'actor', 'creator', 'session')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint bucket_count_in_range check (bucket_count between 100 and 10000),
  constraint salt_length check (char_length(salt) >= 8)
);
alter table public.experiment_layers enable row level security;
revoke all on table public.experiment_layers from anon, authenticated, service_role;
comment on table public.experiment_layers is 'Layer whose experiments split its buckets, so that a unit is in one of them at most. Salt and number of buckets never change, because they decide who is in which.';
create trigger touch_updated_at before update on public.experiment_layers for each row execute function boyfanz.touch_updated_at();
create trigger buckets_stay before update of key, unit, bucket_count, salt on public.experiment_layers for each row execute function boyfanz.set_once('key', 'unit', 'bucket_count', 'salt');
create policy staff_select on public.experiment_layers for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiment_layers to boyfanz_staff;
grant select, insert, update, delete on table public.experiment_layers to service_role;

create table public.experiment_metric_results (
  experiment_id uuid not null,
  snapshot_id uuid not null,
  variant_id uuid not null,
  metric_id uuid not null,
  dimension_value text default '' not null,
  units bigint not null,
  mean double precision not null,
  stddev double precision not null,
  uplift_ppm bigint,
  ci_low double precision,
  ci_high double precision,
  p_value double precision,
  prob_beats_control double precision,
  is_significant boolean,
  constraint experiment_metric_results_pkey primary key (snapshot_id, variant_id, metric_id, dimension_value),
  constraint units_are_not_negative check (units >= 0),
  constraint stddev_is_not_negative check (stddev >= 0),
  constraint interval_is_ordered check ((ci_low is null) = (ci_high is null) and (ci_low is null or ci_low <= ci_high)),
  constraint probabilities_in_range check ((p_value is null or p_value between 0 and 1) and (prob_beats_control is null or prob_beats_control between 0 and 1))
);
alter table public.experiment_metric_results enable row level security;
revoke all on table public.experiment_metric_results from anon, authenticated, service_role;
comment on table public.experiment_metric_results is 'Result of an analysis for one variant, metric and value of its dimension; snapshot and variant are of the same experiment.';
comment on column public.experiment_metric_results.dimension_value is 'Empty for the whole.';
comment on column public.experiment_metric_results.uplift_ppm is 'Against the control, in millionths; NULL for the control itself.';
create index experiment_metric_results_experiment_id_snapshot_id_fkey_idx on public.experiment_metric_results (experiment_id, snapshot_id);
create index experiment_metric_results_experiment_id_variant_id_fkey_idx on public.experiment_metric_results (experiment_id, variant_id);
create index experiment_metric_results_metric_id_fkey_idx on public.experiment_metric_results (metric_id);
create policy staff_select on public.experiment_metric_results for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiment_metric_results to boyfanz_staff;
grant select, insert, update, delete on table public.experiment_metric_results to service_role;

create table public.experiment_metrics (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  metric_id uuid not null,
  role text not null,
  expected_direction text default 'none' not null,
  guardrail_limit_ppm integer,
  capping_percentile real,
  constraint experiment_metrics_pkey primary key (experiment_id, metric_id),
  constraint experiment_metrics_role_check check (role in ('primary', 'secondary', 'guardrail')),
  constraint experiment_metrics_expected_direction_check check (expected_direction in ('up', 'down', 'none')),
  constraint guardrail_has_a_limit check ((role = 'guardrail') = (guardrail_limit_ppm is not null)),
  constraint capping_in_range check (capping_percentile > 0 and capping_percentile <= 100)
);
alter table public.experiment_metrics enable row level security;
revoke all on table public.experiment_metrics from anon, authenticated, service_role;
comment on table public.experiment_metrics is 'What an experiment is judged by and in which role, fixed from its start.';
comment on column public.experiment_metrics.guardrail_limit_ppm is 'Relative harm that is not accepted, in millionths.';
create index experiment_metrics_metric_id_fkey_idx on public.experiment_metrics (metric_id);
create trigger touch_updated_at before update on public.experiment_metrics for each row execute function boyfanz.touch_updated_at();
create trigger fixed_at_the_start before insert or update or delete on public.experiment_metrics for each row execute function boyfanz.freeze_with_parent('experiment_id', 'experiments', 'started_at');
create policy staff_select on public.experiment_metrics for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiment_metrics to boyfanz_staff;
grant select, insert, update, delete on table public.experiment_metrics to service_role;

create table public.experiment_snapshots (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  data_cut_at timestamptz not null,
  dimension text,
  stats_method text not null,
  units_total bigint default 0 not null,
  srm_p_value double precision,
  multiple_exposure_ppm integer default 0 not null,
  health text default 'data_missing' not null,
  query_fingerprint text not null,
  triggered_by uuid,
  status text default 'running' not null,
  constraint experiment_snapshots_pkey primary key (id),
  constraint experiment_snapshots_experiment_id_id_key unique (experiment_id, id),
  constraint experiment_snapshots_stats_method_check check (stats_method in ('frequentist', 'sequential', 'bayesian')),
  constraint experiment_snapshots_health_check check (health in ('ok', 'srm', 'low_power', 'data_missing')),
  constraint experiment_snapshots_status_check check (status in ('running', 'ready', 'failed')),
  constraint units_are_not_negative check (units_total >= 0),
  constraint p_value_in_range check (srm_p_value between 0 and 1),
  constraint multiple_exposure_in_range check (multiple_exposure_ppm between 0 and 1000000),
  constraint only_ready_is_healthy check (health <> 'ok' or status = 'ready')
);
alter table public.experiment_snapshots enable row level security;
alter table public.experiment_metric_results add constraint snapshot_of_same_experiment foreign key (experiment_id, snapshot_id) references public.experiment_snapshots (experiment_id, id) on delete cascade;
revoke all on table public.experiment_snapshots from anon, authenticated, service_role;
comment on table public.experiment_snapshots is 'One analysis of an experiment with its cut of the data, the test of the sample ratio and the verdict on its health.';
comment on column public.experiment_snapshots.dimension is 'NULL for the whole only.';
comment on column public.experiment_snapshots.srm_p_value is 'Of the test for a mismatch of the sample ratio.';
comment on column public.experiment_snapshots.multiple_exposure_ppm is 'Millionths of the units that saw several variants.';
comment on column public.experiment_snapshots.triggered_by is 'NULL for the schedule.';
alter table public.experiment_snapshots add constraint experiment_snapshots_triggered_by_fkey foreign key (triggered_by) references public.users (id) on delete set null;
create index experiment_snapshots_experiment_id_data_cut_at_idx on public.experiment_snapshots (experiment_id, data_cut_at desc);
create index experiment_snapshots_triggered_by_fkey_idx on public.experiment_snapshots (triggered_by) where (triggered_by is not null);
create trigger touch_updated_at before update on public.experiment_snapshots for each row execute function boyfanz.touch_updated_at();
create trigger ready_stays before update on public.experiment_snapshots for each row when (old.status = 'ready') execute function boyfanz.append_only('clear triggered_by');
create policy staff_select on public.experiment_snapshots for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiment_snapshots to boyfanz_staff;
grant select, insert, update, delete on table public.experiment_snapshots to service_role;

create table public.experiment_variants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  key extensions.citext not null,
  name text not null,
  weight_ppm integer not null,
  is_control boolean default false not null,
  payload jsonb default '{}' not null,
  constraint experiment_variants_pkey primary key (id),
  constraint experiment_variants_experiment_id_key_key unique (experiment_id, key),
  constraint experiment_variants_experiment_id_id_key unique (experiment_id, id),
  constraint key_form check (key::text ~ '^[a-z0-9][a-z0-9_.-]{0,59}$'),
  constraint weight_in_range check (weight_ppm between 0 and 1000000)
);
alter table public.experiment_variants enable row level security;
alter table public.experiment_assignments add constraint variant_of_same_experiment foreign key (experiment_id, variant_id) references public.experiment_variants (experiment_id, id) on delete restrict;
alter table public.experiment_metric_results add constraint variant_of_same_experiment foreign key (experiment_id, variant_id) references public.experiment_variants (experiment_id, id) on delete cascade;
revoke all on table public.experiment_variants from anon, authenticated, service_role;
comment on table public.experiment_variants is 'Arm of an experiment with its share of the traffic and what the client gets; fixed from the start of the experiment.';
comment on column public.experiment_variants.weight_ppm is 'Millionths of the traffic.';
create unique index experiment_variants_one_control_idx on public.experiment_variants (experiment_id) where (is_control);
create trigger touch_updated_at before update on public.experiment_variants for each row execute function boyfanz.touch_updated_at();
create trigger fixed_at_the_start before insert or update of experiment_id, key, weight_ppm, is_control, payload or delete on public.experiment_variants for each row execute function boyfanz.freeze_with_parent('experiment_id', 'experiments', 'started_at');
create policy staff_select on public.experiment_variants for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiment_variants to boyfanz_staff;
grant select, insert, update, delete on table public.experiment_variants to service_role;

create table public.experiments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  owner_user_id uuid,
  layer_id uuid,
  feature_flag_id uuid,
  name text not null,
  hypothesis text not null,
  unit text not null,
  cohort_id uuid,
  bucket_range int4range,
  status text default 'draft' not null,
  started_at timestamptz,
  ended_at timestamptz,
  min_detectable_ppm integer,
  planned_units bigint,
  stats_method text default 'frequentist' not null,
  decision text,
  decision_note text,
  is_safety_sensitive boolean default false not null,
  constraint experiments_pkey primary key (id),
  constraint experiments_key_key unique (key),
  constraint experiments_unit_check check (unit in ('user', 'actor', 'creator', 'session')),
  constraint experiments_status_check check (status in ('draft', 'review', 'running', 'paused', 'stopped', 'archived')),
  constraint experiments_stats_method_check check (stats_method in ('frequentist', 'sequential', 'bayesian')),
  constraint experiments_decision_check check (decision in ('ship', 'rollback', 'iterate', 'inconclusive')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint name_length check (char_length(btrim(name)) between 1 and 200),
  constraint layer_comes_with_buckets check ((layer_id is null) = (bucket_range is null)),
  constraint buckets_are_some check (not isempty(bucket_range)),
  constraint started_names_its_time check (case
  when status in ('draft', 'review') then started_at is null
  when status in ('running', 'paused', 'stopped') then started_at is not null
  else true
end),
  constraint stopped_names_its_time check (case
  when status = 'stopped' then ended_at is not null
  when status = 'archived' then (started_at is null) = (ended_at is null)
  else ended_at is null
end),
  constraint ends_after_start check (ended_at > started_at),
  constraint decided_at_the_end check (decision is null or ended_at is not null),
  constraint note_comes_with_the_decision check (decision_note is null or decision is not null),
  constraint power_is_positive check (min_detectable_ppm > 0 and planned_units > 0),
  constraint experiments_disjoint_buckets_excl exclude using gist (layer_id with =, bucket_range with &&) where (status in ('running', 'paused'))
);
alter table public.experiments enable row level security;
alter table public.experiment_assignments add constraint experiment_assignments_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_metrics add constraint experiment_metrics_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_snapshots add constraint experiment_snapshots_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_variants add constraint experiment_variants_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
revoke all on table public.experiments from anon, authenticated, service_role;
comment on table public.experiments is 'A controlled test with its hypothesis, unit, slice of a layer, audience and planned power, and the decision taken. It starts with a control, arms that share all of the traffic and a primary metric; what it tests is fixed from then on.';
comment on column public.experiments.layer_id is 'NULL for one that runs beside all others.';
comment on column public.experiments.bucket_range is 'Buckets of the layer, from 0.';
comment on column public.experiments.min_detectable_ppm is 'Smallest relative effect to find, in millionths.';
comment on column public.experiments.is_safety_sensitive is 'Needs the review of trust and safety before it runs.';
alter table public.experiments add constraint experiments_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.experiments add constraint experiments_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
alter table public.experiments add constraint layer_of_same_unit foreign key (layer_id, unit) references public.experiment_layers (id, unit) on delete restrict;
create unique index experiments_feature_flag_id_idx on public.experiments (feature_flag_id) where (status in ('running', 'paused'));
create index experiments_status_started_at_idx on public.experiments (status, started_at desc);
create index experiments_layer_id_unit_fkey_idx on public.experiments (layer_id, unit);
create index experiments_owner_user_id_fkey_idx on public.experiments (owner_user_id) where (owner_user_id is not null);
create index experiments_feature_flag_id_fkey_idx on public.experiments (feature_flag_id) where (feature_flag_id is not null);
create index experiments_cohort_id_fkey_idx on public.experiments (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.experiments for each row execute function boyfanz.touch_updated_at();
create trigger check_start before insert or update of status, layer_id, bucket_range on public.experiments for each row execute function boyfanz.check_experiment();
create trigger identity_stays before update of key, started_at, ended_at, decision on public.experiments for each row execute function boyfanz.set_once('key', 'started_at', 'ended_at', 'decision');
create trigger design_is_fixed_at_the_start before update of layer_id, unit, cohort_id, hypothesis, min_detectable_ppm, planned_units, stats_method on public.experiments for each row when (old.started_at is not null and (new.layer_id, new.unit, new.cohort_id, new.hypothesis, new.min_detectable_ppm, new.planned_units, new.stats_method)
  is distinct from
  (old.layer_id, old.unit, old.cohort_id, old.hypothesis, old.min_detectable_ppm, old.planned_units, old.stats_method)) execute function boyfanz.refuse_when('The design of an experiment is fixed when it starts.');
create trigger stopped_stays_stopped before update of status on public.experiments for each row when (old.status = 'archived' and new.status <> 'archived' or old.status = 'stopped' and new.status not in ('stopped', 'archived')) execute function boyfanz.refuse_when('A stopped experiment does not start again.');
create policy staff_select on public.experiments for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.experiments to boyfanz_staff;
grant select, insert, update, delete on table public.experiments to service_role;

create table public.funnel_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  order_mode text default 'ordered' not null,
  window_seconds integer not null,
  cohort_id uuid,
  breakdown_property text,
  exclusion_events uuid[] default '{}' not null,
  is_archived boolean default false not null,
  constraint funnel_definitions_pkey primary key (id),
  constraint funnel_definitions_order_mode_check check (order_mode in ('strict', 'ordered', 'any')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint window_in_range check (window_seconds between 60 and 7776000),
  constraint exclusions_are_named check (array_position(exclusion_events, null) is null)
);
alter table public.funnel_definitions enable row level security;
alter table public.dashboard_widgets add constraint dashboard_widgets_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete restrict;
revoke all on table public.funnel_definitions from anon, authenticated, service_role;
comment on table public.funnel_definitions is 'Named funnel with the order its steps are taken in, the time it may take and how it is broken down.';
comment on column public.funnel_definitions.exclusion_events is 'Events, of analytics_event_definitions, that take somebody out.';
alter table public.funnel_definitions add constraint funnel_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.funnel_definitions add constraint funnel_definitions_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete set null;
create index funnel_definitions_owner_user_id_is_archived_idx on public.funnel_definitions (owner_user_id, is_archived);
create index funnel_definitions_cohort_id_fkey_idx on public.funnel_definitions (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.funnel_definitions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.funnel_definitions for select to authenticated using (funnel_definitions.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.funnel_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.funnel_definitions to authenticated;
grant select on table public.funnel_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.funnel_definitions to service_role;

create table public.funnel_results (
  funnel_id uuid not null,
  result_date date not null,
  breakdown_value text default '' not null,
  step_number smallint not null,
  entered integer not null,
  converted integer not null,
  median_seconds integer,
  p90_seconds integer,
  computed_at timestamptz default now() not null,
  constraint funnel_results_pkey primary key (funnel_id, result_date, breakdown_value, step_number),
  constraint converted_within_entered check (converted between 0 and entered),
  constraint step_number_in_range check (step_number between 1 and 20),
  constraint times_are_ordered check (median_seconds >= 0 and median_seconds <= p90_seconds)
);
alter table public.funnel_results enable row level security;
revoke all on table public.funnel_results from anon, authenticated, service_role;
comment on table public.funnel_results is 'Who came into a step of a funnel and who went on, and how long that took, per day and value of the breakdown.';
comment on column public.funnel_results.result_date is 'Day in UTC on which the funnel was entered.';
comment on column public.funnel_results.breakdown_value is 'Empty for all.';
alter table public.funnel_results add constraint funnel_results_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete cascade;
create index funnel_results_result_date_idx on public.funnel_results (result_date);
comment on index public.funnel_results_result_date_idx is 'Nightly prune.';
create policy staff_select on public.funnel_results for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.funnel_results to boyfanz_staff;
grant select, insert, update, delete on table public.funnel_results to service_role;

create table public.funnel_steps (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  funnel_id uuid not null,
  step_number smallint not null,
  event_definition_id uuid not null,
  filter jsonb,
  label text not null,
  is_optional boolean default false not null,
  constraint funnel_steps_pkey primary key (funnel_id, step_number),
  constraint step_number_in_range check (step_number between 1 and 20),
  constraint filter_is_object check (jsonb_typeof(filter) = 'object'),
  constraint label_length check (char_length(btrim(label)) between 1 and 120),
  constraint entrance_is_not_optional check (step_number > 1 or not is_optional)
);
alter table public.funnel_steps enable row level security;
revoke all on table public.funnel_steps from anon, authenticated, service_role;
comment on table public.funnel_steps is 'Step of a funnel; the event and the filter on its properties.';
alter table public.funnel_steps add constraint funnel_steps_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete cascade;
alter table public.funnel_steps add constraint funnel_steps_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete restrict;
create index funnel_steps_event_definition_id_fkey_idx on public.funnel_steps (event_definition_id);
create trigger touch_updated_at before update on public.funnel_steps for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.funnel_steps for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.funnel_steps to boyfanz_staff;
grant select, insert, update, delete on table public.funnel_steps to service_role;

create table public.marketing_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid,
  name text not null,
  utm_campaign extensions.citext not null,
  source_id uuid not null,
  objective text not null,
  budget_minor bigint,
  currency public.currency_code,
  flight tstzrange not null,
  status text default 'draft' not null,
  constraint marketing_campaigns_pkey primary key (id),
  constraint marketing_campaigns_utm_campaign_source_id_key unique (utm_campaign, source_id),
  constraint marketing_campaigns_objective_check check (objective in ('signup', 'subscribe', 'purchase', 'reactivate', 'awareness')),
  constraint marketing_campaigns_status_check check (status in ('draft', 'running', 'paused', 'ended')),
  constraint name_length check (char_length(btrim(name)) between 1 and 200),
  constraint utm_campaign_form check (utm_campaign::text ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
  constraint budget_names_its_currency check (budget_minor is null or (budget_minor >= 0 and currency is not null)),
  constraint flight_has_a_start check (not isempty(flight) and not lower_inf(flight))
);
alter table public.marketing_campaigns enable row level security;
alter table public.attribution_credits add constraint attribution_credits_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete set null;
alter table public.campaign_costs_daily add constraint campaign_costs_daily_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete restrict;
revoke all on table public.marketing_campaigns from anon, authenticated, service_role;
comment on table public.marketing_campaigns is 'Campaign that UTM values resolve to, paid, owned or a creator''s own, with its budget and flight.';
comment on column public.marketing_campaigns.budget_minor is 'Minor units of currency.';
alter table public.marketing_campaigns add constraint marketing_campaigns_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.marketing_campaigns add constraint marketing_campaigns_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index marketing_campaigns_owner_user_id_status_idx on public.marketing_campaigns (owner_user_id, status);
create index marketing_campaigns_flight_idx on public.marketing_campaigns using gist (flight);
comment on index public.marketing_campaigns_flight_idx is 'Campaigns that run at a time.';
create index marketing_campaigns_source_id_fkey_idx on public.marketing_campaigns (source_id);
create index marketing_campaigns_currency_fkey_idx on public.marketing_campaigns (currency) where (currency is not null);
create trigger touch_updated_at before update on public.marketing_campaigns for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.marketing_campaigns for select to authenticated using (marketing_campaigns.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.marketing_campaigns for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.marketing_campaigns to authenticated;
grant select on table public.marketing_campaigns to boyfanz_staff;
grant select, insert, update, delete on table public.marketing_campaigns to service_role;

create table public.metric_alert_incidents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_id uuid not null,
  dimension_hash public.digest_256 not null,
  observed_value double precision,
  expected_low double precision,
  expected_high double precision,
  opened_at timestamptz default now() not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  resolution_note text,
  constraint metric_alert_incidents_pkey primary key (id),
  constraint expected_range_is_ordered check (expected_low <= expected_high),
  constraint acknowledgement_names_its_time check (acknowledged_by is null or acknowledged_at is not null),
  constraint acknowledged_after_opening check (acknowledged_at >= opened_at),
  constraint resolved_after_opening check (resolved_at >= opened_at),
  constraint note_comes_with_the_end check (resolution_note is null or resolved_at is not null)
);
alter table public.metric_alert_incidents enable row level security;
revoke all on table public.metric_alert_incidents from anon, authenticated, service_role;
comment on table public.metric_alert_incidents is 'A rule that fired, until it was resolved, and who has seen it; one is open per rule and combination of dimensions.';
comment on column public.metric_alert_incidents.observed_value is 'NULL when there were no data.';
alter table public.metric_alert_incidents add constraint metric_alert_incidents_acknowledged_by_fkey foreign key (acknowledged_by) references public.users (id) on delete set null;
create unique index metric_alert_incidents_rule_id_dimension_hash_idx on public.metric_alert_incidents (rule_id, dimension_hash) where (resolved_at is null);
create index metric_alert_incidents_rule_id_opened_at_idx on public.metric_alert_incidents (rule_id, opened_at desc);
create index metric_alert_incidents_opened_at_idx on public.metric_alert_incidents (opened_at desc) where (resolved_at is null);
create index metric_alert_incidents_acknowledged_by_fkey_idx on public.metric_alert_incidents (acknowledged_by) where (acknowledged_by is not null);
create trigger touch_updated_at before update on public.metric_alert_incidents for each row execute function boyfanz.touch_updated_at();
create trigger resolved_stays before update on public.metric_alert_incidents for each row execute function boyfanz.freeze_when_set('resolved_at', 'change resolution_note', 'clear acknowledged_by');
create policy staff_select on public.metric_alert_incidents for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.metric_alert_incidents to boyfanz_staff;
grant select, insert, update, delete on table public.metric_alert_incidents to service_role;

create table public.metric_alert_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  metric_id uuid not null,
  name text not null,
  condition text not null,
  threshold double precision,
  window_minutes integer not null,
  dimensions jsonb,
  severity text default 'warning' not null,
  channels jsonb default '[]' not null,
  is_enabled boolean default true not null,
  cooldown_minutes integer default 60 not null,
  next_eval_at timestamptz default now() not null,
  constraint metric_alert_rules_pkey primary key (id),
  constraint metric_alert_rules_condition_check check (condition in ('above', 'below', 'change_pct', 'anomaly', 'no_data')),
  constraint metric_alert_rules_severity_check check (severity in ('info', 'warning', 'critical')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint comparison_has_a_threshold check (condition in ('anomaly', 'no_data') or threshold is not null),
  constraint window_in_range check (window_minutes between 1 and 43200),
  constraint cooldown_is_not_negative check (cooldown_minutes >= 0),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint channels_are_a_list check (jsonb_typeof(channels) = 'array')
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.metric_alert_rules enable row level security;
alter table public.metric_alert_incidents add constraint metric_alert_incidents_rule_id_fkey foreign key (rule_id) references public.metric_alert_rules (id) on delete cascade;
revoke all on table public.metric_alert_rules from anon, authenticated, service_role;
comment on table public.metric_alert_rules is 'Rule on a metric, by threshold, change or anomaly, with the window it looks at, its severity and whom it tells.';
comment on column public.metric_alert_rules.threshold is 'In the unit of the metric, percent for change_pct.';
comment on column public.metric_alert_rules.dimensions is 'NULL for the metric as a whole.';
comment on column public.metric_alert_rules.channels is 'List of objects, each a channel and its address.';
alter table public.metric_alert_rules add constraint metric_alert_rules_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index metric_alert_rules_next_eval_at_idx on public.metric_alert_rules (next_eval_at) where (is_enabled);
comment on index public.metric_alert_rules_next_eval_at_idx is 'Due rules.';
create index metric_alert_rules_owner_user_id_fkey_idx on public.metric_alert_rules (owner_user_id);
create index metric_alert_rules_metric_id_fkey_idx on public.metric_alert_rules (metric_id);
create trigger touch_updated_at before update on public.metric_alert_rules for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.metric_alert_rules for select to authenticated using (metric_alert_rules.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.metric_alert_rules for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.metric_alert_rules to authenticated;
grant select on table public.metric_alert_rules to boyfanz_staff;
grant select, insert, update, delete on table public.metric_alert_rules to service_role;

create table public.metric_anomalies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  metric_id uuid not null,
  dimension_hash public.digest_256 not null,
  dimensions jsonb default '{}' not null,
  bucket_at timestamptz not null,
  detector text not null,
  observed double precision not null,
  expected double precision not null,
  score real not null,
  verdict text default 'unreviewed' not null,
  reviewed_by uuid,
  constraint metric_anomalies_pkey primary key (id),
  constraint metric_anomalies_metric_id_dimension_hash_bucket_a_8bc5238c_key unique (metric_id, dimension_hash, bucket_at, detector),
  constraint metric_anomalies_verdict_check check (verdict in ('unreviewed', 'true_anomaly', 'known_event', 'noise')),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint reviewer_comes_with_a_verdict check (reviewed_by is null or verdict <> 'unreviewed')
);
alter table public.metric_anomalies enable row level security;
revoke all on table public.metric_anomalies from anon, authenticated, service_role;
comment on table public.metric_anomalies is 'Anomaly in a series of a metric as one version of a detector saw it; its verdict tunes the detector and marks the chart.';
comment on column public.metric_anomalies.detector is 'Name and version.';
alter table public.metric_anomalies add constraint metric_anomalies_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index metric_anomalies_metric_id_bucket_at_idx on public.metric_anomalies (metric_id, bucket_at desc);
create index metric_anomalies_bucket_at_idx on public.metric_anomalies (bucket_at) where (verdict = 'unreviewed');
create index metric_anomalies_reviewed_by_fkey_idx on public.metric_anomalies (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.metric_anomalies for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.metric_anomalies for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.metric_anomalies to boyfanz_staff;
grant select, insert, update, delete on table public.metric_anomalies to service_role;

create table public.metric_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer default 1 not null,
  name text not null,
  description text not null,
  source_relation text not null,
  aggregation text not null,
  numerator_expr jsonb not null,
  denominator_expr jsonb,
  allowed_dimensions text[] default '{}' not null,
  unit text not null,
  direction text default 'neutral' not null,
  status text default 'draft' not null,
  owner_team text not null,
  constraint metric_definitions_pkey primary key (id),
  constraint metric_definitions_key_version_key unique (key, version),
  constraint metric_definitions_aggregation_check check (aggregation in ('count', 'count_distinct', 'sum', 'avg', 'ratio', 'quantile', 'retention')),
  constraint metric_definitions_unit_check check (unit in ('count', 'minor_currency', 'ratio', 'seconds', 'bytes')),
  constraint metric_definitions_direction_check check (direction in ('up_good', 'down_good', 'neutral')),
  constraint metric_definitions_status_check check (status in ('draft', 'certified', 'deprecated')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint version_is_positive check (version > 0),
  constraint expressions_are_objects check (jsonb_typeof(numerator_expr) = 'object' and (denominator_expr is null or jsonb_typeof(denominator_expr) = 'object')),
  constraint ratio_has_a_denominator check (aggregation <> 'ratio' or denominator_expr is not null),
  constraint dimensions_are_named check (array_position(allowed_dimensions, null) is null)
);
alter table public.metric_definitions enable row level security;
alter table public.dashboard_widgets add constraint dashboard_widgets_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.experiment_metric_results add constraint experiment_metric_results_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.experiment_metrics add constraint experiment_metrics_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.metric_alert_rules add constraint metric_alert_rules_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.metric_anomalies add constraint metric_anomalies_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete cascade;
revoke all on table public.metric_definitions from anon, authenticated, service_role;
comment on table public.metric_definitions is 'What a metric means, in one version for dashboards, alerts and experiments alike. A certified version never changes its meaning; a new one takes its place.';
create index metric_definitions_status_key_idx on public.metric_definitions (status, key);
create unique index metric_definitions_one_certified_idx on public.metric_definitions (key) where (status = 'certified');
create trigger touch_updated_at before update on public.metric_definitions for each row execute function boyfanz.touch_updated_at();
create trigger meaning_stays before update on public.metric_definitions for each row when (old.status <> 'draft') execute function boyfanz.append_only('change name', 'change description', 'change owner_team', 'change status');
create trigger never_a_draft_again before update of status on public.metric_definitions for each row when (old.status <> 'draft' and new.status = 'draft') execute function boyfanz.refuse_when('A metric that was certified does not become a draft again.');
create policy staff_select on public.metric_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.metric_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.metric_definitions to service_role;

create table public.metric_values (
  metric_id uuid not null,
  dimension_hash public.digest_256 not null,
  bucket_at timestamptz not null,
  grain text not null,
  dimensions jsonb default '{}' not null,
  value double precision not null,
  sample_size bigint,
  computed_at timestamptz default now() not null,
  constraint metric_values_pkey primary key (metric_id, dimension_hash, bucket_at, grain),
  constraint metric_values_grain_check check (grain in ('minute', 'hour', 'day', 'week', 'month')),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint bucket_begins_with_its_grain check (bucket_at = date_trunc(grain, bucket_at at time zone 'UTC') at time zone 'UTC'),
  constraint sample_is_not_negative check (sample_size >= 0)
) partition by range (bucket_at);
alter table public.metric_values enable row level security;
revoke all on table public.metric_values from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'metric_values', 'bucket_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.metric_values'::regclass);
comment on table public.metric_values is 'Computed series of a metric by combination of dimensions; what dashboards and alerts read. Computing again replaces a value.';
comment on column public.metric_values.dimension_hash is 'Of dimensions, as text with sorted keys.';
create index metric_values_metric_id_grain_bucket_at_idx on public.metric_values (metric_id, grain, bucket_at desc);
create index metric_values_bucket_at_idx on public.metric_values (bucket_at);
grant select, insert, update, delete on table public.metric_values to service_role;

create table public.mrr_movements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  subscription_id uuid not null,
  creator_id uuid not null,
  movement text not null,
  mrr_delta_minor bigint not null,
  currency public.currency_code not null,
  moved_at timestamptz not null,
  source_event_id uuid not null,
  constraint mrr_movements_pkey primary key (id),
  constraint mrr_movements_subscription_id_source_event_id_key unique (subscription_id, source_event_id),
  constraint mrr_movements_movement_check check (movement in ('new', 'expansion', 'contraction', 'churn', 'reactivation', 'currency_adjust')),
  constraint sign_fits_movement check (movement = 'currency_adjust' or (movement in ('contraction', 'churn')) = (mrr_delta_minor < 0)),
  constraint something_moves check (mrr_delta_minor <> 0)
);
alter table public.mrr_movements enable row level security;
revoke all on table public.mrr_movements from anon, authenticated, service_role;
comment on table public.mrr_movements is 'Change of the monthly recurring revenue by one event of a subscription; the sum up to a day is what recurs on that day, and churn has its cause. Corrected by a further movement.';
comment on column public.mrr_movements.mrr_delta_minor is 'Minor units of currency; negative when less recurs.';
comment on column public.mrr_movements.source_event_id is 'Event of the domain that caused it; one causes a movement only once.';
alter table public.mrr_movements add constraint mrr_movements_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.mrr_movements add constraint mrr_movements_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.mrr_movements add constraint mrr_movements_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index mrr_movements_creator_id_moved_at_idx on public.mrr_movements (creator_id, moved_at);
create index mrr_movements_moved_at_movement_idx on public.mrr_movements (moved_at, movement);
create index mrr_movements_currency_fkey_idx on public.mrr_movements (currency);
create trigger creator_of_the_subscription before insert on public.mrr_movements for each row execute function boyfanz.matches_parent('subscription_id', 'subscriptions', 'creator_id');
create trigger append_only before update or delete on public.mrr_movements for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.mrr_movements for each statement execute function boyfanz.append_only();
create policy member_select on public.mrr_movements for select to authenticated using (mrr_movements.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.mrr_movements for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.mrr_movements to authenticated;
grant select on table public.mrr_movements to boyfanz_staff;
grant select, insert, update, delete on table public.mrr_movements to service_role;

create table public.platform_metrics_daily (
  metric_date date not null,
  metric_key text not null,
  dimension text default '' not null,
  dimension_value text default '' not null,
  value_numeric numeric(24,6) not null,
  numerator numeric(24,6),
  denominator numeric(24,6),
  is_final boolean default false not null,
  computed_at timestamptz default now() not null,
  constraint platform_metrics_daily_pkey primary key (metric_date, metric_key, dimension, dimension_value),
  constraint metric_key_form check (metric_key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint dimension_has_a_value check ((dimension = '') = (dimension_value = '')),
  constraint ratio_is_whole check ((numerator is null) = (denominator is null)),
  constraint numbers_are_numbers check ('NaN' not in (value_numeric, numerator, denominator))
);
alter table public.platform_metrics_daily enable row level security;
revoke all on table public.platform_metrics_daily from anon, authenticated, service_role;
comment on table public.platform_metrics_daily is 'Figures of the company per day and at most one dimension. A final value is corrected only after it has been reopened.';
comment on column public.platform_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.platform_metrics_daily.dimension is 'Empty for the whole platform.';
create index platform_metrics_daily_metric_key_dimension_metric_date_idx on public.platform_metrics_daily (metric_key, dimension, metric_date desc);
create trigger final_values_stay before update on public.platform_metrics_daily for each row when (old.is_final and new.is_final) execute function boyfanz.append_only();
create trigger final_rows_stay before delete on public.platform_metrics_daily for each row when (old.is_final) execute function boyfanz.refuse_delete('Reopen the value first.');
create policy staff_select on public.platform_metrics_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.platform_metrics_daily to boyfanz_staff;
grant select, insert, update, delete on table public.platform_metrics_daily to service_role;

create unlogged table public.realtime_counters (
  counter_key text not null,
  window_start timestamptz not null,
  shard smallint not null,
  value bigint default 0 not null,
  expires_at timestamptz not null,
  constraint realtime_counters_pkey primary key (counter_key, window_start, shard),
  constraint counter_key_length check (char_length(counter_key) between 1 and 200),
  constraint shard_in_range check (shard between 0 and 31),
  constraint expires_after_start check (expires_at > window_start)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 1);
alter table public.realtime_counters enable row level security;
revoke all on table public.realtime_counters from anon, authenticated, service_role;
comment on table public.realtime_counters is 'Short counters behind live tiles, in shards so that writers do not wait for each other. A crash may lose them.';
create index realtime_counters_expires_at_idx on public.realtime_counters (expires_at);
comment on index public.realtime_counters_expires_at_idx is 'Sweep.';
grant select, insert, update, delete on table public.realtime_counters to service_role;

create table public.report_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  creator_id uuid,
  name text not null,
  dashboard_id uuid,
  saved_query_id uuid,
  format text not null,
  locale public.language_tag default 'en' not null,
  filters jsonb default '{}' not null,
  classification text default 'internal' not null,
  constraint report_definitions_pkey primary key (id),
  constraint report_definitions_format_check check (format in ('pdf', 'csv', 'xlsx', 'json', 'parquet')),
  constraint report_definitions_classification_check check (classification in ('public', 'internal', 'confidential', 'restricted')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint shows_something check (num_nonnulls(dashboard_id, saved_query_id) >= 1),
  constraint filters_is_object check (jsonb_typeof(filters) = 'object')
);
alter table public.report_definitions enable row level security;
revoke all on table public.report_definitions from anon, authenticated, service_role;
comment on table public.report_definitions is 'Template of a report, such as a creator''s earnings or an extract for transparency, with what it shows and in which format.';
comment on column public.report_definitions.creator_id is 'Whom it is limited to.';
alter table public.report_definitions add constraint report_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.report_definitions add constraint report_definitions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.report_definitions add constraint report_definitions_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete restrict;
create index report_definitions_owner_user_id_fkey_idx on public.report_definitions (owner_user_id);
create index report_definitions_creator_id_fkey_idx on public.report_definitions (creator_id) where (creator_id is not null);
create index report_definitions_dashboard_id_fkey_idx on public.report_definitions (dashboard_id) where (dashboard_id is not null);
create index report_definitions_saved_query_id_fkey_idx on public.report_definitions (saved_query_id) where (saved_query_id is not null);
create trigger touch_updated_at before update on public.report_definitions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.report_definitions for select to authenticated using (report_definitions.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.report_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.report_definitions to authenticated;
grant select on table public.report_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.report_definitions to service_role;

create table public.report_recipients (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  schedule_id uuid not null,
  channel text not null,
  user_id uuid,
  webhook_endpoint_id uuid,
  email_verified extensions.citext,
  unsubscribed_at timestamptz,
  constraint report_recipients_pkey primary key (id),
  constraint report_recipients_schedule_id_user_id_key unique (schedule_id, user_id),
  constraint report_recipients_schedule_id_webhook_endpoint_id_key unique (schedule_id, webhook_endpoint_id),
  constraint report_recipients_schedule_id_email_verified_key unique (schedule_id, email_verified),
  constraint report_recipients_channel_check check (channel in ('in_app', 'email', 'webhook', 'storage')),
  constraint one_kind_of_recipient check (num_nonnulls(user_id, webhook_endpoint_id, email_verified) = 1),
  constraint channel_fits_recipient check (case channel
  when 'webhook' then webhook_endpoint_id is not null
  when 'email' then webhook_endpoint_id is null
  else user_id is not null
end),
  constraint email_form check (email_verified::text ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$')
);
alter table public.report_recipients enable row level security;
revoke all on table public.report_recipients from anon, authenticated, service_role;
comment on table public.report_recipients is 'Where a schedule delivers, with the opt-out. A webhook belongs to the owner of the report.';
comment on column public.report_recipients.email_verified is 'Address outside of the platform that confirmed it wants the report.';
alter table public.report_recipients add constraint report_recipients_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index report_recipients_user_id_fkey_idx on public.report_recipients (user_id) where (user_id is not null);
create index report_recipients_webhook_endpoint_id_fkey_idx on public.report_recipients (webhook_endpoint_id) where (webhook_endpoint_id is not null);
create trigger touch_updated_at before update on public.report_recipients for each row execute function boyfanz.touch_updated_at();
create trigger webhook_of_the_owner before insert or update of schedule_id, webhook_endpoint_id on public.report_recipients for each row when (new.webhook_endpoint_id is not null) execute function boyfanz.check_report_webhook();
create policy member_select on public.report_recipients for select to authenticated using (report_recipients.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.report_recipients for update to authenticated using (report_recipients.user_id = (select boyfanz.current_user_id())) with check (report_recipients.user_id = (select boyfanz.current_user_id()));
grant select, update (unsubscribed_at) on table public.report_recipients to authenticated;
grant select, insert, update, delete on table public.report_recipients to service_role;

create table public.report_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  report_id uuid not null,
  schedule_id uuid,
  status text default 'queued' not null,
  period tstzrange not null,
  started_at timestamptz,
  finished_at timestamptz,
  row_count bigint,
  file_storage_key text,
  file_sha256 public.digest_256,
  file_expires_at timestamptz,
  error_code text,
  constraint report_runs_pkey primary key (id),
  constraint report_runs_status_check check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  constraint period_is_some check (not isempty(period)),
  constraint started_names_its_time check (status not in ('running', 'succeeded') or started_at is not null),
  constraint finished_names_its_time check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint row_count_is_not_negative check (row_count >= 0),
  constraint file_has_digest_and_end check (file_storage_key is null or (file_sha256 is not null and file_expires_at is not null)),
  constraint failed_says_why check ((status = 'failed') = (error_code is not null))
);
alter table public.report_runs enable row level security;
revoke all on table public.report_runs from anon, authenticated, service_role;
comment on table public.report_runs is 'One run of a report with its state, rows and file, until the file expires. A finished run stays as it was.';
comment on column public.report_runs.schedule_id is 'NULL for a run by hand.';
comment on column public.report_runs.file_storage_key is 'Emptied when the file is purged.';
alter table public.report_runs add constraint report_runs_report_id_fkey foreign key (report_id) references public.report_definitions (id) on delete cascade;
create index report_runs_report_id_created_at_idx on public.report_runs (report_id, created_at desc);
create index report_runs_file_expires_at_idx on public.report_runs (file_expires_at) where (file_storage_key is not null);
comment on index public.report_runs_file_expires_at_idx is 'Files to purge.';
create index report_runs_created_at_idx on public.report_runs (created_at) where (status in ('queued', 'running'));
create index report_runs_schedule_id_fkey_idx on public.report_runs (schedule_id) where (schedule_id is not null);
create trigger touch_updated_at before update on public.report_runs for each row execute function boyfanz.touch_updated_at();
create trigger finished_stays before update on public.report_runs for each row execute function boyfanz.freeze_when_set('finished_at', 'clear file_storage_key', 'clear schedule_id');
create trigger schedule_of_same_report before insert on public.report_runs for each row when (new.schedule_id is not null) execute function boyfanz.matches_parent('schedule_id', 'report_schedules', 'report_id');
create policy member_select on public.report_runs for select to authenticated using (exists (select from public.report_definitions p1 where p1.id = report_runs.report_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.report_runs for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select (created_at, error_code, file_expires_at, file_sha256, finished_at, id, period, report_id, row_count, schedule_id, started_at, status, updated_at) on table public.report_runs to authenticated;
grant select on table public.report_runs to boyfanz_staff;
grant select, insert, update, delete on table public.report_runs to service_role;

create table public.report_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  report_id uuid not null,
  cron text not null,
  timezone text default 'UTC' not null,
  next_run_at timestamptz,
  last_run_at timestamptz,
  is_enabled boolean default true not null,
  failure_count smallint default 0 not null,
  disabled_reason text,
  constraint report_schedules_pkey primary key (id),
  constraint cron_form check (cron ~ '^\S+( \S+){4}$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint failure_count_is_not_negative check (failure_count >= 0),
  constraint enabled_runs_next check (not is_enabled or next_run_at is not null),
  constraint enabled_has_no_reason_against_it check (not is_enabled or disabled_reason is null)
) with (fillfactor = 80);
alter table public.report_schedules enable row level security;
alter table public.report_recipients add constraint report_recipients_schedule_id_fkey foreign key (schedule_id) references public.report_schedules (id) on delete cascade;
alter table public.report_runs add constraint report_runs_schedule_id_fkey foreign key (schedule_id) references public.report_schedules (id) on delete set null;
revoke all on table public.report_schedules from anon, authenticated, service_role;
comment on table public.report_schedules is 'When a report runs, in the time zone of its owner, with the next time worked out for the scheduler.';
comment on column public.report_schedules.cron is 'Five fields.';
comment on column public.report_schedules.timezone is 'Name in the IANA time zone database.';
comment on column public.report_schedules.failure_count is 'Failures in a row.';
alter table public.report_schedules add constraint report_schedules_report_id_fkey foreign key (report_id) references public.report_definitions (id) on delete cascade;
create index report_schedules_next_run_at_idx on public.report_schedules (next_run_at) where (is_enabled);
comment on index public.report_schedules_next_run_at_idx is 'Due schedules.';
create index report_schedules_report_id_fkey_idx on public.report_schedules (report_id);
create trigger touch_updated_at before update on public.report_schedules for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.report_schedules for select to authenticated using (exists (select from public.report_definitions p1 where p1.id = report_schedules.report_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.report_schedules to authenticated;
grant select, insert, update, delete on table public.report_schedules to service_role;

create table public.revenue_metrics_daily (
  metric_date date not null,
  creator_id uuid not null,
  revenue_kind text not null,
  country_code public.country_code default 'ZZ' not null,
  currency public.currency_code not null,
  transactions integer default 0 not null,
  payers integer default 0 not null,
  gross_minor bigint default 0 not null,
  fees_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  refunds_minor bigint default 0 not null,
  chargebacks_minor bigint default 0 not null,
  net_minor bigint default 0 not null,
  ledger_watermark bigint not null,
  computed_at timestamptz default now() not null,
  reconciled_at timestamptz,
  constraint revenue_metrics_daily_pkey primary key (metric_date, creator_id, revenue_kind, country_code, currency),
  constraint revenue_metrics_daily_revenue_kind_check check (revenue_kind in ('subscription', 'ppv', 'tip', 'gift', 'message', 'live_ticket', 'marketplace', 'booking', 'referral')),
  constraint net_adds_up check (net_minor = gross_minor - fees_minor - tax_minor - refunds_minor - chargebacks_minor),
  constraint takings_are_not_negative check (gross_minor >= 0 and refunds_minor >= 0 and chargebacks_minor >= 0),
  constraint counts_are_not_negative check (transactions >= 0 and payers >= 0)
) partition by range (metric_date);
alter table public.revenue_metrics_daily enable row level security;
revoke all on table public.revenue_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'revenue_metrics_daily', 'metric_date', '12 months', 1, null, '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.revenue_metrics_daily'::regclass);
comment on table public.revenue_metrics_daily is 'Revenue per day, creator, product line, country and currency, from the ledger and not from events. Once reconciled a row stays as it is until it is reopened.';
comment on column public.revenue_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.revenue_metrics_daily.country_code is 'Of the buyer; ZZ when it is not known.';
comment on column public.revenue_metrics_daily.gross_minor is 'Minor units of currency, as all amounts of the row.';
comment on column public.revenue_metrics_daily.net_minor is 'Negative when more was paid back than taken.';
comment on column public.revenue_metrics_daily.ledger_watermark is 'posting_no of the last posting that is counted.';
alter table public.revenue_metrics_daily add constraint revenue_metrics_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.revenue_metrics_daily add constraint revenue_metrics_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index revenue_metrics_daily_creator_id_metric_date_revenue_kind_idx on public.revenue_metrics_daily (creator_id, metric_date desc, revenue_kind);
create index revenue_metrics_daily_metric_date_idx on public.revenue_metrics_daily (metric_date) where (reconciled_at is null);
comment on index public.revenue_metrics_daily_metric_date_idx is 'Open reconciliations.';
create index revenue_metrics_daily_currency_fkey_idx on public.revenue_metrics_daily (currency);
create trigger reconciled_stays before update or delete on public.revenue_metrics_daily for each row execute function boyfanz.freeze_when_set('reconciled_at', 'clear reconciled_at');
create policy member_select on public.revenue_metrics_daily for select to authenticated using (revenue_metrics_daily.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.revenue_metrics_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select (chargebacks_minor, computed_at, country_code, creator_id, currency, fees_minor, gross_minor, metric_date, net_minor, payers, reconciled_at, refunds_minor, revenue_kind, tax_minor, transactions) on table public.revenue_metrics_daily to authenticated;
grant select on table public.revenue_metrics_daily to boyfanz_staff;
grant select, insert, update, delete on table public.revenue_metrics_daily to service_role;

create table public.rollup_watermarks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rollup_key text not null,
  shard smallint default 0 not null,
  low_watermark timestamptz not null,
  high_watermark timestamptz not null,
  last_source_id uuid,
  late_window_minutes integer default 60 not null,
  last_run_at timestamptz,
  lease_owner text,
  lease_expires_at timestamptz,
  constraint rollup_watermarks_pkey primary key (rollup_key, shard),
  constraint rollup_key_form check (rollup_key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint shard_is_not_negative check (shard >= 0),
  constraint watermarks_are_ordered check (low_watermark <= high_watermark),
  constraint late_window_is_not_negative check (late_window_minutes >= 0),
  constraint lease_names_its_owner check ((lease_owner is null) = (lease_expires_at is null))
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
alter table public.rollup_watermarks enable row level security;
revoke all on table public.rollup_watermarks from anon, authenticated, service_role;
comment on table public.rollup_watermarks is 'How far a rollup has read its source, so that a job goes on where it stopped and reads what came late again. Deleting the row starts it over.';
comment on column public.rollup_watermarks.low_watermark is 'Everything before it is final.';
comment on column public.rollup_watermarks.high_watermark is 'Everything before it was read at least once.';
comment on column public.rollup_watermarks.last_source_id is 'Last row that was read, where the source is read in the order of its keys.';
create trigger touch_updated_at before update on public.rollup_watermarks for each row execute function boyfanz.touch_updated_at();
create trigger watermarks_only_rise before update of low_watermark, high_watermark on public.rollup_watermarks for each row when (new.low_watermark < old.low_watermark or new.high_watermark < old.high_watermark) execute function boyfanz.refuse_when('The rollup starts over when its row is deleted.');
grant select, insert, update, delete on table public.rollup_watermarks to service_role;

create table public.saved_queries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  kind text default 'builder' not null,
  definition jsonb not null,
  parameters jsonb default '{}' not null,
  max_cost integer default 100000 not null,
  review_state text default 'none' not null,
  reviewed_by uuid,
  last_run_at timestamptz,
  last_duration_ms integer,
  constraint saved_queries_pkey primary key (id),
  constraint saved_queries_kind_check check (kind in ('builder', 'sql')),
  constraint saved_queries_review_state_check check (review_state in ('none', 'pending', 'approved', 'rejected')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint definition_is_object check (jsonb_typeof(definition) = 'object'),
  constraint parameters_is_object check (jsonb_typeof(parameters) = 'object'),
  constraint max_cost_is_positive check (max_cost > 0),
  constraint sql_is_reviewed check (kind <> 'sql' or review_state <> 'none'),
  constraint nobody_reviews_their_own check (reviewed_by <> owner_user_id),
  constraint last_run_is_whole check ((last_run_at is null) = (last_duration_ms is null) and (last_duration_ms is null or last_duration_ms >= 0))
);
alter table public.saved_queries enable row level security;
alter table public.analytics_exports add constraint analytics_exports_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete set null;
alter table public.dashboard_widgets add constraint dashboard_widgets_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete restrict;
alter table public.report_definitions add constraint report_definitions_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete restrict;
revoke all on table public.saved_queries from anon, authenticated, service_role;
comment on table public.saved_queries is 'Query to be used again, built or written in SQL, with its parameters and a limit to its cost. SQL runs once it was approved by somebody else; a change takes the approval away.';
comment on column public.saved_queries.max_cost is 'Estimated cost of the plan above which it is not run.';
alter table public.saved_queries add constraint saved_queries_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.saved_queries add constraint saved_queries_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index saved_queries_owner_user_id_last_run_at_idx on public.saved_queries (owner_user_id, last_run_at desc);
create index saved_queries_reviewed_by_fkey_idx on public.saved_queries (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.saved_queries for each row execute function boyfanz.touch_updated_at();
create trigger review_names_the_reviewer before insert or update of review_state on public.saved_queries for each row when (new.review_state in ('approved', 'rejected') and new.reviewed_by is null) execute function boyfanz.refuse_when('A review names who made it.');
create trigger change_ends_the_approval before update of kind, definition, parameters on public.saved_queries for each row when (new.review_state = 'approved' and (new.kind, new.definition, new.parameters) is distinct from (old.kind, old.definition, old.parameters)) execute function boyfanz.refuse_when('A changed query has to be reviewed again.');
create policy member_select on public.saved_queries for select to authenticated using (saved_queries.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.saved_queries for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.query')));
grant select on table public.saved_queries to authenticated;
grant select on table public.saved_queries to boyfanz_staff;
grant select, insert, update, delete on table public.saved_queries to service_role;

create table public.search_query_events (
  id uuid default boyfanz.uuid_v7() not null,
  searched_at timestamptz default now() not null,
  actor_id uuid,
  query_normalised text,
  query_hash public.digest_256 not null,
  language public.language_tag,
  surface text not null,
  result_count integer not null,
  clicked_type text,
  clicked_id uuid,
  clicked_position smallint,
  constraint search_query_events_pkey primary key (id, searched_at),
  constraint search_query_events_surface_check check (surface in ('global', 'profile', 'messages', 'marketplace', 'live')),
  constraint query_length check (char_length(query_normalised) between 1 and 200),
  constraint own_messages_are_not_kept check (surface <> 'messages' or query_normalised is null),
  constraint result_count_is_not_negative check (result_count >= 0),
  constraint click_is_whole check (num_nonnulls(clicked_type, clicked_id, clicked_position) in (0, 3)),
  constraint click_is_on_a_result check (clicked_id is null or (result_count > 0 and clicked_position >= 0))
) partition by range (searched_at);
alter table public.search_query_events enable row level security;
revoke all on table public.search_query_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'search_query_events', 'searched_at', '7 days', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.search_query_events'::regclass);
comment on table public.search_query_events is 'A search with how much it found and what was opened; shows demand that nothing meets and judges the order of results. A text that few have searched for is dropped by a job, the hash stays.';
comment on column public.search_query_events.query_normalised is 'NULL for what only few have searched for.';
comment on column public.search_query_events.query_hash is 'Keyed hash of the normalised text.';
comment on column public.search_query_events.clicked_id is 'Key in the table that clicked_type stands for.';
comment on column public.search_query_events.clicked_position is 'In the results, from 0.';
create index search_query_events_query_hash_searched_at_idx on public.search_query_events (query_hash, searched_at desc);
create index search_query_events_searched_at_idx on public.search_query_events (searched_at) where (result_count = 0);
comment on index public.search_query_events_searched_at_idx is 'Demand that nothing meets.';
create trigger append_only before update on public.search_query_events for each row execute function boyfanz.append_only('clear actor_id', 'clear query_normalised', 'set clicked_type', 'set clicked_id', 'set clicked_position');
grant select, insert, update, delete on table public.search_query_events to service_role;

create table public.tracking_link_clicks (
  id uuid default boyfanz.uuid_v7() not null,
  clicked_at timestamptz default now() not null,
  link_id uuid not null,
  actor_id uuid,
  visitor_hash public.digest_256,
  country_code public.country_code,
  device_class text not null,
  referrer_domain text,
  is_bot boolean default false not null,
  constraint tracking_link_clicks_pkey primary key (id, clicked_at),
  constraint tracking_link_clicks_device_class_check check (device_class in ('mobile', 'tablet', 'desktop', 'tv', 'bot')),
  constraint bot_device_is_a_bot check (device_class <> 'bot' or is_bot)
) partition by range (clicked_at);
alter table public.tracking_link_clicks enable row level security;
revoke all on table public.tracking_link_clicks from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'tracking_link_clicks', 'clicked_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.tracking_link_clicks'::regclass);
comment on table public.tracking_link_clicks is 'One click on a tracking link with rough device and country, kept longer than any attribution looks back.';
comment on column public.tracking_link_clicks.visitor_hash is 'Salted for the day; see analytics_visitor_salts.';
create index tracking_link_clicks_link_id_clicked_at_idx on public.tracking_link_clicks (link_id, clicked_at desc);
create trigger append_only before update on public.tracking_link_clicks for each row execute function boyfanz.append_only('clear actor_id', 'clear visitor_hash');
grant select, insert, update, delete on table public.tracking_link_clicks to service_role;

create table public.tracking_link_clicks_daily (
  link_id uuid not null,
  click_date date not null,
  country_code public.country_code default 'ZZ' not null,
  clicks bigint default 0 not null,
  bot_clicks bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint tracking_link_clicks_daily_pkey primary key (link_id, click_date, country_code),
  constraint clicks_are_some check (clicks >= 0 and bot_clicks >= 0 and clicks + bot_clicks > 0)
) partition by range (click_date);
alter table public.tracking_link_clicks_daily enable row level security;
revoke all on table public.tracking_link_clicks_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'tracking_link_clicks_daily', 'click_date', '1 month', 1, '25 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.tracking_link_clicks_daily'::regclass);
comment on table public.tracking_link_clicks_daily is 'Clicks of people and of bots per link, day and country; filled by a job, or from a continuous aggregate where there is one.';
comment on column public.tracking_link_clicks_daily.click_date is 'Day in UTC.';
comment on column public.tracking_link_clicks_daily.country_code is 'ZZ when it is not known.';
comment on column public.tracking_link_clicks_daily.clicks is 'Without bots.';
create policy staff_select on public.tracking_link_clicks_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.tracking_link_clicks_daily to authenticated;
grant select on table public.tracking_link_clicks_daily to boyfanz_staff;
grant select, insert, update, delete on table public.tracking_link_clicks_daily to service_role;

create table public.tracking_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  campaign_id uuid,
  slug extensions.citext not null,
  destination_path text not null,
  label text not null,
  utm jsonb default '{}' not null,
  clicks_total bigint default 0 not null,
  conversions_total bigint default 0 not null,
  is_active boolean default true not null,
  expires_at timestamptz,
  constraint tracking_links_pkey primary key (id),
  constraint tracking_links_slug_key unique (slug),
  constraint slug_form check (slug::text ~ '^[A-Za-z0-9_-]{3,64}$'),
  constraint destination_is_a_path check (destination_path like '/%' and destination_path not like '//%' and char_length(destination_path) <= 2048),
  constraint label_length check (char_length(btrim(label)) between 1 and 100),
  constraint utm_is_object check (jsonb_typeof(utm) = 'object'),
  constraint totals_are_not_negative check (clicks_total >= 0 and conversions_total >= 0)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.tracking_links enable row level security;
alter table public.attribution_credits add constraint attribution_credits_link_id_fkey foreign key (link_id) references public.tracking_links (id) on delete set null;
create policy member_select on public.tracking_link_clicks_daily for select to authenticated using (exists (select from public.tracking_links p1 where p1.id = tracking_link_clicks_daily.link_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.tracking_links from anon, authenticated, service_role;
comment on table public.tracking_links is 'Short tagged link to share outside of the platform; it resolves to a path here and is credited with what follows.';
comment on column public.tracking_links.creator_id is 'NULL for a link of the platform.';
comment on column public.tracking_links.clicks_total is 'Without bots.';
alter table public.tracking_links add constraint tracking_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.tracking_links add constraint tracking_links_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete set null;
create index tracking_links_creator_id_created_at_idx on public.tracking_links (creator_id, created_at desc);
create index tracking_links_campaign_id_fkey_idx on public.tracking_links (campaign_id) where (campaign_id is not null);
create trigger touch_updated_at before update on public.tracking_links for each row execute function boyfanz.touch_updated_at();
create trigger slug_stays before update of slug, creator_id on public.tracking_links for each row execute function boyfanz.set_once('slug', 'creator_id');
create policy member_select on public.tracking_links for select to authenticated using (tracking_links.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.tracking_links for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
create policy member_insert on public.tracking_links for insert to authenticated with check ((tracking_links.creator_id = (select boyfanz.current_user_id()) and (campaign_id is null)));
create policy member_update on public.tracking_links for update to authenticated using (tracking_links.creator_id = (select boyfanz.current_user_id())) with check ((tracking_links.creator_id = (select boyfanz.current_user_id()) and (campaign_id is null)));
grant select, insert (campaign_id, creator_id, destination_path, expires_at, id, is_active, label, slug, utm), update (campaign_id, creator_id, destination_path, expires_at, id, is_active, label, slug, utm) on table public.tracking_links to authenticated;
grant select on table public.tracking_links to boyfanz_staff;
grant select, insert, update, delete on table public.tracking_links to service_role;

create table public.traffic_sources (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel text not null,
  source text not null,
  medium text default '' not null,
  referrer_domain text,
  is_adult_network boolean default false not null,
  is_blocked boolean default false not null,
  constraint traffic_sources_pkey primary key (id),
  constraint traffic_sources_channel_source_medium_key unique (channel, source, medium),
  constraint traffic_sources_channel_check check (channel in ('direct', 'organic_search', 'social', 'referral', 'email', 'push', 'paid', 'affiliate', 'creator_link', 'app_store', 'internal')),
  constraint source_and_medium_are_lower_case check (source = lower(btrim(source)) and medium = lower(btrim(medium)) and source <> ''),
  constraint referrer_domain_form check (referrer_domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$')
);
alter table public.traffic_sources enable row level security;
alter table public.analytics_identities add constraint analytics_identities_first_source_id_fkey foreign key (first_source_id) references public.traffic_sources (id) on delete set null;
alter table public.marketing_campaigns add constraint marketing_campaigns_source_id_fkey foreign key (source_id) references public.traffic_sources (id) on delete restrict;
revoke all on table public.traffic_sources from anon, authenticated, service_role;
comment on table public.traffic_sources is 'Channel, source and medium of a visit as one small key, so that facts do not repeat the referrer.';
create index traffic_sources_referrer_domain_idx on public.traffic_sources (referrer_domain);
comment on index public.traffic_sources_referrer_domain_idx is 'Source of an incoming referrer.';
create trigger touch_updated_at before update on public.traffic_sources for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.traffic_sources for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.traffic_sources to boyfanz_staff;
grant select, insert, update, delete on table public.traffic_sources to service_role;

create table public.user_activity_daily (
  user_id uuid not null,
  activity_date date not null,
  sessions smallint default 0 not null,
  active_seconds integer default 0 not null,
  posts_viewed integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  messages_sent integer default 0 not null,
  purchases smallint default 0 not null,
  spend_minor bigint default 0 not null,
  currency public.currency_code,
  live_seconds integer default 0 not null,
  platforms_mask smallint default 0 not null,
  is_creator boolean default false not null,
  signup_date date not null,
  computed_at timestamptz default now() not null,
  constraint user_activity_daily_pkey primary key (user_id, activity_date),
  constraint seconds_fit_a_day check (active_seconds between 0 and 86400 and live_seconds between 0 and 86400),
  constraint counts_are_not_negative check (sessions >= 0 and posts_viewed >= 0 and likes >= 0 and comments >= 0 and messages_sent >= 0 and purchases >= 0),
  constraint spend_names_its_currency check (spend_minor = 0 or (spend_minor > 0 and currency is not null)),
  constraint platforms_are_known check (platforms_mask between 0 and 63),
  constraint signed_up_before check (signup_date <= activity_date)
) partition by range (activity_date);
alter table public.user_activity_daily enable row level security;
revoke all on table public.user_activity_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_activity_daily', 'activity_date', '1 month', 1, '24 months', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_activity_daily'::regclass);
comment on table public.user_activity_daily is 'A user''s day with counts of what was done; daily, weekly and monthly actives, stickiness and retention are exact from it.';
comment on column public.user_activity_daily.activity_date is 'Day in UTC.';
comment on column public.user_activity_daily.spend_minor is 'Minor units of currency.';
comment on column public.user_activity_daily.currency is 'The reporting currency, to which amounts are converted.';
comment on column public.user_activity_daily.platforms_mask is '1 web, 2 ios, 4 android, 8 desktop, 16 extension, 32 api.';
alter table public.user_activity_daily add constraint user_activity_daily_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_activity_daily_activity_date_signup_date_idx on public.user_activity_daily (activity_date, signup_date) include (user_id);
comment on index public.user_activity_daily_activity_date_signup_date_idx is 'Retention triangle.';
create index user_activity_daily_activity_date_idx on public.user_activity_daily using brin (activity_date);
grant select, insert, update, delete on table public.user_activity_daily to service_role;

create table public.user_engagement_scores (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  recency_score smallint not null,
  frequency_score smallint not null,
  monetary_score smallint not null,
  lifecycle_stage text default 'new' not null,
  stage_since timestamptz default now() not null,
  streak_days integer default 0 not null,
  last_active_on date not null,
  score_version integer default 1 not null,
  constraint user_engagement_scores_pkey primary key (user_id),
  constraint user_engagement_scores_lifecycle_stage_check check (lifecycle_stage in ('new', 'activated', 'engaged', 'power', 'slipping', 'dormant', 'churned', 'resurrected')),
  constraint scores_in_range check (recency_score between 1 and 5 and frequency_score between 1 and 5 and monetary_score between 1 and 5),
  constraint streak_is_not_negative check (streak_days >= 0),
  constraint score_version_is_positive check (score_version > 0)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_engagement_scores enable row level security;
revoke all on table public.user_engagement_scores from anon, authenticated, service_role;
comment on table public.user_engagement_scores is 'How recent, frequent and valuable a user is and the stage of life that follows; for audiences and against churn.';
alter table public.user_engagement_scores add constraint user_engagement_scores_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_engagement_scores_lifecycle_stage_stage_since_idx on public.user_engagement_scores (lifecycle_stage, stage_since);
comment on index public.user_engagement_scores_lifecycle_stage_stage_since_idx is 'Audiences to win back.';
create trigger touch_updated_at before update on public.user_engagement_scores for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.user_engagement_scores to service_role;

create table public.video_retention_curves (
  video_id uuid not null,
  week_start date not null,
  creator_id uuid not null,
  plays integer default 0 not null,
  unique_viewers integer default 0 not null,
  viewers_at_percent integer[] not null,
  avg_watch_ms integer default 0 not null,
  completion_ppm integer default 0 not null,
  rewatch_points jsonb,
  computed_at timestamptz default now() not null,
  constraint video_retention_curves_pkey primary key (video_id, week_start),
  constraint curve_has_101_points check (cardinality(viewers_at_percent) = 101 and array_ndims(viewers_at_percent) = 1 and array_position(viewers_at_percent, null) is null and 0 <= all (viewers_at_percent)),
  constraint week_begins_on_monday check (extract(isodow from week_start) = 1),
  constraint counts_are_not_negative check (plays >= 0 and unique_viewers between 0 and plays and avg_watch_ms >= 0),
  constraint completion_in_range check (completion_ppm between 0 and 1000000),
  constraint rewatch_points_is_object check (jsonb_typeof(rewatch_points) = 'object')
);
alter table public.video_retention_curves enable row level security;
revoke all on table public.video_retention_curves from anon, authenticated, service_role;
comment on table public.video_retention_curves is 'How many still watch at each percent of a video, per week, in one array; of the creator of the video.';
comment on column public.video_retention_curves.week_start is 'A Monday.';
comment on column public.video_retention_curves.viewers_at_percent is 'From 0 to 100 percent, 101 numbers.';
comment on column public.video_retention_curves.completion_ppm is 'Millionths of the plays.';
comment on column public.video_retention_curves.rewatch_points is 'Positions in milliseconds to how often they were watched again.';
alter table public.video_retention_curves add constraint video_retention_curves_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
alter table public.video_retention_curves add constraint video_retention_curves_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index video_retention_curves_creator_id_week_start_idx on public.video_retention_curves (creator_id, week_start desc);
create trigger creator_of_the_video before insert or update of video_id, creator_id on public.video_retention_curves for each row execute function boyfanz.matches_parent('video_id', 'videos', 'creator_id=author_id');
create policy member_select on public.video_retention_curves for select to authenticated using (video_retention_curves.creator_id = (select boyfanz.current_user_id()));
grant select on table public.video_retention_curves to authenticated;
grant select, insert, update, delete on table public.video_retention_curves to service_role;

create table public.video_watch_heartbeats (
  playback_id uuid not null,
  beat_at timestamptz default now() not null,
  video_id uuid not null,
  actor_id uuid,
  position_ms integer not null,
  rendition text,
  buffered_ms integer default 0 not null,
  stall_count smallint default 0 not null,
  is_muted boolean default false not null,
  playback_rate real default 1 not null,
  constraint video_watch_heartbeats_pkey primary key (playback_id, beat_at),
  constraint measures_are_not_negative check (position_ms >= 0 and buffered_ms >= 0 and stall_count >= 0),
  constraint playback_rate_in_range check (playback_rate > 0 and playback_rate <= 16)
) partition by range (beat_at);
alter table public.video_watch_heartbeats enable row level security;
revoke all on table public.video_watch_heartbeats from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'video_watch_heartbeats', 'beat_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.video_watch_heartbeats'::regclass);
comment on table public.video_watch_heartbeats is 'Beat of a player with position and quality; retention curves and the share of buffering are computed from them.';
comment on column public.video_watch_heartbeats.playback_id is 'Chosen by the player; the same for all beats of a viewing.';
comment on column public.video_watch_heartbeats.stall_count is 'Since the beat before.';
create index video_watch_heartbeats_video_id_beat_at_idx on public.video_watch_heartbeats (video_id, beat_at desc);
create trigger append_only before update on public.video_watch_heartbeats for each row execute function boyfanz.append_only('clear actor_id');
grant select, insert, update, delete on table public.video_watch_heartbeats to service_role;

create table public.abuse_report_evidence (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  report_id uuid not null,
  evidence_kind text not null,
  media_asset_id uuid,
  storage_key text,
  content_enc bytea,
  key_id smallint,
  content_sha256 public.digest_256 not null,
  captured_at timestamptz default now() not null,
  constraint abuse_report_evidence_pkey primary key (id),
  constraint abuse_report_evidence_evidence_kind_check check (evidence_kind in ('message_snapshot', 'media_reference', 'url', 'text', 'file')),
  constraint something_is_there check (num_nonnulls(media_asset_id, storage_key, content_enc) >= 1),
  constraint content_fits_kind check (case evidence_kind when 'media_reference' then media_asset_id is not null when 'file' then storage_key is not null
  else content_enc is not null end),
  constraint content_names_its_key check ((content_enc is null) = (key_id is null))
);
alter table public.abuse_report_evidence enable row level security;
revoke all on table public.abuse_report_evidence from anon, authenticated, service_role;
comment on table public.abuse_report_evidence is 'What came with a report, frozen as it was then; a disclosed message, a web address, a text, a file or our own media.';
comment on column public.abuse_report_evidence.content_enc is 'Encrypted with key_id; a message only with the consent of who disclosed it.';
comment on column public.abuse_report_evidence.key_id is 'Version of the encryption key.';
comment on column public.abuse_report_evidence.content_sha256 is 'Of the clear content.';
alter table public.abuse_report_evidence add constraint abuse_report_evidence_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete restrict;
create index abuse_report_evidence_report_id_fkey_idx on public.abuse_report_evidence (report_id);
create index abuse_report_evidence_media_asset_id_fkey_idx on public.abuse_report_evidence (media_asset_id) where (media_asset_id is not null);
create trigger append_only before update on public.abuse_report_evidence for each row execute function boyfanz.append_only();
create policy staff_select on public.abuse_report_evidence for select to boyfanz_staff using ((select boyfanz.has_permission('case.decide')) and (boyfanz.may_review_report(report_id)));
grant select on table public.abuse_report_evidence to boyfanz_staff;
grant select, insert, update, delete on table public.abuse_report_evidence to service_role;

create table public.abuse_report_reasons (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  parent_id uuid,
  rule_id uuid,
  default_queue_id uuid not null,
  label_key text not null,
  applies_to text[] default '{}' not null,
  requires_text boolean default false not null,
  is_legal_notice boolean default false not null,
  allows_anonymous boolean default false not null,
  urgency smallint default 0 not null,
  is_active boolean default true not null,
  constraint abuse_report_reasons_pkey primary key (id),
  constraint abuse_report_reasons_key_version_key unique (key, version),
  constraint abuse_report_reasons_applies_to_check check (applies_to <@ array['user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection']::text[]),
  constraint version_is_positive check (version > 0),
  constraint urgency_in_range check (urgency between 0 and 9),
  constraint not_its_own_parent check (parent_id <> id)
);
alter table public.abuse_report_reasons enable row level security;
revoke all on table public.abuse_report_reasons from anon, authenticated, service_role;
comment on table public.abuse_report_reasons is 'Choices of the report form with the rule, queue and urgency they lead to. Once a report uses a version its meaning is frozen, so that old reports still say what was meant.';
comment on column public.abuse_report_reasons.label_key is 'Key of the text in i18n_keys.';
comment on column public.abuse_report_reasons.applies_to is 'Types of moderation_subjects; empty for all.';
comment on column public.abuse_report_reasons.is_legal_notice is 'Reports are notices under Article 16 of the DSA.';
comment on column public.abuse_report_reasons.allows_anonymous is 'Article 16 takes notices of child sexual abuse without a name.';
comment on column public.abuse_report_reasons.urgency is '0 to 9, 9 is worked first.';
alter table public.abuse_report_reasons add constraint abuse_report_reasons_parent_id_fkey foreign key (parent_id) references public.abuse_report_reasons (id) on delete restrict;
create unique index abuse_report_reasons_key_idx on public.abuse_report_reasons (key) where (is_active);
comment on index public.abuse_report_reasons_key_idx is 'One version on the form.';
create index abuse_report_reasons_active_children_idx on public.abuse_report_reasons (parent_id) where (is_active);
create index abuse_report_reasons_parent_id_fkey_idx on public.abuse_report_reasons (parent_id) where (parent_id is not null);
create index abuse_report_reasons_rule_id_fkey_idx on public.abuse_report_reasons (rule_id) where (rule_id is not null);
create index abuse_report_reasons_default_queue_id_fkey_idx on public.abuse_report_reasons (default_queue_id);
create trigger touch_updated_at before update on public.abuse_report_reasons for each row execute function boyfanz.touch_updated_at();
create trigger meaning_stays before update on public.abuse_report_reasons for each row execute function boyfanz.freeze_when_used('abuse_reports', 'reason_id', 'change default_queue_id', 'change urgency', 'change is_active');
create trigger refuse_cycle after insert or update of parent_id on public.abuse_report_reasons for each row when (new.parent_id is not null) execute function boyfanz.refuse_cycle('parent_id');
create policy anonymous_select on public.abuse_report_reasons for select to anon using ((is_active));
create policy member_select on public.abuse_report_reasons for select to authenticated using ((is_active));
create policy staff_select on public.abuse_report_reasons for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (allows_anonymous, applies_to, created_at, id, is_active, is_legal_notice, key, label_key, parent_id, requires_text, updated_at, version) on table public.abuse_report_reasons to anon;
grant select (allows_anonymous, applies_to, created_at, id, is_active, is_legal_notice, key, label_key, parent_id, requires_text, updated_at, version) on table public.abuse_report_reasons to authenticated;
grant select on table public.abuse_report_reasons to boyfanz_staff;
grant select, insert, update, delete on table public.abuse_report_reasons to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 4, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '414 of 719' as tables,
  'Run part-05.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';

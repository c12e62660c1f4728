/** What somebody could get wrong by hand, each on a table of its own, and what has to be said of it. */
export const SPOILT = {
  tables: ['user_emails', 'user_mutes', 'hashtag_follows', 'user_preferences', 'content_bookmarks'],
  script: `
    create policy open_to_all on public.user_emails for select to boyfanz_member using (true);
    alter policy member_insert on public.user_mutes with check (true);
    drop policy member_select on public.hashtag_follows;
    alter table public.user_preferences disable row level security;
    grant delete on public.content_bookmarks to boyfanz_anonymous;
    grant select (email) on public.user_emails to boyfanz_anonymous;
    grant update (email) on public.user_emails to boyfanz_member;
    grant truncate on public.users to boyfanz_service;
    grant usage on schema boyfanz_parts to boyfanz_staff;
    grant select on boyfanz_parts.audit_log_entries_default to boyfanz_staff`,
  /** Beginnings of all lines that are to come, without people and numbers. */
  said: [
    'boyfanz_staff: select count(*) from only boyfanz_parts.audit_log_entries_default',
    'content_bookmarks: may not delete',
    'hashtag_follows: reads',
    'hashtag_follows: updates',
    'public.user_emails.email: boyfanz_anonymous may select',
    'public.user_emails.email: boyfanz_member may update',
    'public.users: boyfanz_service may truncate',
    'user_emails: may not select',
    'user_emails: reads',
    'user_mutes: inserts the row of another',
    'user_preferences: deletes',
    'user_preferences: inserts the row of another',
    'user_preferences: reads',
    'user_preferences: updates',
  ],
} as const;

/** What is wrong in what, each once, in order. */
export function shapes(wrong: readonly string[]): readonly string[] {
  const said = wrong.map((line) => line.replace(/^(\w+), [^:]*/, '$1').replace(/(, and)?:? \d.*$/, ''));
  return [...new Set(said)].sort();
}

begin
  return exists (
    select
    from public.moderation_quality_reviews r
    where r.decision_id = decision and r.reviewer_id = boyfanz.current_user_id() and r.reviewed_at is null);
end

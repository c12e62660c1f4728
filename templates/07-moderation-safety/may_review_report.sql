begin
  return exists (
    select from public.abuse_reports r where r.id = report and boyfanz.may_review_subject(r.subject_id));
end

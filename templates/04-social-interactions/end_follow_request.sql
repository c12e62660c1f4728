begin
  delete from public.follow_requests r where r.requester_id = new.follower_id and r.target_id = new.followee_id;
  return null;
end

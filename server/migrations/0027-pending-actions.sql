-- Found after a crash: what was to be done, and nobody is at it.
create index conversations_with_pending_action on conversations (tenant_id, updated_at)
  where pending @> '[{"needs": "nothing"}]';

-- Where a conversation stands in its flows, and the actions that were asked for in it.
alter table conversations add column dialogue jsonb;
alter table conversations add column pending jsonb not null default '[]';
create index conversations_awaiting_approval on conversations (tenant_id, updated_at)
  where status = 'open' and pending @> '[{"needs": "approval"}]';

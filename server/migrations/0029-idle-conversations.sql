-- Asked every minute: the flows that are open, and the conversations in which one may begin by the clock.
create index conversations_in_flow on conversations (tenant_id, id) where status = 'open' and dialogue is not null;
create index conversations_of_bot on conversations (tenant_id, id) where status = 'open' and owner_kind = 'bot';

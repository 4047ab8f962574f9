-- What customers wrote, for people to say what it means: put together where it is the same, personal data masked.
-- `guess` is how the version `guessed_by` reads it; `decided_by` who settled a dispute.
create table inbox_messages (
  tenant_id text not null,
  id text not null,
  text_key text not null,
  text text not null,
  language text not null,
  count integer not null,
  state text not null,
  guess jsonb,
  guessed_by text,
  unsure double precision not null,
  disagreeing double precision not null,
  teaches double precision not null,
  decided_by text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index inbox_messages_once on inbox_messages (tenant_id, text_key);
create index inbox_messages_by_state on inbox_messages (tenant_id, state, teaches);

-- How far each conversation was read, so that nothing is counted twice.
create table inbox_read (
  tenant_id text not null,
  conversation_id text not null,
  seq integer not null,
  read_at timestamptz not null,
  primary key (tenant_id, conversation_id)
);

-- What each person says a message means.
create table message_labels (
  tenant_id text not null,
  message_id text not null,
  staff_id text not null,
  kind text not null,
  intent_id text,
  at timestamptz not null,
  primary key (tenant_id, message_id, staff_id)
);

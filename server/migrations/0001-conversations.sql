-- Who speaks, what was said and decided (the log), and what the log adds up to now (one row a conversation).

create table customers (
  tenant_id text not null,
  id text not null,
  channel text not null,
  external_id text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel, external_id)
);

create table conversations (
  tenant_id text not null,
  id text not null,
  customer_id text not null,
  customer_name text not null,
  channel text not null,
  language text not null,
  status text not null,
  owner_kind text not null,
  owner_id text,
  owner_name text,
  turn integer not null,
  seq integer not null,
  -- The newest message of the customer, and the newest that a committed turn or a person has taken up.
  heard_seq integer not null,
  settled_seq integer not null,
  unknowns_in_row integer not null,
  soothed boolean not null,
  preview text not null,
  hand_off_reason text,
  waiting_since timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz,
  rating_solved boolean,
  rating_stars integer,
  primary key (tenant_id, id)
);
-- A customer has one open conversation: two processes that both hear the first message cannot open two.
create unique index conversations_one_open on conversations (tenant_id, customer_id) where status = 'open';
create index conversations_by_customer on conversations (tenant_id, customer_id, id);
create index conversations_open on conversations (tenant_id, updated_at desc, id desc) where status = 'open';
create index conversations_resolved on conversations (tenant_id, updated_at desc, id desc) where status = 'resolved';
create index conversations_waiting on conversations (tenant_id, waiting_since, id) where status = 'open' and owner_kind = 'queue';
create index conversations_of_staff on conversations (tenant_id, owner_id, updated_at desc, id desc) where status = 'open' and owner_kind = 'staff';
-- What a crash left without an answer is found by this at the next start.
create index conversations_due on conversations (tenant_id, updated_at) where status = 'open' and owner_kind = 'bot' and heard_seq > settled_seq;

create table conversation_events (
  tenant_id text not null,
  conversation_id text not null,
  seq integer not null,
  -- Set for messages of customers only: the sender and the channel's own id, by which a repeat is known.
  customer_id text,
  external_id text,
  body jsonb not null,
  primary key (tenant_id, conversation_id, seq)
);
create unique index conversation_events_heard_once on conversation_events (tenant_id, customer_id, external_id) where external_id is not null;

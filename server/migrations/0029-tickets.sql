-- Matters that outlive their conversation. `number` counts per company; `run_id` is the action that opened it, once.
create table tickets (
  tenant_id text not null,
  id text not null,
  number integer not null,
  subject text not null,
  text text not null,
  priority text not null,
  status text not null,
  conversation_id text,
  customer_id text,
  customer_name text,
  opened_by text,
  assignee_id text,
  run_id text,
  version integer not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  solved_at timestamptz,
  primary key (tenant_id, id)
);
create unique index tickets_by_number on tickets (tenant_id, number);
create unique index tickets_of_run on tickets (tenant_id, run_id) where run_id is not null;
create index tickets_by_status on tickets (tenant_id, status, updated_at desc);
create index tickets_of_conversation on tickets (tenant_id, conversation_id) where conversation_id is not null;

create table ticket_numbers (
  tenant_id text not null,
  last integer not null,
  primary key (tenant_id)
);

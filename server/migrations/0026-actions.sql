-- Every call of an action: what was sent (personal data masked), what became of it, how often it was tried. `unsure`: a call
-- may have gone out whose answer nobody knows.
create table action_runs (
  tenant_id text not null,
  id text not null,
  action text not null,
  effect text not null,
  conversation_id text,
  input jsonb not null,
  state text not null,
  outcome jsonb,
  unsure boolean not null default false,
  attempts integer not null default 0,
  milliseconds double precision not null default 0,
  cost double precision,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index action_runs_newest on action_runs (tenant_id, begun_at desc, id desc);
create index action_runs_of_action on action_runs (tenant_id, action, begun_at desc, id desc);
create index action_runs_of_conversation on action_runs (tenant_id, conversation_id, begun_at desc);

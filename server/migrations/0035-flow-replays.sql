-- The draft held against what is live, over conversations that took place, before it is published.

create table flow_replays (
  tenant_id text not null,
  id text not null,
  -- The state of the draft and the version of the flows that were held against each other.
  draft integer not null,
  live integer not null,
  state text not null,
  report jsonb,
  -- Who let which change pass, and why.
  accepted jsonb not null,
  created_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);

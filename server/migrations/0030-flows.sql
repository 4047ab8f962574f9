-- Flows: a draft of parts that people work on, versions of all of them together, and which of these conversations begin with.
-- What is in a part or a version is kept as the text of its JSON: the order of its keys is part of it.

-- One row a company; who holds it changes draft or roll-out. `draft` and `rollout` count their changes.
create table flow_states (
  tenant_id text primary key,
  draft integer not null default 0,
  rollout integer not null default 0,
  live integer,
  candidate integer,
  share integer
);

create table flow_parts (
  tenant_id text not null,
  kind text not null,
  name text not null,
  content text not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, kind, name)
);

-- Never changed and never removed: conversations end with the flows they began with.
create table flow_versions (
  tenant_id text not null,
  number integer not null,
  note text not null,
  content text not null,
  about jsonb not null,
  created_at timestamptz not null,
  created_by text,
  primary key (tenant_id, number)
);

create table flow_plans (
  tenant_id text not null,
  id text not null,
  number integer not null,
  share integer not null,
  at timestamptz not null,
  by_staff text,
  primary key (tenant_id, id)
);
create index flow_plans_by_time on flow_plans (tenant_id, at);

create table flow_releases (
  tenant_id text not null,
  id text not null,
  at timestamptz not null,
  by_staff text,
  kind text not null,
  number integer not null,
  share integer not null,
  planned boolean not null,
  primary key (tenant_id, id)
);

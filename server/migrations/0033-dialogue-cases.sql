-- Conversations as tests, what came of each when it was run last, and the runs.

create table dialogue_cases (
  tenant_id text not null,
  id text not null,
  name text not null,
  -- The text of its JSON: the order of its keys is part of it.
  content text not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index dialogue_cases_by_name on dialogue_cases (tenant_id, name);

-- `of_version`: of the flows; 0 stands for the draft.
create table dialogue_case_runs (
  tenant_id text not null,
  id text not null,
  of_version integer not null,
  state text not null,
  case_ids jsonb not null,
  -- Null until it is over: a case keeps its newest result alone.
  passed integer,
  failed integer,
  figures jsonb,
  started_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);

-- One row a case: the newest. `draft`: the state of the draft that it was run through.
create table dialogue_case_results (
  tenant_id text not null,
  case_id text not null,
  run_id text not null,
  case_version integer not null,
  of_version integer not null,
  draft integer not null,
  at timestamptz not null,
  passed boolean not null,
  content jsonb not null,
  turns jsonb not null,
  primary key (tenant_id, case_id)
);

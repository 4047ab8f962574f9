-- What the graph learnt of how a company's customers ask, by version, with the figures it was measured by.
create table graph_models (
  tenant_id text not null,
  version integer not null,
  -- requested · learnt · failed
  state text not null,
  -- At most one version of a company is at work.
  active boolean not null,
  figures jsonb,
  learnt jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, version)
);
create unique index graph_models_active on graph_models (tenant_id) where active;

-- Questions that people say the way of: entity, relation, entity, relation …; `^` before a relation follows it backwards.
create table graph_examples (
  tenant_id text not null,
  -- Of the question and its path, so that the same example is there once.
  id text not null,
  question text not null,
  path jsonb not null,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);

-- The way through the graph that an answer went, in the same form.
alter table asked_questions add column path jsonb;

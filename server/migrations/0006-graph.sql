-- The knowledge graph. What is extracted belongs to one article and is replaced with it; what people say is kept apart and
-- laid over it, so that it outlasts every extraction.

-- Which version of an article was read, for whom it is, and when it holds.
create table graph_readings (
  tenant_id text not null,
  article_id text not null,
  version integer not null,
  title text not null,
  language text not null,
  -- The marks of which a reader needs one (contract/audience).
  readers jsonb not null,
  valid_from timestamptz,
  valid_until timestamptz,
  primary key (tenant_id, article_id)
);

-- How an article calls an entity. `entity` is `sku:…` where an article number is known, else `name:…`.
create table graph_names (
  tenant_id text not null,
  article_id text not null,
  entity text not null,
  name text not null,
  language text not null,
  type text not null,
  primary key (tenant_id, article_id, entity, name)
);
create index graph_names_by_entity on graph_names (tenant_id, entity);

-- One statement with its place in the article's body (UTF-16 offsets, half-open).
create table graph_edges (
  tenant_id text not null,
  article_id text not null,
  id text not null,
  subject text not null,
  subject_name text not null,
  relation text not null,
  object text not null,
  object_name text not null,
  method text not null,
  confidence real not null,
  starts integer not null,
  ends integer not null,
  primary key (tenant_id, article_id, id)
);

-- What people say of entities: another name or type, or that it is the same as another.
create table graph_curated_entities (
  tenant_id text not null,
  entity text not null,
  name text,
  type text,
  merged_into text,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, entity)
);

-- Edges that people added, and their verdicts about statements (`statement`: subject, relation and object, wherever stated).
create table graph_added_edges (
  tenant_id text not null,
  id text not null,
  subject text not null,
  subject_name text not null,
  relation text not null,
  object text not null,
  object_name text not null,
  readers jsonb not null,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create table graph_verdicts (
  tenant_id text not null,
  statement text not null,
  verdict text not null,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, statement)
);

-- Who curated what, in order.
create table graph_changes (
  tenant_id text not null,
  id text not null,
  kind text not null,
  about text not null,
  detail jsonb not null,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);

-- What was learnt from a company's own texts, by version, with the figures it was measured by.

create table word_relations (
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
create unique index word_relations_active on word_relations (tenant_id) where active;

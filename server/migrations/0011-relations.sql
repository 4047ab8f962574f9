-- What was learnt from a company's own texts, by version, with the figures it was measured by; and how passages served.

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

create table passage_feedback (
  tenant_id text not null,
  id text not null,
  question text not null,
  language text not null,
  article_id text not null,
  -- clicked · cited · rated
  kind text not null,
  -- 0 did not help, 1 helped
  value real not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index passage_feedback_by_time on passage_feedback (tenant_id, at desc, id desc);

-- What the company knows. Passages and the index over them are derived from these rows and never stored.

create table articles (
  tenant_id text not null,
  id text not null,
  title text not null,
  body text not null,
  language text not null,
  tags jsonb not null,
  alternatives jsonb not null,
  status text not null,
  valid_from timestamptz,
  valid_until timestamptz,
  version integer not null,
  source text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index articles_by_source on articles (tenant_id, source) where source is not null;
create index articles_by_change on articles (tenant_id, updated_at desc, id desc);

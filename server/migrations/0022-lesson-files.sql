-- Files of lessons that were looked at and wait to be taken in, for a day: the report, and the lessons packed. And which
-- starter packs were taken over when.

create table lesson_imports (
  tenant_id text not null,
  id text not null,
  state text not null,
  report jsonb not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table taken_packs (
  tenant_id text not null,
  name text not null,
  taken_at timestamptz not null,
  primary key (tenant_id, name)
);

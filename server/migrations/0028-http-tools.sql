-- Actions that are calls over HTTP: what people said of them, and their secret, sealed.
create table http_tools (
  tenant_id text not null,
  id text not null,
  name text not null,
  draft jsonb not null,
  secret text,
  operation text,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index http_tools_by_name on http_tools (tenant_id, name);
create index http_tools_by_operation on http_tools (tenant_id, operation) where operation is not null;

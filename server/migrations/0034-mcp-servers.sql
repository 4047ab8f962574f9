-- Servers of the Model Context Protocol: what people said of them, which tools they chose, and their secrets, sealed.
create table mcp_servers (
  tenant_id text not null,
  id text not null,
  name text not null,
  draft jsonb not null,
  tools jsonb not null,
  secrets text,
  version integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index mcp_servers_by_name on mcp_servers (tenant_id, name);

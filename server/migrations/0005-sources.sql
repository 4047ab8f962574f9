-- Where knowledge comes from, every document of it with its original bytes, and what each reading did.

create table sources (
  tenant_id text not null,
  id text not null,
  name text not null,
  kind text not null,
  place jsonb not null,
  language text,
  audience jsonb not null,
  category text,
  tags jsonb not null,
  status text not null,
  owner_id text,
  schedule text not null,
  next_at timestamptz,
  -- Signs the events of a webhook; the one before signs until `previous_until`.
  secret text,
  previous_secret text,
  previous_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);

-- One document or page. Its articles say themselves that they are of it.
create table source_items (
  tenant_id text not null,
  id text not null,
  source_id text not null,
  location text not null,
  -- SHA-256 of the location, for addresses are longer than an index takes.
  location_hash text not null,
  title text,
  format text,
  media_type text,
  bytes bigint not null,
  state text not null,
  -- Of the bytes that are kept, and of those that the articles were made of.
  content_hash text,
  read_hash text,
  blob_id text,
  refusal jsonb,
  notes jsonb not null,
  page_reports jsonb not null,
  rows jsonb not null,
  links jsonb not null,
  etag text,
  last_modified text,
  version bigint not null,
  seen_run text,
  read_at timestamptz,
  checked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index source_items_by_location on source_items (tenant_id, source_id, location_hash);

-- Bytes in pieces of 256 kB. A blob that no item names was left by a broken upload and is swept.
create table source_blobs (
  tenant_id text not null,
  blob_id text not null,
  number integer not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, blob_id, number)
);

-- The text that was read, and where its pages begin.
create table source_texts (
  tenant_id text not null,
  item_id text not null,
  text text not null,
  pages jsonb not null,
  primary key (tenant_id, item_id)
);

create table source_runs (
  tenant_id text not null,
  id text not null,
  source_id text not null,
  cause text not null,
  state text not null,
  anew boolean not null,
  known integer not null,
  read integer not null,
  pages integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  withdrawn integer not null,
  refused integer not null,
  note text,
  started_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index source_runs_of_source on source_runs (tenant_id, source_id, created_at desc, id desc);

-- What a run has to read, in this order; without an outcome it waits. A run that broke off goes on with these.
create table source_steps (
  tenant_id text not null,
  run_id text not null,
  location_hash text not null,
  number bigint generated always as identity,
  kind text not null,
  location text not null,
  depth integer not null,
  item_id text,
  outcome text,
  reason jsonb,
  pages integer not null,
  milliseconds integer not null,
  at timestamptz,
  primary key (tenant_id, run_id, location_hash)
);
create index source_steps_waiting on source_steps (tenant_id, run_id, number) where outcome is null;
create index source_steps_done on source_steps (tenant_id, run_id, at desc) where outcome is not null;

-- Events of webhooks that were taken, so that one that comes again changes nothing.
create table source_events (
  tenant_id text not null,
  source_id text not null,
  event_id text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, source_id, event_id)
);

create index articles_by_item on articles (tenant_id, (origin ->> 'itemId')) where origin is not null;

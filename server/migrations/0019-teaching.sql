-- What a company teaches the understanding of messages, and what was learnt of it: versions, of which one reads.

-- One row a company. `changes` counts every change of what is taught.
create table teaching (
  tenant_id text primary key,
  changes bigint not null default 0,
  running_version text
);

create table taught_intents (
  tenant_id text not null,
  id text not null,
  name text not null,
  title jsonb not null,
  description jsonb not null,
  archived boolean not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index taught_intents_by_name on taught_intents (tenant_id, name);

-- `text_key` is the same for texts that differ in case, width, spaces and punctuation alone. `belongs` is the intent, `-` for
-- what is out of scope, empty for what says nothing of intents.
create table taught_examples (
  tenant_id text not null,
  id text not null,
  text text not null,
  text_key text not null,
  language text not null,
  belongs text not null,
  entities jsonb not null,
  sentiment text,
  emotion text,
  source text not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index taught_examples_once on taught_examples (tenant_id, belongs, text_key);

-- Types of entities, what is in their dictionaries, and patterns: `kind` says which; no two of a kind have the same key.
create table taught_entities (
  tenant_id text not null,
  id text not null,
  kind text not null,
  type text not null,
  key text not null,
  content jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index taught_entities_once on taught_entities (tenant_id, kind, key);
create index taught_entities_of_type on taught_entities (tenant_id, type);

-- One at a time for each company. `attempts`: how often a process took it up; one that dies leaves it to the next.
create table trainings (
  tenant_id text not null,
  id text not null,
  state text not null,
  step text not null,
  done double precision not null,
  failure text,
  note text not null,
  attempts integer not null,
  version_id text,
  started_by text,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create unique index trainings_one_at_a_time on trainings (tenant_id) where state = 'running';

create table learnt_versions (
  tenant_id text not null,
  id text not null,
  number integer not null,
  note text not null,
  taught jsonb not null,
  figures jsonb not null,
  evaluation jsonb not null,
  artefact bytea not null,
  bytes integer not null,
  seconds double precision not null,
  changes bigint not null,
  created_at timestamptz not null,
  created_by text,
  primary key (tenant_id, id)
);
create unique index learnt_versions_by_number on learnt_versions (tenant_id, number);

-- Which version was let read when; a roll-back takes the last away.
create table learnt_releases (
  tenant_id text not null,
  id text not null,
  version_id text not null,
  released_at timestamptz not null,
  released_by text,
  primary key (tenant_id, id)
);

-- How each example was read by a model that had not seen it. The text as it was then.
create table judged_examples (
  tenant_id text not null,
  version_id text not null,
  example_id text not null,
  text text not null,
  taught text not null,
  read text not null,
  probability double precision not null,
  out_of_scope double precision not null,
  primary key (tenant_id, version_id, example_id)
);
create index judged_examples_by_cell on judged_examples (tenant_id, version_id, taught, read);

-- Choosing between ways to go on: each choice with how it turned out, what was learnt of them, and which of that is used.

-- A choice of the bot's turn, as its log tells it, read again when more is known. Nothing of what was said is in it.
create table choices (
  tenant_id text not null,
  conversation_id text not null,
  turn integer not null,
  at timestamptz not null,
  learnt integer not null,
  frozen boolean not null,
  arms jsonb not null,
  chosen text not null,
  propensity double precision not null,
  features jsonb not null,
  ending text not null,
  back boolean not null,
  reward double precision,
  ended_at timestamptz,
  -- Whoever comes back has had the time to: the outcome counts.
  settled boolean not null,
  primary key (tenant_id, conversation_id, turn)
);
create index choices_by_time on choices (tenant_id, at);
create index choices_known on choices (tenant_id, at desc) where settled;
create index choices_to_settle on choices (tenant_id, ended_at) where not settled and ended_at is not null;

-- One row a company; who holds it changes what is used, or adds what was learnt. `version` counts its changes.
create table choosing_states (
  tenant_id text primary key,
  version integer not null default 0,
  used integer not null default 0,
  frozen boolean not null default true,
  by_itself boolean not null default false
);

-- Never changed but for when it was first used.
create table choosing_versions (
  tenant_id text not null,
  number integer not null,
  learnt text not null,
  samples integer not null,
  -- Outcomes that counted when it was learnt, with those that it was judged by.
  known integer not null,
  judgement jsonb,
  created_at timestamptz not null,
  created_by text,
  used_at timestamptz,
  primary key (tenant_id, number)
);

create table choosing_changes (
  tenant_id text not null,
  id text not null,
  at timestamptz not null,
  by_staff text,
  kind text not null,
  number integer not null,
  primary key (tenant_id, id)
);

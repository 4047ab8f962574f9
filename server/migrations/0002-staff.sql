-- The company, the people who work there, how they sign in, and the keys of programs.

create table tenants (
  id text primary key,
  settings jsonb not null,
  -- Signs access tokens and web sessions; the same for every process on this database.
  signing_secret text not null,
  created_at timestamptz not null
);

create table staff (
  tenant_id text not null,
  id text not null,
  email text not null,
  name text not null,
  role text not null,
  active boolean not null,
  password_hash text not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);

-- One row a sign-in on one device. The token is replaced at each refresh; the one before is kept for the moment in which
-- two tabs may send it at once. Any other signed token of this sign-in is a copy, and ends it.
create table sign_ins (
  tenant_id text not null,
  id text not null,
  staff_id text not null,
  token_hash text not null,
  previous_token_hash text,
  rotated_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create index sign_ins_of_staff on sign_ins (tenant_id, staff_id);

create table api_keys (
  tenant_id text not null,
  id text not null,
  name text not null,
  key_hash text not null,
  hint text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id)
);
create unique index api_keys_by_hash on api_keys (key_hash);

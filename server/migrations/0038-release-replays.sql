-- What is to go to customers, the draft of the flows or a learnt version, held against what is at work; and what somebody let pass.
-- Replays of drafts are begun anew: what was accepted until now names no draft by what stands in it.

drop table flow_replays;

create table release_replays (
  tenant_id text not null,
  id text not null,
  -- `flows`, or the id of a learnt version.
  what text not null,
  -- The state of it that was held against what was at work then.
  candidate text not null,
  against text not null,
  state text not null,
  report jsonb,
  -- Names what was replayed by what stands in it.
  subject text,
  created_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);

-- Holds for the same subject wherever a replay finds the same change as often.
create table replay_acceptances (
  tenant_id text not null,
  subject text not null,
  key text not null,
  turns integer not null,
  conversations integer not null,
  reason text not null,
  accepted_by text,
  accepted_at timestamptz not null,
  primary key (tenant_id, subject, key, turns, conversations)
);

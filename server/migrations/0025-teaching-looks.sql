-- What was found by looking at everything at once: doubtful lessons, and intents that customers ask for. `wanted` is the state
-- that somebody wants looked at, `seen` the one that `result` is of.
create table teaching_looks (
  tenant_id text not null,
  kind text not null,
  wanted bigint not null,
  seen bigint not null,
  result jsonb,
  looked_at timestamptz,
  primary key (tenant_id, kind)
);

-- Files that wait to be taken in are packed in pieces from now on; who still wants one looks at it again.
delete from lesson_imports where state = 'preview';

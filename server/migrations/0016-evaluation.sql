-- Sets of questions with what is expected of their answers, and every run of them: what was answered, and how that was judged.

create table evaluation_sets (
  tenant_id text not null,
  id text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table evaluation_questions (
  tenant_id text not null,
  id text not null,
  set_id text not null,
  question text not null,
  language text not null,
  decline boolean not null,
  article_ids jsonb not null,
  must_contain jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index evaluation_questions_of_set on evaluation_questions (tenant_id, set_id);

create table evaluation_runs (
  tenant_id text not null,
  id text not null,
  set_id text not null,
  state text not null,
  questions integer not null,
  figures jsonb,
  started_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index evaluation_runs_of_set on evaluation_runs (tenant_id, set_id);

-- The question as it was asked then: it may be changed or removed since.
create table evaluation_outcomes (
  tenant_id text not null,
  run_id text not null,
  question_id text not null,
  question text not null,
  verdict text not null,
  answer text not null,
  article_ids jsonb not null,
  support double precision not null,
  primary key (tenant_id, run_id, question_id)
);

-- What is learnt from conversations about the knowledge: how answers turned out, how good articles are, what is wrong
-- between them, what is missing, and what the machine did about it. All of it can be made again from the log but the
-- decisions of people.

-- The reviewer of conversations reads them in the order in which something last happened in them.
create index conversations_by_change on conversations (tenant_id, updated_at, id);

-- How far a job has read; `at` and `id` are of the last row it has finished with.
create table learning_cursors (
  tenant_id text not null,
  name text not null,
  at timestamptz not null,
  id text not null,
  primary key (tenant_id, name)
);

create table learning_settings (
  tenant_id text primary key,
  body jsonb not null
);

-- One row a question that was asked; `seq` is the event that decided it. Texts are without personal data.
create table asked_questions (
  tenant_id text not null,
  conversation_id text not null,
  seq integer not null,
  customer_id text not null,
  at timestamptz not null,
  language text not null,
  channel text not null,
  question text not null,
  decision text not null,
  trouble text,
  solved boolean,
  asked_again boolean not null,
  asked_person boolean not null,
  handed_off boolean not null,
  -- The same customer came back within days about the same, in another conversation.
  came_back boolean not null,
  reply text,
  gap_id text,
  -- Whether it has been looked at for gaps since it last changed.
  grouped boolean not null,
  primary key (tenant_id, conversation_id, seq)
);
create index asked_questions_of_customer on asked_questions (tenant_id, customer_id, at);
create index asked_questions_by_time on asked_questions (tenant_id, at, conversation_id, seq);
create index asked_questions_ungrouped on asked_questions (tenant_id, at, conversation_id, seq) where not grouped;
create index asked_questions_of_gap on asked_questions (tenant_id, gap_id, at) where gap_id is not null;

create table cited_articles (
  tenant_id text not null,
  conversation_id text not null,
  seq integer not null,
  article_id text not null,
  start_at integer not null,
  end_at integer not null,
  at timestamptz not null,
  primary key (tenant_id, conversation_id, seq, article_id, start_at)
);
create index cited_articles_by_article on cited_articles (tenant_id, article_id, at);

-- Who opened what an answer cites, once a day each.
create table opened_articles (
  tenant_id text not null,
  article_id text not null,
  reader_id text not null,
  day date not null,
  primary key (tenant_id, article_id, reader_id, day)
);

create table article_scores (
  tenant_id text not null,
  article_id text not null,
  score real not null,
  parts jsonb not null,
  title text not null,
  language text not null,
  status text not null,
  owner_id text,
  due_at timestamptz,
  valid_until timestamptz,
  scored_at timestamptz not null,
  primary key (tenant_id, article_id)
);
create index article_scores_worst on article_scores (tenant_id, score, article_id);

-- What the machine did to an article and why, what was there before, and who took it back.
create table learning_acts (
  tenant_id text not null,
  id text not null,
  kind text not null,
  article_id text not null,
  title text not null,
  owner_id text,
  at timestamptz not null,
  why jsonb not null,
  before jsonb not null,
  undone_at timestamptz,
  undone_by text,
  primary key (tenant_id, id)
);
create index learning_acts_of_article on learning_acts (tenant_id, article_id, kind, at desc);
create index learning_acts_by_time on learning_acts (tenant_id, at desc, id desc);

-- What is wrong with articles or between them. `key` names the matter: the same is never reported twice.
create table findings (
  tenant_id text not null,
  id text not null,
  kind text not null,
  key text not null,
  article_ids jsonb not null,
  severity text not null,
  spots jsonb not null,
  fingerprint text not null,
  state text not null,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null,
  ignored_by text,
  ignored_why text,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
create index findings_by_state on findings (tenant_id, state, kind, first_seen_at desc, id desc);
create index findings_by_article on findings using gin (article_ids);

create table link_checks (
  tenant_id text not null,
  url text not null,
  checked_at timestamptz not null,
  -- `works`, `gone` (it says so), `fails` (no answer, or an error); how often in a row it failed.
  outcome text not null,
  status integer,
  failures integer not null,
  primary key (tenant_id, url)
);

create table gaps (
  tenant_id text not null,
  id text not null,
  name text not null,
  language text not null,
  state text not null,
  -- The mean of its questions' terms: what a new question is held against.
  centre jsonb not null,
  size integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  article_id text,
  proposed_at timestamptz,
  proposed_by text,
  released_at timestamptz,
  ignored_by text,
  ignored_why text,
  primary key (tenant_id, id)
);
create index gaps_by_state on gaps (tenant_id, state, last_at desc, id desc);

-- How much an article counts in the search, for those that do not count fully.
create table article_weights (
  tenant_id text not null,
  article_id text not null,
  weight real not null,
  primary key (tenant_id, article_id)
);

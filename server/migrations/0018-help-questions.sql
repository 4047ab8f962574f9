-- What readers of the help centre looked for and did not find, and what they said is missing. Texts are without personal
-- data; of the reader nothing is kept. A search that went well is forgotten, and the rest is bounded (help-questions-store.ts).
create table help_questions (
  tenant_id text not null,
  id text not null,
  at timestamptz not null,
  language text not null,
  question text not null,
  -- Whether one of the articles that the search showed was opened from there.
  opened boolean not null,
  -- The article that was opened last, or that a comment is about.
  article_id text,
  -- Null until it is known how the search ended: `nothing-found`, `not-opened`, `unhelpful`; or it is a `comment`.
  trouble text,
  gap_id text,
  grouped boolean not null,
  primary key (tenant_id, id)
);
create index help_questions_by_time on help_questions (tenant_id, at, id);
create index help_questions_of_gap on help_questions (tenant_id, gap_id, at) where gap_id is not null;

-- Whatever can show a gap, wherever it was asked. `place` is the event within a conversation.
create view gap_questions as
  select tenant_id, 'conversation' as origin, conversation_id as id, seq as place, at, language, question, trouble, reply,
    null::text as article_id, gap_id, grouped
  from asked_questions
  union all
  select tenant_id, 'help-centre', id, 0, at, language, question, trouble, null, article_id, gap_id, grouped
  from help_questions where trouble is not null;

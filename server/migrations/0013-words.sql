-- What a company teaches the search: its own dictionary, synonyms and stop words.

create table search_words (
  tenant_id text not null,
  id text not null,
  kind text not null,
  -- zh, en, or empty for questions in any language: null would never be equal to itself in the unique index.
  language text not null,
  text text not null,
  -- The text with its letters folded, by which a repeat is known.
  folded text not null,
  others jsonb not null,
  weight real not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (tenant_id, id)
);
create unique index search_words_once on search_words (tenant_id, kind, language, folded);
create index search_words_by_text on search_words (tenant_id, folded, id);

-- What readers of the help centre say of an article: one word each, the last one counts.

create table article_ratings (
  tenant_id text not null,
  article_id text not null,
  -- A random mark kept by the reader's browser; nothing else is known of them.
  rater text not null,
  helpful boolean not null,
  comment text,
  created_at timestamptz not null,
  primary key (tenant_id, article_id, rater)
);
create index articles_open_to_all on articles (tenant_id, language, id) where status = 'published' and audience ->> 'kind' = 'public';

-- Keeping knowledge: who customers proved to be, groups of staff, drafts beside live texts, past versions, the record.

alter table customers
  add column tier text,
  add column region text,
  -- Until when the company's own site vouches for them; null for visitors.
  add column signed_in_until timestamptz;

alter table staff add column groups jsonb not null default '[]';

-- With it a company's site signs who its customer is. Needed in the clear to check a signature (HMAC).
alter table tenants
  add column identity_secret text,
  add column identity_secret_at timestamptz;

alter table articles
  -- The article that this is the same text of, in another language.
  add column translation_of text,
  -- Set where a machine wrote the first text.
  add column proposal jsonb,
  add column reminded_at timestamptz,
  -- When its time was found to be over; cleared when somebody looks after it.
  add column expired_at timestamptz;
create index articles_translations on articles (tenant_id, translation_of) where translation_of is not null;
create index articles_due on articles (tenant_id, due_at) where due_at is not null;
create index articles_ending on articles (tenant_id, valid_until) where valid_until is not null;
create index articles_in_review on articles (tenant_id, id) where status = 'review';

-- What was: written when an article is changed, in the same transaction. What is stands in `articles`.
create table article_versions (
  tenant_id text not null,
  article_id text not null,
  version integer not null,
  -- The whole row as it was.
  content jsonb not null,
  primary key (tenant_id, article_id, version)
);

-- The one newer text beside a live one.
create table article_revisions (
  tenant_id text not null,
  article_id text not null,
  base integer not null,
  edition integer not null,
  state text not null,
  draft jsonb not null,
  comment text,
  proposal jsonb,
  edited_by text,
  edited_at timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  primary key (tenant_id, article_id)
);

-- Who did what when. Outlives the article.
create table article_events (
  tenant_id text not null,
  id text not null,
  article_id text not null,
  title text not null,
  kind text not null,
  version integer,
  by_staff text,
  at timestamptz not null,
  comment text,
  primary key (tenant_id, id)
);
create index article_events_of on article_events (tenant_id, article_id, at desc, id desc);
create index article_events_by_time on article_events (tenant_id, at desc, id desc);

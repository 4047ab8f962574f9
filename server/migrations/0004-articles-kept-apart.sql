-- For whom an article is, what it is about, of which kind it is, who looks after it, and where it came from.

alter table articles
  add column audience jsonb not null default '{"kind":"public"}',
  add column category text,
  add column products jsonb not null default '[]',
  add column kind text not null default 'fact',
  -- The table of a rule or the steps of a process; null for a fact.
  add column guide jsonb,
  add column variants jsonb not null default '[]',
  add column owner_id text,
  add column due_at timestamptz,
  add column origin jsonb,
  add column updated_by text;
create index articles_by_category on articles (tenant_id, category) where category is not null;

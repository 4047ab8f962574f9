-- Sources whose texts go live without a second pair of eyes where a company asks for them, and who said so.

alter table sources add column trusted boolean not null default false;

create table source_trust (
  tenant_id text not null,
  id text not null,
  source_id text not null,
  trusted boolean not null,
  by_staff text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index source_trust_of on source_trust (tenant_id, source_id, at desc, id desc);

-- Where a newer text that came from a source begins each page of it; it becomes the article's with the text.
alter table article_revisions add column origin jsonb;

-- Where the words of each article stand in the text that was read of its document, by the article's id.
alter table source_texts add column places jsonb not null default '{}';

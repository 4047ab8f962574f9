-- What the holder of a key may do. The keys that were there talked to the bot, and go on with that.
alter table api_keys add column scopes jsonb not null default '["messages"]';

-- What a model that helps has spent in all turns of a conversation.
alter table conversations add column model_use jsonb not null
  default '{"steps": 0, "calls": 0, "tokensIn": 0, "tokensOut": 0, "milliseconds": 0, "cost": 0}';

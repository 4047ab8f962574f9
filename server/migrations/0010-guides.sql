-- How far a conversation has come with a rule or a process.

alter table conversations add column guide jsonb;

-- What a replay was meant to take and what its list has no room for; and what was let pass before, for the next of the same draft.

alter table flow_replays add column carried jsonb not null default '[]';

update flow_replays
set report = report || jsonb_build_object(
  'of', report -> 'conversations',
  'unlisted', jsonb_build_object('open', 0, 'told', 0)
)
where report is not null;

-- What a message does is called its act; its intents are what the company taught.
update conversation_events
  set body = jsonb_set(body #- '{why,intent}', '{why,act}', body -> 'why' -> 'intent')
  where body ->> 'type' = 'turn-decided' and (body -> 'why' -> 'intent') is not null;

-- How the customer's last messages felt, oldest first: -1 desperate to 1 delighted.
alter table conversations add column moods jsonb not null default '[]';

-- What lists and coverage tell of a result stands beside it: its turns, with all that was said, are read for one case alone.

alter table dialogue_case_results
  -- The first thing that went wrong, and in which turn, from 0; null: nothing did.
  add column fault jsonb,
  -- The steps of all turns, in the order in which they were taken.
  add column taken jsonb;

update dialogue_case_results set
  fault = (
    select turn.told -> 'faults' -> 0 || jsonb_build_object('turn', turn.place - 1)
    from jsonb_array_elements(turns) with ordinality as turn (told, place)
    where jsonb_array_length(turn.told -> 'faults') > 0
    order by turn.place
    limit 1
  ),
  taken = coalesce((
    select jsonb_agg(step.told order by turn.place, step.place)
    from jsonb_array_elements(turns) with ordinality as turn (told, place),
      jsonb_array_elements(turn.told -> 'taken') with ordinality as step (told, place)
  ), '[]');

alter table dialogue_case_results alter column taken set not null;

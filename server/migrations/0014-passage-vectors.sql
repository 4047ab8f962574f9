-- Where the meaning of each passage lies, as one embedding model has it. Kept so that a restart asks the model for nothing;
-- whatever is missing, or was made from other words or by another model, is made again in the background.

create table passage_vectors (
  tenant_id text not null,
  passage_id text not null,
  model text not null,
  -- Of the words that the vector was made from.
  content_hash text not null,
  -- 32-bit numbers, little endian.
  vector bytea not null,
  primary key (tenant_id, passage_id)
);

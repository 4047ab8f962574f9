import type { Example, ExampleChange } from '@lingxi/contract/teaching'

/** An example as an edit of it is sent, with what is changed. */
export function changeOf(
  { text, language, intentId, outOfScope, entities, sentiment, emotion, version }: Example,
  change: Partial<ExampleChange>,
): ExampleChange {
  return { text, language, intentId, outOfScope, entities, sentiment, emotion, version, ...change }
}

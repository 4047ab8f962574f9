/**
 * Finds spans in texts and says what each is, learnt from texts in which people have marked such spans, in any language.
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over characters, words and figures,
 * with signs from neighbourhoods, shapes, Chinese words and lists of names gathered from the examples. Spans never
 * overlap; offsets are UTF-16 code units, half-open; `confidence` (0–1) is the probability that exactly this span has this
 * type. The same examples and seed give the same bytes. Training is synchronous and belongs into a thread
 * (`trainTaggerInThread`); tagging a short text takes a fraction of a millisecond, and time grows linearly with its length.
 * Bytes that are no model of ours are an outcome, never an exception. A tagger may be used by one caller at a time, as
 * everything synchronous is.
 */
export { openTagger, type OpenOutcome, type TaggedSpan, type Tagger } from './open-tagger.ts'
export { trainTaggerInThread, type ThreadOptions } from './train-in-thread.ts'
export {
  type MarkedSpan,
  type TaggerExample,
  trainTagger,
  type TrainingOptions,
  type TrainingOutcome,
} from './train-tagger.ts'

/**
 * Who reads the intents of a message, and perhaps its entities: one port for what was learnt here, a transformer from a folder and a
 * language model. Promises (backends.contract.ts): intents come with the most probable first, each 0–1, together at most 1;
 * no text throws; whatever keeps a reading from coming, the caller's signal included, is an outcome with its reason.
 */
export type BackendName = 'linear' | 'transformer' | 'model'

/** UTF-16 offsets of the text that was read, half open. */
export type ReadEntity = { start: number; end: number; type: string; confidence: number }
export type BackendReading = {
  kind: 'read'
  /** Were it in scope. */
  intents: { name: string; probability: number }[]
  /** How probable it is that the text is about none of them. */
  outOfScope: number
  entities?: ReadEntity[] | undefined
}
export type BackendAway = {
  kind: 'away'
  reason: 'too-slow' | 'failed' | 'unreadable' | 'cancelled' | 'nothing-taught'
}
/** `session`: as `LanguageModel` has it. `withoutModel`: none is asked. */
export type ReadOptions = {
  signal?: AbortSignal | undefined
  session?: string | undefined
  withoutModel?: boolean | undefined
}
export type Backend = {
  name: BackendName
  read(text: string, options?: ReadOptions): Promise<BackendReading | BackendAway>
}

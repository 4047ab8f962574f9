/**
 * A language model that writes text piece by piece. Promises (models.contract.ts): pieces come in order and add up to
 * what was written; giving the signal ends the stream soon; whatever keeps the text from being whole — no first word or
 * no end in time, a refusal, a broken or unreachable endpoint, an end in the middle — is thrown as `ModelFailure`, never
 * passed off as a finished text. Nothing is asked twice: whoever calls has something better to say than to wait.
 */
export type LanguageModel = {
  /** As the operator knows it. */
  name: string
  stream(asked: Asked): AsyncIterable<string>
}
export type Asked = {
  system: string
  prompt: string
  signal?: AbortSignal | undefined
  /** What belongs together asks with the same word; it is for who stands before a model, and told to none. */
  session?: string | undefined
}

export type FailureKind = 'too-slow' | 'refused' | 'failed' | 'cancelled'

/** Why there is no whole text. The message names the cause without quoting what was asked or written. */
export class ModelFailure extends Error {
  readonly kind: FailureKind
  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'ModelFailure'
    this.kind = kind
  }
}

/**
 * A language model that may ask for tools. One call is one step: it writes, or asks, and whoever leads it answers and calls
 * again. Promises (tool-model.contract.ts): pieces of text in order; a call is given whole, once its input has come to its
 * end; `spent` comes once, last, and only after a step that its writer called finished. What keeps a step from being whole
 * is thrown as `ModelFailure`, as `LanguageModel` has it. It performs nothing and asks nothing twice.
 */
export type ToolModel = {
  /** As the operator knows it. */
  name: string
  step(asked: AskedStep): AsyncIterable<StepPart>
}
export type AskedStep = {
  system: string
  turns: readonly ModelTurn[]
  tools: readonly DescribedTool[]
  /** Tokens that it may write. A hint: an endpoint may not heed it. */
  mostTokens: number
  signal?: AbortSignal | undefined
  /** As in `Asked`. */
  session?: string | undefined
}
/** `input` is a JSON Schema. */
export type DescribedTool = { name: string; description: string; input: Record<string, unknown> }
/** `input` undefined: what it wrote was no JSON. */
export type ToolCall = { id: string; name: string; input: unknown }
export type ModelTurn =
  | { by: 'user'; text: string }
  | { by: 'model'; text: string; calls: readonly ToolCall[] }
  | { by: 'tool'; call: ToolCall; told: string }
export type StepPart =
  | { kind: 'text'; text: string }
  | { kind: 'call'; call: ToolCall }
  /** Tokens, as the endpoint counts them; undefined where it does not. */
  | { kind: 'spent'; tokensIn: number | undefined; tokensOut: number | undefined }

/**
 * A model that says where the meaning of a text lies. Promises (embedding.contract.ts): one vector a text, in order, all of
 * one length and of unit length, so that their inner product is their likeness; many texts are sent in batches; whatever
 * keeps a vector from coming is thrown as `ModelFailure`, and nothing is asked twice.
 */
export type EmbeddingModel = {
  /** As the operator knows it; vectors of models with different names are never compared. */
  name: string
  /** How many numbers a vector has: known from the first one on. */
  dimensions(): number | undefined
  embed(texts: readonly string[], options?: { signal?: AbortSignal | undefined }): Promise<Float32Array[]>
}

/**
 * A model that reads a question and a text together. Promises (embedding.contract.ts): one score a text, in order, greater is
 * better, comparable within one call only; failures are thrown as `ModelFailure`.
 */
export type Reranker = {
  name: string
  rerank(query: string, texts: readonly string[], options?: { signal?: AbortSignal | undefined }): Promise<number[]>
}

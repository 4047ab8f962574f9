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
export type Asked = { system: string; prompt: string; signal?: AbortSignal | undefined }

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

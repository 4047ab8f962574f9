/** Any endpoint that speaks OpenAI's chat completions, through the AI SDK. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { type FinishReason, streamText } from 'ai'
import { startDeadline } from './deadline.ts'
import { type Asked, type LanguageModel, ModelFailure } from './models.ts'

export type Endpoint = {
  /** Where `/chat/completions` is found, without it. */
  url: string
  /** The model's name there. */
  name: string
  key?: string | undefined
  /** Milliseconds until the first word, and until the end. */
  firstWordLimit?: number
  totalLimit?: number
}

export function createOpenaiCompatibleModel(endpoint: Endpoint): LanguageModel {
  const { url, name, key, firstWordLimit = 5_000, totalLimit = 20_000 } = endpoint
  const provider = createOpenAICompatible({ name: 'configured', baseURL: url, ...(key && { apiKey: key }) })
  const languageModel = provider.chatModel(name)

  async function* stream({ system, prompt, signal }: Asked): AsyncGenerator<string> {
    const deadline = startDeadline({ firstWordLimit, totalLimit, signal })
    try {
      const answer = streamText({
        model: languageModel,
        instructions: system,
        prompt,
        temperature: 0,
        maxRetries: 0,
        abortSignal: deadline.signal,
        // The default writes to the console, what was asked included.
        onError: () => undefined,
      })
      yield* wordsOf(answer.stream, deadline)
    } catch (error) {
      throw toFailure(error, deadline.reason())
    } finally {
      deadline.stop()
    }
  }

  return { name, stream }
}

type Part = { type: string } & Partial<{ text: string; error: unknown; finishReason: FinishReason }>
type Deadline = ReturnType<typeof startDeadline>

/** `textStream` swallows what the provider reports as an error: only the whole stream tells. */
async function* wordsOf(parts: AsyncIterable<Part>, deadline: Deadline): AsyncGenerator<string> {
  let finished = false
  for await (const { type, text, error, finishReason } of parts) {
    if (deadline.reason()) break
    if (type === 'error') throw error
    if (type === 'finish') {
      checkFinish(finishReason)
      finished = true
    }
    if (type === 'text-delta' && text) {
      deadline.heardWord()
      yield text
    }
  }
  if (deadline.reason() || !finished) throw new Error('The stream ended in the middle')
}

/** Only a text that its writer called finished is one. */
function checkFinish(reason: FinishReason | undefined): void {
  if (reason === 'content-filter') throw new ModelFailure('refused', 'The endpoint withheld the text')
  if (reason !== 'stop') throw new ModelFailure('failed', `The text ended by "${reason}"`)
}

export function toFailure(error: unknown, ended: 'too-slow' | 'cancelled' | undefined): ModelFailure {
  if (ended === 'too-slow') return new ModelFailure('too-slow', 'The endpoint did not answer in time')
  if (ended === 'cancelled') return new ModelFailure('cancelled', 'The call was given up')
  if (error instanceof ModelFailure) return error
  const status = error instanceof Error && 'statusCode' in error ? ` (HTTP ${String(error.statusCode)})` : ''
  return new ModelFailure('failed', `The endpoint did not give a text${status}`, error)
}

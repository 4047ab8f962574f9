/** Any endpoint that speaks OpenAI's chat completions with tools, one step a call, through the AI SDK. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { type FinishReason, jsonSchema, type ModelMessage, streamText, type ToolSet } from 'ai'
import { startDeadline } from './deadline.ts'
import {
  type AskedStep,
  type DescribedTool,
  ModelFailure,
  type ModelTurn,
  type StepPart,
  type ToolModel,
} from './models.ts'
import { type Endpoint, toFailure } from './openai-compatible.ts'

export function createOpenaiToolModel(endpoint: Endpoint): ToolModel {
  const { url, name, key, firstWordLimit = 5_000, totalLimit = 20_000 } = endpoint
  const provider = createOpenAICompatible({
    name: 'configured',
    baseURL: url,
    includeUsage: true,
    ...(key && { apiKey: key }),
  })
  const languageModel = provider.chatModel(name)

  async function* step({ system, turns, tools, mostTokens, signal }: AskedStep): AsyncGenerator<StepPart> {
    const deadline = startDeadline({ firstWordLimit, totalLimit, signal })
    try {
      const answer = streamText({
        model: languageModel,
        instructions: system,
        messages: turns.map(messageOf),
        ...(tools.length > 0 && { tools: toolsOf(tools) }),
        temperature: 0,
        maxRetries: 0,
        maxOutputTokens: mostTokens,
        abortSignal: deadline.signal,
        // The default writes to the console, what was asked included.
        onError: () => undefined,
      })
      yield* partsOf(answer.stream as AsyncIterable<Part>, deadline)
    } catch (error) {
      throw toFailure(error, deadline.reason())
    } finally {
      deadline.stop()
    }
  }

  return { name, step }
}

/** Described without a way to run them: the SDK gives the calls and does nothing. */
const toolsOf = (tools: readonly DescribedTool[]): ToolSet =>
  Object.fromEntries(
    tools.map(({ name, description, input }) => [name, { description, inputSchema: jsonSchema(input) }]),
  )

function messageOf(turn: ModelTurn): ModelMessage {
  if (turn.by === 'user') return { role: 'user', content: turn.text }
  if (turn.by === 'tool') {
    const { call, told } = turn
    const result = { toolCallId: call.id, toolName: call.name, output: { type: 'text' as const, value: told } }
    return { role: 'tool', content: [{ type: 'tool-result', ...result }] }
  }
  const calls = turn.calls.map(({ id, name, input }) => ({
    type: 'tool-call' as const,
    toolCallId: id,
    toolName: name,
    input: input ?? {},
  }))
  const text = turn.text === '' ? [] : [{ type: 'text' as const, text: turn.text }]
  return { role: 'assistant', content: [...text, ...calls] }
}

type Used = { inputTokens?: number | undefined; outputTokens?: number | undefined }
type Part = { type: string } & Partial<{
  text: string
  error: unknown
  toolCallId: string
  toolName: string
  input: unknown
  finishReason: FinishReason
  totalUsage: Used
}>
type Deadline = ReturnType<typeof startDeadline>

async function* partsOf(parts: AsyncIterable<Part>, deadline: Deadline): AsyncGenerator<StepPart> {
  let finished: Used | undefined
  for await (const part of parts) {
    if (deadline.reason()) break
    if (part.type === 'error') throw part.error
    if (part.type === 'finish') finished = finish(part)
    const given = partOf(part)
    if (given) {
      deadline.heardWord()
      yield given
    }
  }
  if (deadline.reason() || !finished) throw new Error('The stream ended in the middle')
  yield { kind: 'spent', tokensIn: finished.inputTokens, tokensOut: finished.outputTokens }
}

/** What is no JSON comes as the text that was written for it. */
function partOf({ type, text, toolCallId, toolName, input }: Part): StepPart | undefined {
  if (type === 'text-delta') return text ? { kind: 'text', text } : undefined
  if (type !== 'tool-call' || !toolCallId || !toolName) return undefined
  const isRead = typeof input === 'object' && input !== null
  return { kind: 'call', call: { id: toolCallId, name: toolName, input: isRead ? input : undefined } }
}

/** Only a step that its writer called finished is one. */
function finish({ finishReason, totalUsage }: Part): Used {
  if (finishReason === 'content-filter') throw new ModelFailure('refused', 'The endpoint withheld the text')
  if (finishReason === 'stop' || finishReason === 'tool-calls') return totalUsage ?? {}
  throw new ModelFailure('failed', `The step ended by "${finishReason}"`)
}

/** Answers in OpenAI's form, whole or in chunks. Only what is committed is ever written here. */
type Answer = { id: string; text: string; atSeconds: number; model: string }

/** Tokens are counted roughly, as characters: nobody is billed by them, but clients expect the numbers. */
const usageOf = (text: string) => ({ prompt_tokens: 0, completion_tokens: text.length, total_tokens: text.length })

export function writeModels(model: string) {
  return { object: 'list' as const, data: [{ id: model, object: 'model' as const, created: 0, owned_by: 'lingxi' }] }
}

export function writeCompletion({ id, text, atSeconds, model }: Answer) {
  return {
    id,
    object: 'chat.completion',
    created: atSeconds,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content: text, refusal: null }, logprobs: null, finish_reason: 'stop' },
    ],
    usage: usageOf(text),
  }
}

/** The lines of the event stream: the role at once, so that a client sees the answer begin, then the words. */
export async function* writeChunks(begun: Omit<Answer, 'text'>, answer: Promise<string>, withUsage: boolean) {
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({
      id: begun.id,
      object: 'chat.completion.chunk',
      created: begun.atSeconds,
      model: begun.model,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    })}\n\n`
  yield chunk({ role: 'assistant', content: '' }, null)
  const text = await answer
  for (const piece of text.match(/[^\n]{1,40}\n*|\n+/gu) ?? []) yield chunk({ content: piece }, null)
  yield chunk({}, 'stop')
  if (withUsage)
    yield `data: ${JSON.stringify({ id: begun.id, object: 'chat.completion.chunk', created: begun.atSeconds, model: begun.model, choices: [], usage: usageOf(text) })}\n\n`
  yield 'data: [DONE]\n\n'
}

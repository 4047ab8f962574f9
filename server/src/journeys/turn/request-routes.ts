/** The channels whose customer waits for the answer to the request: Rasa's REST form and OpenAI's chat completions. */
import type { openaiRoutes, restRoutes } from '@lingxi/contract/channel-routes'
import type { Language, OutboundMessage } from '@lingxi/contract/message'
import type { AnswerOf, Exchange, Handlers } from '@lingxi/contract/route'
import type { Channel } from '#channels'
import type { Clock } from '#platform/clock'
import type { Collect } from './collect.ts'
import type { Receive } from './receive.ts'

type Answer = { id: string; text: string; atSeconds: number; model: string }
type Parts = {
  rest: Channel
  openai: Channel
  receive: Receive
  collect: Collect
  write: {
    restMessages: (message: OutboundMessage, recipientId: string) => AnswerOf<typeof restRoutes.restWebhook>
    openaiText: (message: OutboundMessage) => string
    models: (model: string) => AnswerOf<typeof openaiRoutes.listModels>
    completion: (answer: Answer) => object
    chunks: (begun: Omit<Answer, 'text'>, answer: Promise<string>, withUsage: boolean) => AsyncIterable<string>
  }
  /** What is said while a person has the conversation and has not answered yet. */
  sayWaiting: (language: Language) => { text: string }
  detect: (text: string) => Promise<Language>
  clock: Clock
}

const model = 'lingxi'

export function createRequestRoutes(parts: Parts): Handlers<typeof restRoutes & typeof openaiRoutes> {
  const { write } = parts

  /** Says it, waits until its turn is over, and gives what is committed. */
  async function ask(channel: Channel, { headers }: Exchange, body: unknown) {
    const { tenantId, message } = await channel.receive({ headers, body })
    const heard = await parts.receive(tenantId, message)
    const messages = heard.answered.then(() => parts.collect(tenantId, heard.conversationId, heard.messageId))
    return { message, messages }
  }

  return {
    async restWebhook({ body }, _caller, exchange) {
      const { messages } = await ask(parts.rest, exchange, body)
      return (await messages).flatMap((each) => write.restMessages(each, body.sender))
    },

    listModels: async () => write.models(model),

    async complete({ body }, _caller, exchange) {
      const { message, messages } = await ask(parts.openai, exchange, body)
      const words = messages.then(async (all) => {
        if (all.length > 0) return all.map(write.openaiText).join('\n\n')
        return parts.sayWaiting(await parts.detect(message.text)).text
      })
      const begun = { id: `chatcmpl-${message.externalId}`, atSeconds: Math.floor(parts.clock.now() / 1000), model }
      if (!body.stream) return write.completion({ ...begun, text: await words })
      // A caller who hangs up before the first word never asks for the others: nobody would hear that they failed.
      words.catch(() => undefined)
      exchange.stream(write.chunks(begun, words, body.stream_options?.include_usage === true))
      return null
    },
  }
}

/** What the bot would answer to a question, and why, without a conversation: for those who keep the knowledge. */
import { type Reader, readerOfStaff, visitor } from '@lingxi/contract/audience'
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Language } from '@lingxi/contract/message'
import type { Handler } from '@lingxi/contract/route'
import type { Words } from '#answering'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { FindAnswer } from './answer.ts'

type Parts = {
  findAnswer: FindAnswer
  knowledge: Pick<Knowledge, 'search'>
  words: Words
  understand: (text: string, context: { language: Language }) => { language: Language; question: string }
  clock: Clock
}

const shownHits = 8

export function createTryQuestion({
  findAnswer,
  knowledge,
  words,
  understand,
  clock,
}: Parts): Handler<typeof knowledgeRoutes.tryQuestion> {
  return async function tryQuestion({ body }, { tenantId, ...caller }, { signal }) {
    const begun = clock.reading()
    const meaning = understand(body.question, { language: body.language ?? 'zh' })
    const language = body.language ?? meaning.language
    const text = meaning.question || body.question
    const { channel, ...given } = body.as ?? { channel: 'web', ...visitor }
    const reader: Reader = { ...given, kind: 'customer' }
    const answer = await findAnswer(tenantId, { text, language, reader, channel, signal })
    const milliseconds = clock.reading() - begun
    const hits = await knowledge.search(tenantId, { text, language, reader: readerOfStaff(caller), limit: shownHits })
    const { writer = null, modelOutcome = null, fromCache = false, ...rest } = answer
    const said = answer.outcome === 'unknown' ? words.sayUnknown(language, answer.nearest).text : answer.text
    return { ...rest, text: said, writer, modelOutcome, fromCache, hits, milliseconds }
  }
}

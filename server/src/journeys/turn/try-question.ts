/** What the bot would answer to a question, and why, without a conversation: for those who keep the knowledge. */
import { type Reader, readerOfStaff, visitor } from '@lingxi/contract/audience'
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Language } from '@lingxi/contract/message'
import type { Handler } from '@lingxi/contract/route'
import type { Words } from '#answering'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { FindAnswer } from './answer.ts'
import { answerAll } from './answer-all.ts'

type Parts = {
  findAnswer: FindAnswer
  knowledge: Pick<Knowledge, 'takeApart'>
  words: Words
  understand: (text: string, context: { language: Language }) => { language: Language; question: string }
  clock: Clock
}
type Asker = { role: 'admin' | 'supervisor' | 'staff'; groups: string[] }

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
    const trial = trialOf(body, clock)
    const { channel, ...given } = body.as ?? { channel: 'web', ...visitor }
    const reader = body.asStaff ? staffWith(body.asStaff, caller) : ({ ...given, kind: 'customer' } as const)
    const asked = { text, language, reader, channel, trial }
    const answer = await answerAll(findAnswer, tenantId, { ...asked, questions: [text], signal })
    const milliseconds = clock.reading() - begun
    const { hits, unsaid } = await knowledge.takeApart(tenantId, asked)
    const all = await knowledge.takeApart(tenantId, { ...asked, reader: readerOfStaff(caller) })
    const { writer = null, modelOutcome = null, fromCache = false, ...rest } = answer
    const said = answer.outcome === 'unknown' ? words.sayUnknown(language, answer.nearest).text : answer.text
    const found = { hits: hits.slice(0, shownHits), unsaid, withheld: withheldOf(all.hits.slice(0, shownHits), hits) }
    return { ...rest, text: said, writer, modelOutcome, fromCache, ...found, milliseconds }
  }
}

/** Undefined: as any customer asks now. */
const trialOf = ({ at, learnt }: { at: string | null; learnt: boolean }, clock: Clock) =>
  at === null && learnt ? undefined : { at: at === null ? clock.now() : Date.parse(at), learnt }

/** Who does not keep the knowledge looks into no group but their own. */
function staffWith(groups: string[], caller: Asker): Reader {
  const open = caller.role === 'staff' ? groups.filter((group) => caller.groups.includes(group)) : groups
  return { kind: 'staff', groups: open }
}

type Found = { articleId: string; title: string }
function withheldOf(all: Found[], seen: Found[]): Found[] {
  const known = new Set(seen.map(({ articleId }) => articleId))
  const kept = all.filter(({ articleId }) => !known.has(articleId))
  return [...new Map(kept.map(({ articleId, title }) => [articleId, { articleId, title }])).values()]
}

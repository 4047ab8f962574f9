/** What the bot would answer to a question, and why, without a conversation: for those who keep the knowledge. */
import { type Reader, readerOfStaff, visitor } from '@lingxi/contract/audience'
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Language } from '@lingxi/contract/message'
import type { Handler } from '@lingxi/contract/route'
import type { Words } from '#answering'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { Answer, FindAnswer } from './answer.ts'
import { answerAll } from './answer-all.ts'
import { type Recommended, type RecommendProducts, tellBetter } from './recommend.ts'

type Parts = {
  findAnswer: FindAnswer
  knowledge: Pick<Knowledge, 'takeApart'>
  recommendProducts: RecommendProducts
  words: Words
  readAct: (text: string, context: { language: Language }) => { language: Language; question: string }
  clock: Clock
}
type Asker = { role: 'admin' | 'supervisor' | 'staff'; groups: string[] }

const shownHits = 8

export function createTryQuestion({
  findAnswer,
  recommendProducts,
  knowledge,
  words,
  readAct,
  clock,
}: Parts): Handler<typeof knowledgeRoutes.tryQuestion> {
  return async function tryQuestion({ body }, { tenantId, ...caller }, { signal }) {
    const begun = clock.reading()
    const meaning = readAct(body.question, { language: body.language ?? 'zh' })
    const language = body.language ?? meaning.language
    const text = meaning.question || body.question
    const trial = trialOf(body, clock)
    const { channel, ...given } = body.as ?? { channel: 'web', ...visitor }
    const reader = body.asStaff ? staffWith(body.asStaff, caller) : ({ ...given, kind: 'customer' } as const)
    const asked = { text, language, reader, channel, trial }
    const looking = { said: body.question, language, reader, channel, at: trial?.at, before: undefined }
    const recommended = await recommendProducts(tenantId, looking)
    const told = await tellBetter(recommended, () =>
      answerAll(findAnswer, tenantId, { ...asked, questions: [text], signal }),
    )
    const milliseconds = clock.reading() - begun
    const { hits, unsaid, phrases } = await knowledge.takeApart(tenantId, asked)
    const all = await knowledge.takeApart(tenantId, { ...asked, reader: readerOfStaff(caller) })
    const found = {
      hits: hits.slice(0, shownHits),
      unsaid,
      phrases,
      withheld: withheldOf(all.hits.slice(0, shownHits), hits),
    }
    return { ...answerOf(told, (nearest) => words.sayUnknown(language, nearest).text), ...found, milliseconds }
  }
}

/** What is said to the customer: the products that fit, or the answer from passages, or that there is none. */
function answerOf(told: Recommended | Answer, sayUnknown: (nearest: string[]) => string) {
  if ('wish' in told) {
    const { text, citations, wish } = told
    const without = {
      nearest: [],
      steps: [],
      passages: [],
      support: null,
      needed: 0,
      modelOutcome: null,
      fromCache: false,
    }
    return { ...without, outcome: 'answered' as const, text, citations, wish, writer: 'extracted' as const }
  }
  const { writer = null, modelOutcome = null, fromCache = false, ...rest } = told
  const text = told.outcome === 'unknown' ? sayUnknown(told.nearest) : told.text
  return { ...rest, text, writer, modelOutcome, fromCache, wish: null }
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

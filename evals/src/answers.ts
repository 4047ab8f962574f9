/** Whether the bot answers what the demo shop knows and declines what it does not: the path of a customer's question, no model. */
import { readFileSync } from 'node:fs'
import { visitor } from '@lingxi/contract/audience'
import { createRecommending } from '../../server/src/capabilities/recommending/recommending.ts'
import { createActReader } from '../../server/src/capabilities/understanding/understanding.ts'
import { decide } from '../../server/src/capabilities/dialogue/dialogue.ts'
import { createFindAnswer } from '../../server/src/journeys/turn/answer.ts'
import { answerAll } from '../../server/src/journeys/turn/answer-all.ts'
import { withGraph } from '../../server/src/journeys/turn/ask-graph.ts'
import { createRecommendProducts, tellBetter } from '../../server/src/journeys/turn/recommend.ts'
import { openDemoKnowledge, tenantId } from './demo-knowledge.ts'
import { contains } from './must-contain.ts'

/** `source`: the file or article that answers, `|` between several; `null`: the shop does not say, silence is right. */
export type AnswerCase = { question: string; language: 'zh' | 'en'; mustContain: string[]; source: string | null }
export type Judged = AnswerCase & {
  outcome: 'correct' | 'wrong' | 'declined'
  /** Titles of the cited articles, or the questions offered. */
  said: string[]
  support: number
  milliseconds: number
  text: string
}

export const readSuite = (file: string): AnswerCase[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerCase)

export async function judgeAnswers(cases: AnswerCase[]): Promise<Judged[]> {
  const { knowledge, graph, answering, readConcepts, names, close } = await openDemoKnowledge()
  const readAct = createActReader()
  const findPlain = createFindAnswer({ knowledge, answering, model: undefined })
  const findAnswer = withGraph({ findAnswer: findPlain, graph, knowledge })
  const recommendProducts = createRecommendProducts({ knowledge, recommend: createRecommending({ readConcepts }) })
  const { signal } = new AbortController()

  async function ask({ question, language }: AnswerCase) {
    const meaning = readAct(question, { language })
    const state = { owner: 'bot' as const, turn: 1, unknownsInRow: 0, soothedBefore: false }
    const decision = decide(state, meaning)
    if (decision.kind !== 'answer') return undefined
    const asker = { language: meaning.language, reader: visitor, channel: 'web' }
    const wished = await recommendProducts(tenantId, { said: question, before: undefined, ...asker })
    const { question: text } = decision
    const found = await tellBetter(wished, () =>
      answerAll(findAnswer, tenantId, { text, questions: [text], signal, ...asker }),
    )
    if (!('wish' in found)) return found
    // Products that do not fit all that was asked for are offered, not claimed to answer.
    const outcome = found.citations.length > 0 ? ('answered' as const) : ('unknown' as const)
    return { ...found, outcome, nearest: [] as string[], support: 1 }
  }

  const judged: Judged[] = []
  for (const each of cases) {
    const begun = performance.now()
    const answer = await ask(each)
    const milliseconds = performance.now() - begun
    const known = { support: answer?.support ?? 0, milliseconds, text: answer?.text ?? '' }
    if (answer?.outcome !== 'answered') {
      judged.push({ ...each, ...known, outcome: 'declined', said: answer?.nearest ?? [] })
      continue
    }
    const cited = answer.citations.flatMap(({ articleId }) => names.get(articleId) ?? [])
    const outcome = isRight(each, answer.text, cited) ? 'correct' : 'wrong'
    judged.push({ ...each, ...known, outcome, said: [...new Set(cited)] })
  }
  await close()
  return judged
}

export function isRight({ mustContain, source }: AnswerCase, text: string, cited: string[]): boolean {
  if (source === null) return false
  const fromSource = source.split('|').some((name) => cited.includes(name.trim()))
  return fromSource && mustContain.every((wanted) => contains(text, wanted))
}

/** Precision: of what was answered, how much was right. Coverage: of what the shop says, how much was answered right. */
export function summarise(judged: Judged[]) {
  const count = (outcome: Judged['outcome']) => judged.filter((each) => each.outcome === outcome).length
  const correct = count('correct')
  const wrong = count('wrong')
  const answerable = judged.filter(({ source }) => source !== null).length
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000)
  return {
    answered: correct + wrong,
    correct,
    wrong,
    declined: count('declined'),
    precision: share(correct, correct + wrong),
    coverage: share(correct, answerable),
  }
}

/** Of the questions after the first few, in milliseconds: the reader of words and the everyday speech are loaded by then. */
export function medianOf(judged: Judged[]): number {
  const times = judged
    .slice(10)
    .map(({ milliseconds }) => milliseconds)
    .sort((one, other) => one - other)
  return Math.round((times[Math.floor(times.length / 2)] ?? 0) * 1000) / 1000
}

/**
 * Learns the weights of `judge-question.ts` from the demo shop alone. Five times, a fifth of the other wordings is taken
 * out of the base and asked, beside some that stay in it: the entry a wording belongs to is right, every other stored
 * question is wrong, and with the entry taken out everything is wrong.
 */
import { join } from 'node:path'
import { visitor } from '@lingxi/contract/audience'
import type { FoundPassage } from '../../server/src/capabilities/knowledge/knowledge.ts'
import { createSigns, judge, type Signs, signs } from '../../server/src/capabilities/answering/judge-question.ts'
import { createReading } from '../../server/src/capabilities/answering/reading.ts'
import { standingsOf } from '../../server/src/capabilities/answering/standing.ts'
import { createActReader } from '../../server/src/capabilities/understanding/understanding.ts'
import { isRight, readSuite } from './answers.ts'
import { openDemoKnowledge, tenantId } from './demo-knowledge.ts'

type Example = { values: Signs; right: boolean; weight: number }
const folds = 5
/** Things that no shop of this kind has a word about. */
const foreignWords = {
  zh: '钢琴 股票 护士 地震 律师 奶牛 火箭 游泳池 房贷 驾照 幼儿园 猎头 彩票 温泉 马拉松 博物馆 签证 装修 渔船 卫星 疫苗 象棋 剧院 麻将 鹦鹉 煤矿 婚纱 拖拉机 木星 足球赛',
  en: 'piano mortgage nurse earthquake lawyer cattle rocket swimming visa kindergarten lottery marathon museum satellite vaccine chess theatre parrot tractor wedding helicopter orchestra volcano dentist lawn tattoo aquarium karate submarine opera',
}

async function collectFold(fold: number): Promise<Example[]> {
  const { knowledge, tokens, readConcepts, close } = await openDemoKnowledge()
  const signsOf = createSigns({ tokens, read: createReading({ tokens, readConcepts }) })
  const { articles } = await knowledge.list(tenantId, { limit: 10_000, offset: 0 })
  const asked: { id: string; text: string; language: 'zh' | 'en' }[] = []
  for (const { id } of articles.filter(({ source }) => source?.startsWith('questions'))) {
    const { version, title, body, language, tags, status, validFrom, validUntil, alternatives } = await knowledge.get(
      tenantId,
      id,
    )
    const kept = alternatives.filter((_, place) => place % folds !== fold)
    for (const text of alternatives.filter((_, place) => place % folds === fold)) asked.push({ id, text, language })
    // Customers also ask what is already known, with a little around it.
    const familiar = kept[fold % Math.max(1, kept.length)]
    if (familiar)
      asked.push({ id, text: language === 'zh' ? `你好，请问${familiar}呀` : `hi, ${familiar} please`, language })
    const draft = { title, body, language, tags, status, validFrom, validUntil, alternatives: kept }
    await knowledge.change(tenantId, id, { ...draft, version })
  }
  const examples: Example[] = []
  const learnFrom = (passages: FoundPassage[], id: string) => {
    const best = standingsOf(passages, passages[0]?.asked ?? [])
      .filter(({ passage }) => passage.kind === 'question')
      .map(({ passage, standing }) => ({ right: passage.articleId === id, values: signsOf(passage, standing) }))
      .sort((one, other) => judge(other.values) - judge(one.values))
    examples.push(...best.slice(0, 4).map((each, place) => ({ ...each, weight: place === 0 ? 1 : 0.3 })))
    const right = best.slice(4).find((each) => each.right)
    if (right) examples.push({ ...right, weight: 0.3 })
  }
  const foreign = { zh: foreignWords.zh.split(' '), en: foreignWords.en.split(' ') }
  for (const [place, { id, text, language }] of asked.entries()) {
    // What the shop does not say stands beside what it does: nothing of it is right any more.
    const word = foreign[language][place % foreign[language].length]!
    const strange = language === 'zh' ? `${word}${text}` : `${text} ${word}`
    const besides = await knowledge.find(tenantId, { text: strange, language, reader: visitor })
    learnFrom(
      besides.filter((each) => each.language === language),
      '',
    )
    const found = (await knowledge.find(tenantId, { text, language, reader: visitor })).filter(
      (each) => each.language === language,
    )
    learnFrom(found, id)
    learnFrom(
      found.filter(({ articleId }) => articleId !== id),
      id,
    )
  }
  await close()
  return examples
}

/** What is alike can only speak for a candidate, and what is missing only against it. */
function inRightDirection(name: string, weight: number): number {
  if (name === 'constant') return weight
  return name === 'missing' || name === 'other' || name === 'strange' ? Math.min(0, weight) : Math.max(0, weight)
}

/** Plain gradient descent with a little decay: a few thousand examples of eight signs. */
function learn(examples: Example[]) {
  const weights: Record<string, number> = { constant: 0 }
  for (const sign of signs) weights[sign] = 0
  const sum = (values: Signs) =>
    signs.reduce((total, sign) => total + weights[sign]! * values[sign], weights['constant']!)
  const mass = examples.reduce((total, { weight }) => total + weight, 0)
  for (let round = 0; round < 1500; round++) {
    const slope: Record<string, number> = { constant: 0 }
    for (const { values, right, weight } of examples) {
      const error = weight * (1 / (1 + Math.exp(-sum(values))) - (right ? 1 : 0))
      slope['constant']! += error
      for (const sign of signs) slope[sign] = (slope[sign] ?? 0) + error * values[sign]
    }
    for (const name of Object.keys(weights)) {
      const decay = name === 'constant' ? 0 : 0.0005 * weights[name]!
      const next = weights[name]! - 1.5 * (slope[name]! / mass + decay)
      weights[name] = inRightDirection(name, next)
    }
  }
  for (const name of Object.keys(weights)) weights[name] = Math.round(weights[name]! * 100) / 100
  return weights
}

/** The development questions, in other words than the articles: the candidates of each, right where they say what is asked. */
async function collectDevelopment(): Promise<Example[]> {
  const { knowledge, tokens, readConcepts, names, close } = await openDemoKnowledge()
  const signsOf = createSigns({ tokens, read: createReading({ tokens, readConcepts }) })
  const readAct = createActReader()
  const examples: Example[] = []
  const folder = join(import.meta.dirname, '../answers')
  for (const each of [...readSuite(join(folder, 'suite-dev.jsonl')), ...readSuite(join(folder, 'dev.jsonl'))]) {
    const text = readAct(each.question, { language: each.language }).question || each.question
    const found = (await knowledge.find(tenantId, { text, language: each.language, reader: visitor })).filter(
      ({ language }) => language === each.language,
    )
    for (const { passage, standing } of standingsOf(found, found[0]?.asked ?? []).slice(0, 8)) {
      if (passage.kind !== 'question') continue
      const right = isRight(each, passage.text, names.get(passage.articleId) ?? [])
      examples.push({ right, values: signsOf(passage, standing), weight: right ? 4 : 2 })
    }
  }
  await close()
  return examples
}

export async function calibrate() {
  const examples: Example[] = await collectDevelopment()
  for (let fold = 0; fold < 2; fold++) examples.push(...(await collectFold(fold)))
  return { examples: examples.length, right: examples.filter(({ right }) => right).length, weights: learn(examples) }
}

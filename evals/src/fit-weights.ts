/**
 * Learns the weights of `judge-question.ts` and `weigh-passage.ts` from the development questions: a conditional logit over
 * the candidates of each question with "none of them" as one more choice, pulled towards the weights in use (L2). What is
 * reported is cross-validated: each fifth of the questions is judged by weights that were learnt without it.
 */
import { join } from 'node:path'
import { visitor } from '@lingxi/contract/audience'
import { createSigns, learnt, type Signs, signs } from '../../server/src/capabilities/answering/judge-question.ts'
import { textOf } from '../../server/src/capabilities/answering/evidence.ts'
import { createReading } from '../../server/src/capabilities/answering/reading.ts'
import { standingsOf } from '../../server/src/capabilities/answering/standing.ts'
import { createWeighing, learntOfTexts } from '../../server/src/capabilities/answering/weigh-passage.ts'
import { createActReader } from '../../server/src/capabilities/understanding/understanding.ts'
import { isRight, readSuite } from './answers.ts'
import { openDemoKnowledge, tenantId } from './demo-knowledge.ts'

type Weights = Record<string, number>
type Candidate = { values: Weights; right: boolean; articleId: string }
type Group = { answerable: boolean; candidates: Candidate[] }
const suites = ['suite-dev.jsonl', 'suite-dev-2.jsonl', 'suite-dev-3.jsonl', 'dev.jsonl']
const folds = 5
const rounds = 200
const pace = 0.3
/** How strongly the weights in use are kept. */
const pull = 0.01
const clearEnough = 0.65

const inUse: Weights = { ...learnt, ...learntOfTexts }
const against = new Set(['missing', 'other', 'strange'])
const free = new Set(['constant', 'subject', 'section'])

async function collect(): Promise<Group[]> {
  const { knowledge, tokens, readConcepts, names, close } = await openDemoKnowledge()
  const read = createReading({ tokens, readConcepts })
  const [signsOf, weigh] = [createSigns({ tokens, read }), createWeighing({ tokens, read })]
  const readAct = createActReader()
  const groups: Group[] = []
  for (const each of suites.flatMap((name) => readSuite(join(import.meta.dirname, '../answers', name)))) {
    const text = readAct(each.question, { language: each.language }).question || each.question
    const found = await knowledge.find(tenantId, { text, language: each.language, reader: visitor })
    const own = found.filter(({ language }) => language === each.language)
    const candidates = standingsOf(own, own[0]?.asked ?? []).flatMap(({ passage, standing }): Candidate[] => {
      const { articleId, kind } = passage
      const cited = names.get(articleId) ?? []
      if (kind === 'question')
        return [
          {
            articleId,
            values: { constant: 1, ...signsOf(passage, standing) },
            right: isRight(each, passage.text, cited),
          },
        ]
      const { support, units } = weigh(passage, standing)
      if (support === 0) return []
      const logit = (Math.log(support / (1 - support)) - learntOfTexts[kind]) / learntOfTexts.slope
      const said = units.map((unit) => textOf(passage, unit)).join('\n')
      return [{ articleId, values: { [kind]: 1, slope: logit }, right: isRight(each, said, cited) }]
    })
    groups.push({ answerable: each.source !== null, candidates })
  }
  await close()
  return groups
}

const sumOf = (weights: Weights, values: Weights | Signs) =>
  Object.entries(values).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0)

/** By how much each weight errs over all questions: the slope of the conditional log-likelihood. */
function slopeOf(groups: Group[], weights: Weights): Weights {
  const slope: Weights = {}
  const add = (values: Weights, error: number) => {
    for (const [name, value] of Object.entries(values)) slope[name] = (slope[name] ?? 0) + error * value
  }
  for (const { candidates } of groups) {
    const odds = candidates.map(({ values }) => Math.exp(Math.min(30, sumOf(weights, values))))
    const all = 1 + odds.reduce((sum, each) => sum + each, 0)
    const ofRight = candidates.reduce((sum, { right }, place) => sum + (right ? odds[place]! : 0), 0)
    for (const [place, { values, right }] of candidates.entries())
      add(values, odds[place]! / all - (right && ofRight > 0 ? odds[place]! / ofRight : 0))
  }
  return slope
}

function learn(groups: Group[]): Weights {
  const weights = { ...inUse }
  const usable = groups.filter(({ candidates }) => candidates.length > 0)
  for (let round = 0; round < rounds; round++) {
    const slope = slopeOf(usable, weights)
    for (const name of Object.keys(weights)) {
      const step = (slope[name] ?? 0) / usable.length + pull * (weights[name]! - inUse[name]!)
      const next = weights[name]! - pace * step
      weights[name] = free.has(name) ? next : against.has(name) ? Math.min(0, next) : Math.max(0, next)
    }
  }
  return weights
}

/** What would be answered: the best candidate, where it is likely enough by itself and beside its rivals. */
function judgeGroups(groups: Group[], weights: Weights, needed: number) {
  const counted = { answered: 0, correct: 0 }
  for (const { candidates } of groups) {
    const odds = candidates.map((each) => ({ ...each, odds: Math.exp(Math.min(30, sumOf(weights, each.values))) }))
    const [best] = odds.toSorted((one, other) => other.odds - one.odds)
    if (!best || best.odds / (1 + best.odds) < needed) continue
    const rivals = odds.filter(({ articleId }) => articleId !== best.articleId)
    const all = 1 + best.odds + rivals.reduce((sum, each) => sum + each.odds, 0)
    if (best.odds / all < clearEnough) continue
    counted.answered++
    if (best.right) counted.correct++
  }
  return counted
}

export async function fitWeights() {
  const groups = await collect()
  const answerable = groups.filter((group) => group.answerable).length
  const held = Array.from({ length: folds }, (_, fold) => {
    const weights = learn(groups.filter((_, place) => place % folds !== fold))
    return { weights, groups: groups.filter((_, place) => place % folds === fold) }
  })
  const curve = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9].map((needed) => {
    const figures = (parts: { weights: Weights; groups: Group[] }[]) => {
      const counts = parts.map((part) => judgeGroups(part.groups, part.weights, needed))
      const [answered, correct] = [
        counts.reduce((sum, each) => sum + each.answered, 0),
        counts.reduce((sum, each) => sum + each.correct, 0),
      ]
      return [correct / answered, correct / answerable].map((share) => Math.round(share * 1000) / 1000)
    }
    return { needed, inUse: figures([{ weights: inUse, groups }]), crossValidated: figures(held) }
  })
  const weights = Object.fromEntries(
    Object.entries(learn(groups)).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  )
  return { questions: groups.length, signs: signs.length, curve, weights }
}

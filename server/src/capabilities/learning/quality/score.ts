/** How good an article is, 0–100, taken apart: each part with its number, its weight and what it was made from. Pure. */
import type { Article } from '@lingxi/contract/knowledge'
import type { ScorePart } from '@lingxi/contract/learning'
import type { ArticleUse } from '../feedback/feedback-store.ts'

/** What is known of an article besides its text. */
export type Standing = {
  use: ArticleUse
  /** What readers of the help centre said. */
  helpful: number
  unhelpful: number
  openFindings: number
  now: number
}

const weights = { use: 0.15, ratings: 0.3, returns: 0.2, freshness: 0.2, completeness: 0.15 }
const day = 86_400_000
/** So many answers in the time looked at are as good as can be. */
const muchUsed = 30
const youngFor = 30
/** Shares begin at 0.7 of five imagined answers, so that one angry word does not condemn (Laplace's rule, weighed). */
const imagined = { good: 3.5, all: 5 }

type Part = Pick<ScorePart, 'value' | 'why'>

export function scoreOf(article: Article, standing: Standing): { score: number; parts: ScorePart[] } {
  const made = {
    use: useOf(article, standing),
    ratings: ratingsOf(standing),
    returns: returnsOf(standing),
    freshness: freshnessOf(article, standing),
    completeness: completenessOf(article),
  }
  const parts = (Object.keys(made) as (keyof typeof made)[]).map((part) => ({
    part,
    weight: weights[part],
    value: Math.round(made[part].value),
    why: made[part].why,
  }))
  return { score: Math.round(parts.reduce((sum, { value, weight }) => sum + value * weight, 0)), parts }
}

const share = (good: number, all: number) => (100 * (good + imagined.good)) / (all + imagined.all)
const said = (reason: string, number: number | null = null) => ({ reason, number })

function useOf({ createdAt }: Article, { use: { answered, opened }, now }: Standing): Part {
  const counted = answered + opened / 2
  const isYoung = now - Date.parse(createdAt) < youngFor * day
  const value = Math.min(100, (100 * Math.log1p(counted)) / Math.log1p(muchUsed))
  // What is new has not had the time to be used.
  return { value: isYoung ? Math.max(50, value) : value, why: [said('answered', answered), said('opened', opened)] }
}

function ratingsOf({ use: { solved, unsolved }, helpful, unhelpful }: Standing): Part {
  const [good, bad] = [solved + helpful, unsolved + unhelpful]
  return { value: share(good, good + bad), why: [said('good', good), said('bad', bad)] }
}

const returnsOf = ({ use: { answered, returned } }: Standing): Part => ({
  value: share(answered - returned, answered),
  why: [said('returned', returned), said('answered', answered)],
})

function freshnessOf({ updatedAt, dueAt, validUntil }: Article, { openFindings, now }: Standing): Part {
  if (validUntil !== null && Date.parse(validUntil) <= now) return { value: 0, why: [said('ended')] }
  const age = Math.floor((now - Date.parse(updatedAt)) / day)
  const overdue = dueAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(dueAt)) / day))
  const lost =
    (overdue > 0 ? Math.min(60, 20 + overdue) : 0) +
    (age > 730 ? 40 : age > 365 ? 20 : 0) +
    Math.min(60, 30 * openFindings)
  const why = [
    said('age', age),
    ...(overdue > 0 ? [said('overdue', overdue)] : []),
    ...(openFindings > 0 ? [said('findings', openFindings)] : []),
  ]
  return { value: Math.max(0, 100 - lost), why }
}

function completenessOf({ alternatives, category, ownerId, tags, body }: Article): Part {
  const lacking = [
    alternatives.length < 3 && 'few-wordings',
    category === null && tags.length === 0 && 'no-category',
    ownerId === null && 'no-owner',
    body.length < 20 && 'short',
  ].filter((each) => each !== false)
  return { value: 100 - 25 * lacking.length, why: lacking.map((each) => said(each)) }
}

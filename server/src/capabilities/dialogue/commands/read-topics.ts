/** A bare topic, such as 发票, "about my refund" or "there's a problem with my order", which leaves open what is wanted of it. */
import type { CompiledFlow } from '../flows/compile.ts'
import { spell } from '../words/clauses.ts'
import type { Reading } from './reading.ts'

/** What stands around a topic and does not say what is wanted. */
const around = [
  /^(?:(?:那个?|这个?|我的?|关于|有关|想?问问?|问一?下|咨询(?:一?下)?|一?个|说说)\s*)+/u,
  /(?:的?(?:事情?|问题)|(?:好像|似乎)?有(?:点|些|个)?(?:小?问题|不对)|出(?:了点?|点)?问题|怎么回事|咋回事|[了啊呀呢吧嘛哈])+$/u,
  /^(?:(?:hi|so|ok|okay|um|well|it'?s|there(?:'s| is)|i(?:'ve| have)(?: got)?|got|a|an|some|any) )*(?:(?:problem|question|issue|trouble|query)s? (?:with|about|on|regarding) |something(?:'s| is)? (?:is )?wrong with )?(?:(?:about|regarding|re|my|the|this|that|an?) )*/u,
  / (?:problem|issue|question|please|thing)s?$/u,
]
/** What the thing itself is called. */
const itsName = /^(?:我的?)?(?:订单号?|单号|单子|(?:order|number|parcel|package)(?: number)?s?)?$/u
const mostNamed = 4

/** "Hi, it's about SG70411001": a thing is named, and nothing is said of what is wanted with it. */
export function saysNoWish({ heard: { text, entities } }: Pick<Reading, 'heard'>): boolean {
  if (entities.length === 0) return false
  const rest = entities
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  const said = `${spell(rest.replace(/[\p{P}\p{S}]+(?!\p{L})/gu, ' '))} `
  return itsName.test(around.reduce((left, cue) => left.replace(cue, ''), said).trim())
}

/** The flows whose names hold the topic, the likeliest first: none where it is no bare topic, or where one flow alone bears it. */
export function flowsOfTopic(wanted: readonly string[], { text, heard, flows }: Reading): string[] {
  if (heard.entities.length > 0) return []
  const topic = topicOf(text)
  const named = topic === undefined ? [] : wanted.filter((flow) => bears(flows.flows.get(flow), topic))
  if (named.length < 2) return []
  const likely = (flow: string) => {
    const intents = (flows.flows.get(flow)?.flow.triggers ?? []).flatMap(({ intent }) => intent ?? [])
    return Math.max(0, ...heard.candidates.filter(({ name }) => intents.includes(name)).map((each) => each.probability))
  }
  return named.toSorted((one, other) => likely(other) - likely(one)).slice(0, mostNamed)
}

function topicOf(text: string): RegExp | undefined {
  const rest = around.reduce((left, cue) => left.replace(cue, ''), text.replace(/[\s.!?。！？,，~…]+$/u, '')).trim()
  if (/^\p{Script=Han}{2,3}$/u.test(rest)) return new RegExp(rest, 'u')
  const word = /^([a-z]{4,}?)s?$/.exec(rest)?.[1]
  return word === undefined ? undefined : new RegExp(`\\b${word}s?\\b`)
}

const bears = (flow: CompiledFlow | undefined, topic: RegExp) =>
  flow !== undefined && Object.values(flow.flow.name).some((name) => name !== undefined && topic.test(spell(name)))

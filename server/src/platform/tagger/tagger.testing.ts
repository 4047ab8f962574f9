/** Small lessons for tests. */
import { openTagger, type TaggerExample, type Tagger, trainTagger, type TrainingOptions } from './tagger.ts'

/** `[…]` marks a span of the type. */
export function marked(written: string, type: string, context?: string[]): TaggerExample {
  const start = written.indexOf('[')
  const end = written.indexOf(']') - 1
  return { text: written.replace(/[[\]]/g, ''), spans: start < 0 ? [] : [{ start, end, type }], context }
}

const cities = ['Berlin', 'Rome', 'Oslo', 'Madrid', 'Paris', 'Vienna', 'Lisbon', 'Prague']
export const english = cities.flatMap((city) => [
  marked(`fly to [${city}] please`, 'city'),
  marked(`a table for [${city.length}pm] please`, 'time'),
  marked(`good morning ${city.length}`, 'city'),
])
export const chinese = ['北京', '上海', '广州', '深圳', '成都', '杭州'].flatMap((city) => [
  marked(`我要去[${city}]出差`, 'city'),
  marked(`你好😀请问[${city}]的天气`, 'city'),
  marked('今天没有什么事', 'city'),
])

export function learn(examples: TaggerExample[], options: Partial<TrainingOptions> = {}): Uint8Array {
  const trained = trainTagger(examples, { seed: 1, ...options })
  if (trained.outcome !== 'trained') throw new Error(trained.outcome)
  return trained.bytes
}

export function open(bytes: Uint8Array): Tagger {
  const opened = openTagger(bytes)
  if (opened.outcome !== 'opened') throw new Error(opened.reason)
  return opened.tagger
}

/** `Rome city`, in the order of the text. */
export const tagged = (tagger: Tagger, text: string, context?: string[]): string[] =>
  tagger.tag(text, context).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)

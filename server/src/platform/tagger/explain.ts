/** Why a span was tagged: the signs that spoke most for its labels, in words that a person can check. */
import { labelsOf, type UnitSpan } from './labels.ts'
import type { SignTable } from './sign-table.ts'
import { otherSource, type Template, type WrittenSigns } from './signs.ts'
import { unitAt, type Units } from './units.ts'

const most = 3

type Told = { units: Units; span: UnitSpan; written: WrittenSigns; templates: readonly Template[]; table: SignTable }
type Reason = { weight: number; source: number; place: number }

/** The heaviest first. */
export function explain({ units, span, written, templates, table }: Told): string[] {
  const labels = labelsOf([span], span.last + 1)
  const heaviest: Reason[] = []
  for (let place = span.first; place <= span.last; place++)
    for (let at = written.begins[place]!; at < written.begins[place + 1]!; at++) {
      const weight = table.weightFor(written.signs[at]!, labels[place]!)
      if (weight > (heaviest[most - 1]?.weight ?? 0))
        insert(heaviest, { weight, source: written.templates[at]!, place })
    }
  return [...new Set(heaviest.map(({ source, place }) => inWords(source, { templates, units, place })))]
}

function insert(heaviest: Reason[], reason: Reason): void {
  let at = heaviest.length
  while (at > 0 && heaviest[at - 1]!.weight < reason.weight) at--
  heaviest.splice(at, 0, reason)
  if (heaviest.length > most) heaviest.pop()
}

type Place = { templates: readonly Template[]; units: Units; place: number }

/** `word-1 word: 客服 记者`: the template and the units it looked at. */
function inWords(source: number, { templates, units, place }: Place): string {
  if (source === otherSource.dictionary) return `in the dictionary: ${unitAt(units, place)}`
  if (source === otherSource.names) return `in a list: ${unitAt(units, place)}`
  const { name, distances } = templates[source]!
  const seen = [...new Set(distances)].map((distance) => place + distance)
  const words = seen.filter((at) => at >= 0 && at < units.count).map((at) => unitAt(units, at))
  return `${name}: ${words.join(' ')}`
}

/**
 * Contradictions across the languages, where only numbers speak: two articles that are each other's translation have the
 * same quantities in the same order. They are aligned (Needleman and Wunsch, 1970); where one stands against another of
 * the same kind between neighbours that agree, one of the two texts is wrong.
 */
import type { FindingSpot, Spot } from '@lingxi/contract/learning'
import { agree, type Quantity } from '#platform/quantities'
import type { Read } from './comparing.ts'

/** Of the quantities that both have, so many have to agree before the rest are held against each other. */
const leastAgreeing = 3
const leastShare = 0.7
const mostClashes = 2
/** Half a month is a fortnight. */
const loosely = 0.1

type Step = { mine: Quantity | undefined; theirs: Quantity | undefined }

export function clashesAcross(one: Read, other: Read): FindingSpot[] {
  const steps = align(quantitiesIn(one), quantitiesIn(other))
  const agreeing = steps.filter(({ mine, theirs }) => mine && theirs && agree(mine, theirs, loosely)).length
  const clashing = steps.filter((step, place) => isClash(step) && hasAgreeingNeighbour(steps, place))
  if (agreeing < leastAgreeing || agreeing < leastShare * steps.length || clashing.length > mostClashes) return []
  return clashing.map(({ mine, theirs }) => ({
    reason: 'other-in-translation',
    one: sentenceAt(one, mine!),
    other: sentenceAt(other, theirs!),
    values: [mine!.text, theirs!.text],
    likeness: Math.round((agreeing / steps.length) * 100) / 100,
  }))
}

/** Each once, in order; bare numbers say too little across the languages. */
const quantitiesIn = ({ stated }: Read) =>
  stated.statements
    .flatMap(({ quantities }) => quantities)
    .filter(({ dimension }) => !/^(?:number|pieces|times|people)$/.test(dimension))

const isClash = ({ mine, theirs }: Step) =>
  mine !== undefined && theirs !== undefined && mine.dimension === theirs.dimension && !agree(mine, theirs, loosely)

function hasAgreeingNeighbour(steps: Step[], place: number): boolean {
  const agrees = (step: Step | undefined) =>
    step === undefined || (step.mine && step.theirs && agree(step.mine, step.theirs, loosely))
  return Boolean(agrees(steps[place - 1]) && agrees(steps[place + 1])) && steps.length > 1
}

function align(one: Quantity[], other: Quantity[]): Step[] {
  const cost = (a: Quantity, b: Quantity) => (agree(a, b, loosely) ? 0 : a.dimension === b.dimension ? 1.2 : 3)
  const table = Array.from({ length: one.length + 1 }, (_, row) => [row, ...other.map((__, column) => column + 1)])
  for (let row = 0; row <= one.length; row++) table[row]![0] = row
  for (let row = 1; row <= one.length; row++)
    for (let column = 1; column <= other.length; column++)
      table[row]![column] = Math.min(
        table[row - 1]![column - 1]! + cost(one[row - 1]!, other[column - 1]!),
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
      )
  const steps: Step[] = []
  let [row, column] = [one.length, other.length]
  while (row > 0 || column > 0) {
    const here = table[row]![column]!
    const mine = one[row - 1]
    const theirs = other[column - 1]
    if (mine && theirs && here === table[row - 1]![column - 1]! + cost(mine, theirs)) {
      steps.push({ mine, theirs })
      row--
      column--
    } else if (mine && here === table[row - 1]![column]! + 1) {
      steps.push({ mine, theirs: undefined })
      row--
    } else {
      steps.push({ mine: undefined, theirs })
      column--
    }
  }
  return steps.reverse()
}

function sentenceAt({ article, stated }: Read, { start }: Quantity): Spot {
  const statement = stated.statements.find((each) => each.start <= start && start < each.end)
  const span = { start: statement?.start ?? start, end: statement?.end ?? start }
  return { articleId: article.id, field: 'body', ...span, quote: article.body.slice(span.start, span.end) }
}

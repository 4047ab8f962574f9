/** The examples that are most like a text: by the letter pairs they share, the rarer the more. */
export type ShownExample = { text: string; intent: string }
/** `alike`: the share of the rarer pairs of both that both have, 0–1. */
export type NearExample = ShownExample & { alike: number }
export type Nearest = (text: string, asked: { most: number; ofIntent?: number }) => NearExample[]

/** Prepared once; a look is under a millisecond for 20,000 examples, since pairs that are everywhere are left out. */
export function createNearestExamples(examples: readonly ShownExample[]): Nearest {
  const gathered = gather()
  for (const example of examples) gathered.add(example)
  return gathered.nearest
}

/** So many are prepared at a time: whoever else is served gets a turn in between. */
const slice = 500

/** The same, prepared in between. */
export async function openNearestExamples(examples: readonly ShownExample[]): Promise<Nearest> {
  const gathered = gather()
  for (let start = 0; start < examples.length; start += slice) {
    for (const example of examples.slice(start, start + slice)) gathered.add(example)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return gathered.nearest
}

function gather() {
  const examples: ShownExample[] = []
  const pairs: Set<string>[] = []
  const holders = new Map<string, number[]>()

  function add(example: ShownExample): void {
    const own = pairsOf(example.text)
    for (const pair of own) {
      const held = holders.get(pair)
      if (held) held.push(examples.length)
      else holders.set(pair, [examples.length])
    }
    pairs.push(own)
    examples.push(example)
  }
  const common = () => Math.max(50, examples.length / 20)
  const weightOf = (held: number) => Math.log(1 + examples.length / (held || 1))
  /** Of the pairs that count. */
  function weigh(own: Set<string>): number {
    let sum = 0
    for (const pair of own) {
      const held = holders.get(pair)?.length ?? 0
      if (held <= common()) sum += weightOf(held)
    }
    return sum
  }

  /** The nearest first, at most `most`, and at most `ofIntent` of one intent: two unless said. */
  function nearest(text: string, { most, ofIntent = 2 }: { most: number; ofIntent?: number }): NearExample[] {
    const scores = new Map<number, number>()
    const shared = new Map<number, number>()
    const own = pairsOf(text)
    for (const pair of own) {
      const held = holders.get(pair) ?? []
      if (held.length > common()) continue
      const weight = weightOf(held.length)
      for (const at of held) {
        scores.set(at, (scores.get(at) ?? 0) + weight / Math.sqrt(pairs[at]!.size))
        shared.set(at, (shared.get(at) ?? 0) + weight)
      }
    }
    const counts = new Map<string, number>()
    const chosen = [...scores]
      .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one - other)
      .filter(([at]) => {
        const count = (counts.get(examples[at]!.intent) ?? 0) + 1
        counts.set(examples[at]!.intent, count)
        return count <= ofIntent
      })
    const weight = weigh(own)
    return chosen.slice(0, most).map(([at]) => {
      const both = shared.get(at)!
      return { ...examples[at]!, alike: both / (weight + weigh(pairs[at]!) - both) }
    })
  }

  return { add, nearest }
}

const longest = 500

function pairsOf(text: string): Set<string> {
  const letters = [...` ${text.slice(0, longest).normalize('NFKC').toLowerCase()} `]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** Figures of a reading that was compared with what is right. Pure. */
import type { CalibrationBin, ClassFigures, Confusion, JudgedExample, OutOfScopePoint } from '@lingxi/contract/training'

export type Read = { taught: string; read: string }
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const mean = (values: number[]) =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length
export const harmonic = (precision: number, recall: number) => share(2 * precision * recall, precision + recall)

/** The share that is right; null of nothing. */
export const accuracyOf = (judged: readonly Read[]) =>
  judged.length === 0 ? null : judged.filter(({ taught, read }) => taught === read).length / judged.length

/** Of every label that was taught, in order of its name. */
export function classFigures(judged: readonly Read[]): ClassFigures[] {
  const taught = new Map<string, number>()
  const read = new Map<string, number>()
  const right = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const each of judged) {
    add(taught, each.taught)
    add(read, each.read)
    if (each.taught === each.read) add(right, each.taught)
  }
  return [...taught]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => {
      const precision = share(right.get(name) ?? 0, read.get(name) ?? 0)
      const recall = share(right.get(name) ?? 0, count)
      return { name, precision, recall, f1: harmonic(precision, recall), count }
    })
}
export const macroF1 = (classes: readonly ClassFigures[]) => mean(classes.map(({ f1 }) => f1))

/** The most frequent first. */
export function confusionsOf(judged: readonly Read[]): Confusion[] {
  const pairs = Map.groupBy(judged, ({ taught, read }) => JSON.stringify([taught, read]))
  return [...pairs.values()]
    .map((some) => ({ taught: some[0]!.taught, read: some[0]!.read, count: some.length }))
    .sort((one, other) => other.count - one.count)
}

type Sure = { probability: number; isRight: boolean }
const bins = 10

/** Ten bins of the same width; those in which nothing lies are left out. */
export function calibrationOf(sure: readonly Sure[]): CalibrationBin[] {
  const byBin = Map.groupBy(sure, ({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)))
  return [...byBin]
    .sort(([one], [other]) => one - other)
    .map(([bin, some]) => ({
      from: bin / bins,
      to: (bin + 1) / bins,
      count: some.length,
      confidence: mean(some.map(({ probability }) => probability)) ?? 0,
      accuracy: share(some.filter(({ isRight }) => isRight).length, some.length),
    }))
}

/** Expected calibration error (Guo et al. 2017); null of nothing. */
export function calibrationError(curve: readonly CalibrationBin[]): number | null {
  const count = curve.reduce((sum, bin) => sum + bin.count, 0)
  if (count === 0) return null
  return curve.reduce((sum, bin) => sum + (bin.count / count) * Math.abs(bin.confidence - bin.accuracy), 0)
}

/** An example as it was judged, with the intent it would have been read as, were it in scope. */
export type JudgedIntent = JudgedExample & { best: string }

/** What comes of each threshold, in steps of 0.05. "" is out of scope. */
export function outOfScopeCurve(judged: readonly JudgedIntent[]): OutOfScopePoint[] {
  const within = judged.filter(({ taught }) => taught !== '')
  const outside = judged.filter(({ taught }) => taught === '')
  return Array.from({ length: 19 }, (_, at) => (at + 1) / 20).map((threshold) => {
    const passes = ({ outOfScope }: JudgedIntent) => outOfScope < threshold
    const right = within.filter((each) => passes(each) && each.best === each.taught)
    const caught = outside.filter((each) => !passes(each))
    return {
      threshold,
      inScopeAccuracy: share(right.length, within.length),
      outOfScopeRecall: outside.length === 0 ? null : caught.length / outside.length,
      wronglyRefused: share(within.filter((each) => !passes(each)).length, within.length),
    }
  })
}

export type Span = { start: number; end: number; type: string }

/** Exact place and type; the last is over all types together, micro-averaged. */
export function spanFigures(texts: readonly { taught: readonly Span[]; read: readonly Span[] }[]) {
  const counts = new Map<string, { right: number; taught: number; read: number }>()
  const of = (type: string) => counts.get(type) ?? counts.set(type, { right: 0, taught: 0, read: 0 }).get(type)!
  const key = ({ start, end, type }: Span) => `${start} ${end} ${type}`
  for (const { taught, read } of texts) {
    const there = new Set(taught.map(key))
    for (const span of taught) of(span.type).taught++
    for (const span of read) {
      of(span.type).read++
      if (there.has(key(span))) of(span.type).right++
    }
  }
  const figure = (
    name: string,
    { right, taught, read }: { right: number; taught: number; read: number },
  ): ClassFigures => {
    const [precision, recall] = [share(right, read), share(right, taught)]
    return { name, precision, recall, f1: harmonic(precision, recall), count: taught }
  }
  const all = { right: 0, taught: 0, read: 0 }
  for (const each of counts.values()) for (const name of ['right', 'taught', 'read'] as const) all[name] += each[name]
  const byType = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => figure(name, each))
  return { byType, f1: all.taught === 0 ? null : figure('', all).f1 }
}

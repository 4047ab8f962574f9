/**
 * The search of all segments, exact and with as little reading as the bounds allow. Every window of 256 documents has an
 * upper bound: what its best document could score, from the greatest impacts in it. Windows are taken in falling order of
 * their bounds (Mackenzie, Petri and Moffat, "Anytime Ranking on Document-Ordered Indexes", TOIS 2021), so the threshold
 * rises at once and the rest is never read. Within a window MaxScore (Turtle and Flood, "Query Evaluation: Strategies and
 * Optimizations", IP&M 1995): the terms that cannot lift a document over the threshold even together are only looked up.
 * Bounds are whole numbers that are never too small; what passes them is scored exactly from its own list of terms.
 */
import type { Best } from './best.ts'
import { createFalling } from './falling-order.ts'
import { hasLabels, type Labelled, labelled } from './label-bits.ts'
import { isAdmitted, type PreparedQuery, type Scorer } from './prepared-query.ts'
import { ranking } from '../search.ts'
import { type Segment, windowBits, windowSize } from './segment.ts'

const most = ranking.longestQuery
/** The greatest weight as a whole number: its products and their sums stay below 2^31. */
const unit = 65_535
/** Bounds and thresholds are rounded apart by more than floating point can err. */
const slack = 1 - 1e-9

let bounds = new Int32Array(4096)
let segmentOfWindow = new Uint16Array(4096)
const sums = new Int32Array(windowSize)
const touched = new Uint16Array(windowSize)
const from = new Int32Array(most)
const to = new Int32Array(most)
const rest = new Int32Array(most + 1)
/** Where the occurrences of each rare term begin in each window, or -1. */
let rareStarts = new Int32Array(4096)
const falling = createFalling()

type Asked = {
  segment: Segment
  firstWindow: number
  /** Windows of all segments. */
  allWindows: number
  /** For each term of the query its list here, or -1, and its weight as a whole number. */
  lists: Int32Array
  weights: Int32Array
  labels: Labelled | undefined
}
type Search = { query: PreparedQuery; scorer: Scorer; best: Best; scale: number }

export function searchSegments(segments: readonly Segment[], { query, scorer, best }: Omit<Search, 'scale'>): void {
  const heaviest = query.terms[0]?.weight ?? 0
  if (heaviest <= 0) return
  const drifts = segments.map(({ averages }) => driftOf(averages, query.averages))
  const scale = unit / (heaviest * Math.max(1, ...drifts))
  const search: Search = { query, scorer, best, scale }
  const asked: Asked[] = []
  let windows = 0
  segments.forEach((segment, place) => {
    const labels = labelled(segment, query.labels)
    if (labels === 'none') return
    asked.push(ask(segment, { firstWindow: windows, labels, search, drift: drifts[place]! }))
    windows += segment.windows
  })
  prepareWindows(asked, windows)
  const order = falling(bounds, windows, thresholdOf(search))
  for (let place = 0; place < order.count; place++) {
    const window = order.at(place)
    if (bounds[window]! < thresholdOf(search)) {
      if (order.restIsLower(place)) break
      continue
    }
    const each = asked[segmentOfWindow[window]!]!
    searchWindow(each, window - each.firstWindow, search)
  }
}

/** How much more a mass may be now than when the segment was built: a longer mean dilutes less. */
function driftOf(then: readonly number[], now: readonly number[]): number {
  let drift = 1
  then.forEach((before, field) => {
    if (before > 0 && now[field]! > before) drift = Math.max(drift, now[field]! / before)
  })
  return drift
}

type Asking = { firstWindow: number; labels: Labelled | undefined; search: Search; drift: number }
function ask(segment: Segment, { firstWindow, labels, search, drift }: Asking): Asked {
  const { terms } = search.query
  const lists = new Int32Array(terms.length)
  const weights = new Int32Array(terms.length)
  for (let term = 0; term < terms.length; term++) {
    lists[term] = segment.listOf(terms[term]!.number)
    weights[term] = Math.ceil(terms[term]!.weight * search.scale * drift)
  }
  return { segment, firstWindow, allWindows: 0, lists, weights, labels }
}

const thresholdOf = ({ best, scale }: Search) => Math.floor(best.threshold() * scale * 255 * slack)

function prepareWindows(asked: Asked[], windows: number): void {
  if (bounds.length < windows) {
    bounds = new Int32Array(windows * 2)
    segmentOfWindow = new Uint16Array(windows * 2)
  }
  bounds.fill(0, 0, windows)
  const needed = windows * (asked[0]?.lists.length ?? 0)
  if (rareStarts.length < needed) rareStarts = new Int32Array(needed * 2)
  rareStarts.fill(-1, 0, needed)
  asked.forEach((each, place) => {
    each.allWindows = windows
    segmentOfWindow.fill(place, each.firstWindow, each.firstWindow + each.segment.windows)
    for (let term = 0; term < each.lists.length; term++) {
      const list = each.lists[term]!
      if (list >= each.segment.frequentTerms) boundRare(each, term, term * windows + each.firstWindow)
      else if (list >= 0) boundFrequent(each, list, each.weights[term]!)
    }
    if (each.labels) leaveUnlabelled(each, each.labels)
  })
}

function boundFrequent({ segment, firstWindow }: Asked, list: number, weight: number): void {
  const { windows, windowGreatest } = segment
  const base = list * windows
  for (let window = 0; window < windows; window++)
    bounds[firstWindow + window]! += Math.imul(weight, windowGreatest[base + window]!)
}

/** `at` is where this term's first window of the segment stands among the starts. */
function boundRare({ segment, firstWindow, lists, weights }: Asked, term: number, at: number): void {
  const { starts, occurrenceDocuments, occurrenceImpacts } = segment
  const list = lists[term]!
  const weight = weights[term]!
  const end = starts[list + 1]!
  for (let place = starts[list]!; place < end; ) {
    const window = occurrenceDocuments[place]! >>> windowBits
    rareStarts[at + window] = place
    let greatest = 0
    for (; place < end && occurrenceDocuments[place]! >>> windowBits === window; place++)
      if (occurrenceImpacts[place]! > greatest) greatest = occurrenceImpacts[place]!
    bounds[firstWindow + window]! += Math.imul(weight, greatest)
  }
}

/** Windows without a document that has the labels are not looked at. */
function leaveUnlabelled({ segment, firstWindow }: Asked, labels: Labelled): void {
  for (let window = 0; window < segment.windows; window++)
    if (labels.windows[window] === 0) bounds[firstWindow + window] = 0
}

function searchWindow(asked: Asked, window: number, search: Search): void {
  const essential = divideTerms(asked, window, thresholdOf(search))
  const found = gather(asked, window, essential)
  const { query, scorer, best } = search
  let threshold = thresholdOf(search)
  for (let index = 0; index < found; index++) {
    const local = touched[index]!
    const sum = sums[local]!
    sums[local] = 0
    if (sum + rest[essential]! < threshold) continue
    const place = (window << windowBits) + local
    if (asked.labels && !hasLabels(asked.labels, place)) continue
    if (!isAdmitted(query, asked.segment, place)) continue
    if (!mayReach(asked, { place, sum, essential, threshold })) continue
    best.offer({ part: asked.segment, place, score: scorer.score(asked.segment, place) })
    threshold = thresholdOf(search)
  }
}

/**
 * Finds the occurrences of each term within the window. Terms are taken from the lightest on while together they stay
 * under the threshold: those are looked up, the ones before, as many as are returned, are read. `rest` of a term is what
 * it and all lighter ones can give at most.
 */
function divideTerms(asked: Asked, window: number, threshold: number): number {
  const { segment, lists, weights, allWindows } = asked
  const { frequentTerms, windows, starts, windowStarts, windowGreatest } = segment
  let essential = lists.length
  rest[lists.length] = 0
  for (let term = lists.length - 1; term >= 0; term--) {
    const list = lists[term]!
    let bound = 0
    from[term] = 0
    to[term] = 0
    if (list >= 0 && list < frequentTerms) {
      const at = list * windows + window
      bound = Math.imul(weights[term]!, windowGreatest[at]!)
      from[term] = starts[list]! + windowStarts[at]!
      to[term] = window + 1 < windows ? starts[list]! + windowStarts[at + 1]! : starts[list + 1]!
    } else if (list >= 0) {
      const start = rareStarts[term * allWindows + asked.firstWindow + window]!
      if (start >= 0) bound = Math.imul(weights[term]!, takeRare(asked, term, start))
    }
    rest[term] = rest[term + 1]! + bound
    if (rest[term]! < threshold) essential = term
  }
  return essential
}

/** A rare term's few occurrences from `start` to the end of the window; returns the greatest impact. */
function takeRare({ segment, lists }: Asked, term: number, start: number): number {
  const { starts, occurrenceDocuments, occurrenceImpacts } = segment
  const end = starts[lists[term]! + 1]!
  const window = occurrenceDocuments[start]! >>> windowBits
  let greatest = 0
  let at = start
  for (; at < end && occurrenceDocuments[at]! >>> windowBits === window; at++)
    if (occurrenceImpacts[at]! > greatest) greatest = occurrenceImpacts[at]!
  from[term] = start
  to[term] = at
  return greatest
}

function firstFrom(
  { occurrenceDocuments }: Segment,
  start: number,
  [end, document]: readonly [number, number],
): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (occurrenceDocuments[middle]! < document) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds up the essential terms; returns how many documents were touched. */
function gather({ segment, weights }: Asked, _window: number, essential: number): number {
  const { occurrenceDocuments, occurrenceImpacts } = segment
  let found = 0
  for (let term = 0; term < essential; term++) {
    const weight = weights[term]!
    const end = to[term]!
    for (let at = from[term]!; at < end; at++) {
      const local = occurrenceDocuments[at]! & (windowSize - 1)
      if (sums[local] === 0) touched[found++] = local
      sums[local]! += Math.imul(weight, occurrenceImpacts[at]!)
    }
  }
  return found
}

type Candidate = { place: number; sum: number; essential: number; threshold: number }
/** Looks the other terms up, the heaviest first, as long as the threshold can still be reached. */
function mayReach({ segment, weights }: Asked, { place, sum, essential, threshold }: Candidate): boolean {
  const { occurrenceDocuments, occurrenceImpacts } = segment
  let reached = sum
  for (let term = essential; term < weights.length; term++) {
    if (reached + rest[term]! < threshold) return false
    const end = to[term]!
    const at = firstFrom(segment, from[term]!, [end, place])
    if (at < end && occurrenceDocuments[at] === place) reached += Math.imul(weights[term]!, occurrenceImpacts[at]!)
  }
  return reached >= threshold
}

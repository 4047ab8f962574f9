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
import { closed, isOpen, type Open, openIn, wholly } from './open-documents.ts'
import { isThere, type PreparedQuery, type Scorer } from './prepared-query.ts'
import { ranking } from '../search.ts'
import { type Segment, windowBits, windowSize } from './segment.ts'

const most = ranking.longestQuery
/** The greatest weight as a whole number: its products and their sums stay below 2^31. */
const unit = 65_535
/** Bounds and thresholds are rounded apart by more than floating point can err. */
const slack = 1 - 1e-9
/** So many occurrences are run through while one is searched for. */
const searchedFasterThan = 12

let bounds = new Int32Array(4096)
let segmentOfWindow = new Uint16Array(4096)
const sums = new Int32Array(windowSize)
const touched = new Uint16Array(windowSize)
/** Of each term, where its occurrences within the window stand: packed ones as they are, others packed for the moment. */
const sources: Uint16Array[] = Array.from({ length: most }, () => new Uint16Array(0))
const scratch = Array.from({ length: most }, () => new Uint16Array(windowSize))
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
  open: Open
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
    const open = openIn(segment, query)
    if (open === 'none') return
    asked.push(ask(segment, { firstWindow: windows, open, search, drift: drifts[place]! }))
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

type Asking = { firstWindow: number; open: Open; search: Search; drift: number }
function ask(segment: Segment, { firstWindow, open, search, drift }: Asking): Asked {
  const { terms } = search.query
  const lists = new Int32Array(terms.length)
  const weights = new Int32Array(terms.length)
  for (let term = 0; term < terms.length; term++) {
    lists[term] = segment.listOf(terms[term]!.number)
    weights[term] = Math.ceil(terms[term]!.weight * search.scale * drift)
  }
  return { segment, firstWindow, allWindows: 0, lists, weights, open }
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
    leaveClosed(each)
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
  const { starts, packed, scatteredDocuments, scatteredImpacts } = segment
  const list = lists[term]!
  const weight = weights[term]!
  const end = starts[list + 1]! - packed.length
  for (let place = starts[list]! - packed.length; place < end; ) {
    const window = scatteredDocuments[place]! >>> windowBits
    rareStarts[at + window] = place
    let greatest = 0
    for (; place < end && scatteredDocuments[place]! >>> windowBits === window; place++)
      if (scatteredImpacts[place]! > greatest) greatest = scatteredImpacts[place]!
    bounds[firstWindow + window]! += Math.imul(weight, greatest)
  }
}

/** Windows without a document that the filter leaves open are not looked at. */
function leaveClosed({ segment, firstWindow, open }: Asked): void {
  for (let window = 0; window < segment.windows; window++)
    if (open.windows[window] === closed) bounds[firstWindow + window] = 0
}

function searchWindow(asked: Asked, window: number, search: Search): void {
  const threshold = thresholdOf(search)
  const essential = divideTerms(asked, window, threshold)
  const gathered = gather(asked, window, essential)
  const found = refine(asked, { essential, threshold }, gathered)
  const { query, scorer, best } = search
  let least = threshold
  for (let index = 0; index < found; index++) {
    const local = touched[index]!
    const sum = sums[local]!
    sums[local] = 0
    if (sum < least) continue
    const place = (window << windowBits) + local
    if (!isThere(query, asked.segment, place)) continue
    best.offer({ part: asked.segment, place, score: scorer.score(asked.segment, place) })
    least = thresholdOf(search)
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
      sources[term] = segment.packed
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

/** Packs a rare term's few occurrences from `start` to the end of the window; returns the greatest impact. */
function takeRare({ segment, lists }: Asked, term: number, start: number): number {
  const { starts, packed, scatteredDocuments, scatteredImpacts } = segment
  const end = starts[lists[term]! + 1]! - packed.length
  const window = scatteredDocuments[start]! >>> windowBits
  const into = scratch[term]!
  let count = 0
  let greatest = 0
  for (let at = start; at < end && scatteredDocuments[at]! >>> windowBits === window; at++) {
    const impact = scatteredImpacts[at]!
    if (impact > greatest) greatest = impact
    into[count++] = ((scatteredDocuments[at]! & (windowSize - 1)) << 8) | impact
  }
  sources[term] = into
  to[term] = count
  return greatest
}

/** Adds up the essential terms for the documents that are open; returns how many were touched. */
function gather({ weights, open }: Asked, window: number, essential: number): number {
  const { bits } = open
  const all = open.windows[window] === wholly
  const first = window << windowBits
  let found = 0
  for (let term = 0; term < essential; term++) {
    const weight = weights[term]!
    const occurrences = sources[term]!
    const end = to[term]!
    for (let at = from[term]!; at < end; at++) {
      const occurrence = occurrences[at]!
      const local = occurrence >>> 8
      if (!all && !isOpen(bits, first + local)) continue
      if (sums[local] === 0) touched[found++] = local
      sums[local]! += Math.imul(weight, occurrence & 255)
    }
  }
  return found
}

type Division = { essential: number; threshold: number }
/** Adds the other terms, the heaviest first, to what can still reach the threshold; returns how many are left. */
function refine(asked: Asked, { essential, threshold }: Division, gathered: number): number {
  let found = gathered
  for (let term = essential; term < asked.lists.length && found > 0; term++) {
    found = keep(found, threshold - rest[term]!)
    const range = to[term]! - from[term]!
    if (range === 0) continue
    if (range < found * searchedFasterThan) addAlong(asked, term)
    else addOneByOne(asked, term, found)
  }
  return found
}

/** Drops what has less than `least`. */
function keep(found: number, least: number): number {
  let kept = 0
  for (let index = 0; index < found; index++) {
    const local = touched[index]!
    if (sums[local]! < least) sums[local] = 0
    else touched[kept++] = local
  }
  return kept
}

function addAlong({ weights }: Asked, term: number): void {
  const occurrences = sources[term]!
  const weight = weights[term]!
  const end = to[term]!
  for (let at = from[term]!; at < end; at++) {
    const occurrence = occurrences[at]!
    const local = occurrence >>> 8
    if (sums[local] !== 0) sums[local]! += Math.imul(weight, occurrence & 255)
  }
}

function addOneByOne({ weights }: Asked, term: number, found: number): void {
  const occurrences = sources[term]!
  const weight = weights[term]!
  const end = to[term]!
  for (let index = 0; index < found; index++) {
    const local = touched[index]!
    let low = from[term]!
    for (let high = end; low < high; ) {
      const middle = (low + high) >>> 1
      if (occurrences[middle]! >>> 8 < local) low = middle + 1
      else high = middle
    }
    if (low < end && occurrences[low]! >>> 8 === local) sums[local]! += Math.imul(weight, occurrences[low]! & 255)
  }
}

/** From a packed model to a tagger. */
import { createChain } from './chain.ts'
import { chooseSpans, probableSpans } from './choose-spans.ts'
import { explain } from './explain.ts'
import { createLabels } from './labels.ts'
import { type Model, unpackModel } from './model-bytes.ts'
import { openNames } from './names.ts'
import { weightUnit } from './prune.ts'
import { createReader, type Piece } from './reading.ts'
import { createSignTable } from './sign-table.ts'
import { createSignWriter, templatesOf } from './signs.ts'

/** `because` names the signs that weighed most, in words: at most three, the heaviest first. */
export type TaggedSpan = { start: number; end: number; type: string; confidence: number; because: string[] }
export type Tagger = {
  types: readonly string[]
  tag(text: string, context?: readonly string[]): TaggedSpan[]
}
export type OpenOutcome =
  | { outcome: 'opened'; tagger: Tagger }
  | { outcome: 'unreadable'; reason: 'not-a-tagger' | 'other-version' | 'damaged' }

export function openTagger(bytes: Uint8Array): OpenOutcome {
  const unpacked = unpackModel(bytes)
  if (unpacked.outcome === 'unreadable') return unpacked
  return { outcome: 'opened', tagger: createTagger(unpacked.model) }
}

function createTagger(model: Model): Tagger {
  const { types } = model
  const scheme = createLabels(types)
  const { labels } = scheme
  const templates = templatesOf(model.templateSet)
  const names = openNames(model)
  const table = createSignTable(model)
  const steps = Float64Array.from(model.steps)
  const starts = Float64Array.from(model.starts)
  const chain = createChain(scheme)
  const readPieces = createReader()
  const writeSigns = createSignWriter(templates)
  let units = new Float64Array(0)
  let atUnits = new Float64Array(0)

  function takeRoom(size: number): void {
    if (units.length >= size) return
    units = new Float64Array(size)
    atUnits = new Float64Array(size)
  }

  function tagPiece(piece: Piece): TaggedSpan[] {
    if (piece.units.count === 0 || types.length === 0) return []
    const written = writeSigns(piece, names)
    const { count, begins } = written
    takeRoom(count * labels)
    units.fill(0, 0, count * labels)
    for (let place = 0; place < count; place++)
      for (let at = begins[place]!; at < begins[place + 1]!; at++) table.add(written.signs[at]!, units, place * labels)
    for (let at = 0; at < count * labels; at++) units[at]! /= weightUnit
    chain.sum({ count, units, steps, starts })
    chain.marginals(count, atUnits)
    const spans = chooseSpans(probableSpans(scheme, chain, { count, atUnits }), count)
    return spans.map((span) => ({
      start: piece.units.starts[span.first]!,
      end: piece.units.ends[span.last]!,
      type: types[span.type]!,
      confidence: span.probability,
      because: explain({ units: piece.units, span, written, templates, table }),
    }))
  }

  return {
    types,
    tag: (text, context = []) => readPieces(text, context).flatMap(tagPiece),
  }
}

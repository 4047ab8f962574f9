/** From marked texts to a packed model. */
import { chanceFrom, finish } from './hashing.ts'
import { createLabels, labelsOf, type UnitSpan } from './labels.ts'
import { learnWeights, type Regimen } from './learn-weights.ts'
import { packModel } from './model-bytes.ts'
import { countNames } from './names.ts'
import { createNumbering } from './numbering.ts'
import { prune } from './prune.ts'
import { createReader, type Piece } from './reading.ts'
import { createSignWriter, templatesOf } from './signs.ts'
import { learnsNames, type TemplateSet } from './templates.ts'
import { unitsWithin } from './units.ts'
import type { LabelledText } from './weights.ts'

/** Offsets in UTF-16 code units, half-open. Of spans that overlap, the one that begins first counts, the longest if several do. */
export type MarkedSpan = { start: number; end: number; type: string }
/** `context`: what is known beside the text and known again when tagging, such as what was asked for. */
export type TaggerExample = { text: string; spans: readonly MarkedSpan[]; context?: readonly string[] | undefined }
export type TrainingOptions = {
  seed: number
  /** Names known beforehand, by type. A list for a type that no example marks tells nothing. */
  gazetteers?: Readonly<Record<string, readonly string[]>> | undefined
  /** Called every hundred texts with the share that is done, 0–1. */
  onProgress?: ((done: number) => void) | undefined
  /** Asked as often: `true` ends training with nothing learnt. */
  isStopped?: (() => boolean) | undefined
  regimen?: Partial<Regimen> | undefined
}
export type TrainingFigures = { types: number; signs: number; weights: number }
export type TrainingOutcome =
  | { outcome: 'trained'; bytes: Uint8Array; figures: TrainingFigures }
  | { outcome: 'stopped' }
  /** The steps from label to label grow with the square of the types. */
  | { outcome: 'too-many-types'; most: number }

const usual = { rate: 0.15, ridge: 3, leaveOut: 0.3 }
/** Few texts are gone over more often: the steps have to become small before they end. */
const epochsFor = (texts: number) => Math.max(5, Math.min(60, Math.ceil(3_000 / Math.max(1, texts))))
const mostTypes = 200
/**
 * A text sees the names of the other tenths. Leaving out only its own would tell its answer by what is missing: of two
 * contradicting texts each would see the other's. Drawn by a hash: what is taught in turns must not fall into one tenth.
 */
const folds = 10

export function trainTagger(examples: readonly TaggerExample[], options: TrainingOptions): TrainingOutcome {
  const { seed, gazetteers = {}, onProgress, isStopped, regimen } = options
  const types = [...new Set(examples.flatMap(({ spans }) => spans.map(({ type }) => type)))].sort()
  if (types.length > mostTypes) return { outcome: 'too-many-types', most: mostTypes }
  const templateSet = templateSetFor(examples)
  const signed = signTexts(examples, { types, templateSet, gazetteers })
  const chosen = { ...usual, epochs: epochsFor(examples.length), ...regimen }
  let stopped = false
  const weights = learnWeights({
    texts: signed.texts,
    scheme: createLabels(types),
    signs: signed.signs.length,
    regimen: chosen,
    chance: chanceFrom(seed),
    isEnough(done) {
      onProgress?.(done)
      return (stopped = isStopped?.() ?? false)
    },
  })
  if (stopped) return { outcome: 'stopped' }
  onProgress?.(1)
  const kept = prune(weights, signed.signs)
  const bytes = packModel({ types, templateSet, ...signed.names.keep(), ...kept })
  const figures = { types: types.length, signs: kept.signs.length, weights: kept.label.length }
  return { outcome: 'trained', bytes, figures }
}

type Signing = {
  types: readonly string[]
  templateSet: TemplateSet
  gazetteers: Readonly<Record<string, readonly string[]>>
}

function signTexts(examples: readonly TaggerExample[], { types, templateSet, gazetteers }: Signing) {
  const readPieces = createReader()
  const names = countNames({ types: types.length, learns: learnsNames[templateSet] })
  types.forEach((type, number) => {
    const given = Object.hasOwn(gazetteers, type) ? gazetteers[type]! : []
    for (const { columns } of given.flatMap((name) => readPieces(name, []))) names.give(number, columns)
  })
  const pieces = markPieces(examples, types)
  for (const { columns, spans } of pieces) names.change(1, columns, spans)

  const writeSigns = createSignWriter(templatesOf(templateSet))
  const numbering = createNumbering()
  const texts: LabelledText[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = pieces.filter((_, number) => (finish(number) >>> 0) % folds === fold)
    for (const { columns, spans } of held) names.change(-1, columns, spans)
    for (const piece of held) {
      const { count, begins, signs } = writeSigns(piece, names.lookUp)
      texts.push({ count, begins, signs: signs.map(numbering.numberOf), labels: labelsOf(piece.spans, count) })
    }
    for (const { columns, spans } of held) names.change(1, columns, spans)
  }
  return { names, ...numbering.settle(texts) }
}

function markPieces(examples: readonly TaggerExample[], types: readonly string[]): (Piece & { spans: UnitSpan[] })[] {
  const readPieces = createReader()
  const numbers = new Map(types.map((type, number) => [type, number]))
  return examples.flatMap(({ text, spans, context = [] }) => {
    const inOrder = [...spans].sort((one, other) => one.start - other.start || other.end - one.end)
    return readPieces(text, context).map((piece) => ({
      ...piece,
      spans: inOrder.flatMap((span) => {
        const within = unitsWithin(piece.units, span)
        return within ? [{ ...within, type: numbers.get(span.type)! }] : []
      }),
    }))
  })
}

function templateSetFor(examples: readonly TaggerExample[]): TemplateSet {
  const inCharacters = examples.filter(({ text }) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
  )
  return inCharacters.length * 2 > examples.length ? 'characters' : 'words'
}

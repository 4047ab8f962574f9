/**
 * What was learnt, as one piece of bytes: a mark, the version of the form and a checksum of all that follows; a description in
 * JSON; the learnt models, each beginning at a multiple of eight. Opening believes nothing and never throws.
 */
import { crc32 } from 'node:zlib'
import { languages } from '@lingxi/contract/message'
import { z } from 'zod'
import { type Classifier, openClassifier } from '#platform/classifier'
import { openTagger, type Tagger } from '#platform/tagger'
import type { DictionaryLesson, PatternLesson } from './lessons.ts'

export const modelNames = ['intents', 'entities', 'sentiment', 'emotion'] as const
export type ModelName = (typeof modelNames)[number]

/** What an artefact is packed of. */
export type ArtefactParts = {
  models: Partial<Record<ModelName, Uint8Array>>
  dictionary: DictionaryLesson[]
  patterns: PatternLesson[]
  /** Some of the examples of each intent: to know the words that were taught, and to show a language model what is meant. */
  shown: { text: string; intent: string }[]
}
/** `spoilt`: cut off or changed on the way. `other-version`: of a Lingxi that writes another form. */
export type Refusal = { outcome: 'refused'; reason: 'not-an-artefact' | 'other-version' | 'spoilt' }
export type OpenedArtefact = {
  outcome: 'opened'
  intents: Classifier | undefined
  entities: Tagger | undefined
  sentiment: Classifier | undefined
  emotion: Classifier | undefined
  dictionary: DictionaryLesson[]
  patterns: PatternLesson[]
  shown: { text: string; intent: string }[]
}

const mark = 'LXTAUGHT'
const form = 1
/** Mark, form, checksum, length of the description, nothing. */
const headerSize = 24
const aligned = (size: number) => Math.ceil(size / 8) * 8

const length = z.int().positive()
const Description = z.strictObject({
  models: z.partialRecord(z.enum(modelNames), length),
  dictionary: z.array(
    z.strictObject({
      type: z.string(),
      value: z.string(),
      words: z.array(z.string()),
      language: z.enum(languages).nullable(),
    }),
  ),
  patterns: z.array(z.strictObject({ type: z.string(), expression: z.string() })),
  shown: z.array(z.strictObject({ text: z.string(), intent: z.string() })),
})

export function packArtefact({ models, dictionary, patterns, shown }: ArtefactParts): Uint8Array {
  const present = modelNames.flatMap((name) => (models[name] ? [{ name, bytes: models[name] }] : []))
  const lengths = Object.fromEntries(present.map(({ name, bytes }) => [name, bytes.length]))
  const text = Buffer.from(JSON.stringify({ models: lengths, dictionary, patterns, shown }))
  const starts = headerSize + aligned(text.length)
  const packed = Buffer.alloc(present.reduce((size, { bytes }) => size + aligned(bytes.length), starts))
  packed.write(mark, 'latin1')
  packed.writeUInt32LE(form, 8)
  packed.writeUInt32LE(text.length, 16)
  text.copy(packed, headerSize)
  let at = starts
  for (const { bytes } of present) {
    packed.set(bytes, at)
    at += aligned(bytes.length)
  }
  packed.writeUInt32LE(crc32(packed.subarray(16)), 12)
  return new Uint8Array(packed.buffer, packed.byteOffset, packed.length)
}

/** The bytes are copied. */
export function openArtefact(bytes: Uint8Array): OpenedArtefact | Refusal {
  const buffer = Buffer.from(bytes)
  const reason = wrongAtFirstSight(buffer)
  if (reason) return { outcome: 'refused', reason }
  const described = describe(buffer)
  const models = described && cut(buffer, described.models)
  if (!described || !models) return { outcome: 'refused', reason: 'spoilt' }
  const opened = openModels(models)
  if (typeof opened === 'string') return { outcome: 'refused', reason: opened }
  const { dictionary, patterns, shown } = described
  return { outcome: 'opened', ...opened, dictionary, patterns, shown }
}

function wrongAtFirstSight(buffer: Buffer): Refusal['reason'] | undefined {
  if (buffer.length < headerSize || buffer.toString('latin1', 0, 8) !== mark) return 'not-an-artefact'
  if (buffer.readUInt32LE(8) !== form) return 'other-version'
  return buffer.readUInt32LE(12) === crc32(buffer.subarray(16)) ? undefined : 'spoilt'
}

type Models = Partial<Record<ModelName, Uint8Array>>

function describe(buffer: Buffer) {
  try {
    const text = buffer.toString('utf8', headerSize, headerSize + buffer.readUInt32LE(16))
    return Description.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Copies, so that each begins where its numbers may begin; undefined when they do not fit. */
function cut(buffer: Buffer, lengths: z.infer<typeof Description>['models']): Models | undefined {
  let at = headerSize + aligned(buffer.readUInt32LE(16))
  const models: Models = {}
  for (const name of modelNames) {
    const size = lengths[name]
    if (size === undefined) continue
    if (at + size > buffer.length) return undefined
    models[name] = new Uint8Array(buffer.subarray(at, at + size))
    at += aligned(size)
  }
  return models
}

function openModels(models: Models) {
  const opened: Partial<Record<'intents' | 'sentiment' | 'emotion', Classifier>> = {}
  for (const name of ['intents', 'sentiment', 'emotion'] as const) {
    const read = models[name] && openClassifier(models[name])
    if (read?.outcome === 'opened') opened[name] = read.classifier
    else if (read) return read.outcome === 'other-version' ? 'other-version' : 'spoilt'
  }
  const tagger = models.entities && openTagger(models.entities)
  if (tagger?.outcome === 'unreadable') return tagger.reason === 'other-version' ? 'other-version' : 'spoilt'
  const { intents, sentiment, emotion } = opened
  return { intents, sentiment, emotion, entities: tagger?.tagger }
}

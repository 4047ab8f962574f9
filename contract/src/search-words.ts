/** What a company teaches the search about its words: names that stay together, words that mean the same, words that say little. */
import { z } from 'zod'
import { Language } from './message.ts'

export const mostSearchWords = 20_000

/**
 * `word`: kept together, whatever the general dictionary makes of it. `stop-word`: says little in this trade.
 * `two-way`: the text and the others mean the same. `one-way`: who asks for the text also means the others, not the reverse.
 */
export const SearchWordKind = z.enum(['word', 'stop-word', 'two-way', 'one-way']).meta({ id: 'SearchWordKind' })
export type SearchWordKind = z.infer<typeof SearchWordKind>

const text = z.string().trim().min(1).max(60)

const fields = {
  kind: SearchWordKind,
  /** Of which questions it is true; null: of all. */
  language: Language.nullable().default(null),
  text,
  /** For synonyms only: what else is meant. */
  others: z.array(text).max(30).default([]),
  /** For synonyms only: what one of the others counts beside the word itself, 0–1. */
  weight: z.number().min(0.05).max(1).default(0.8),
}
const isSynonym = (kind: SearchWordKind) => kind === 'two-way' || kind === 'one-way'

export const SearchWordDraft = z
  .strictObject(fields)
  .refine(({ kind, others }) => !isSynonym(kind) || others.length > 0, {
    path: ['others'],
    message: 'a synonym needs at least one other word',
  })
  .refine(({ kind, others }) => isSynonym(kind) || others.length === 0, {
    path: ['others'],
    message: 'only synonyms have other words',
  })
  .meta({ id: 'SearchWordDraft' })
export type SearchWordDraft = z.infer<typeof SearchWordDraft>

export const SearchWord = z
  .strictObject({
    ...fields,
    id: z.string(),
    /** Grows by one with each change; an edit names the version it started from. */
    version: z.int().positive(),
    updatedAt: z.iso.datetime(),
    /** The staff id of who changed it last. */
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'SearchWord' })
export type SearchWord = z.infer<typeof SearchWord>

/** `row` counts from 1, below the header. */
export const SearchWordsReport = z
  .strictObject({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    refused: z.array(z.strictObject({ row: z.int().positive(), text: z.string(), reason: z.string() })),
  })
  .meta({ id: 'SearchWordsReport' })
export type SearchWordsReport = z.infer<typeof SearchWordsReport>

/** A sentence as it is cut: its words in order, whether each says something here, and what stands for it. */
export const CutSentence = z
  .strictObject({
    words: z.array(
      z.strictObject({
        word: z.string(),
        says: z.boolean(),
        synonyms: z.array(z.strictObject({ word: z.string(), weight: z.number() })),
      }),
    ),
  })
  .meta({ id: 'CutSentence' })
export type CutSentence = z.infer<typeof CutSentence>

/**
 * Models that never see who somebody is: what goes to them has marks in place of personal data (tokens.ts), and what a
 * language model writes has the values back, so that nobody before or behind it knows of the marks.
 */
import type { EmbeddingModel, LanguageModel, ModelTurn, Reranker, StepPart, ToolModel } from '#platform/models'
import { findPersonalData } from './find-personal-data.ts'
import { createTokenBook, longestMark, type TokenBook, tokenisePersonalData } from './tokens.ts'

const advice =
  '\nMarks such as ⟦phone 1⟧ stand for something that is hidden from you. Where you need it, copy the mark exactly as it is.'

/** Keeps the promises of `LanguageModel`; within one session the same value has the same mark; a mark that comes in pieces is held back until it is whole. */
export function maskLanguageModel(model: LanguageModel): LanguageModel {
  return {
    ...model,
    stream({ system, prompt, session, ...rest }) {
      const book = createTokenBook({ session })
      for (const text of [system, prompt]) book.avoid(text)
      const masked = { system: mask(system, book), prompt: mask(prompt, book) }
      if (book.isEmpty()) return model.stream({ system, prompt, ...rest })
      return restored(model.stream({ ...rest, ...masked, system: masked.system + advice }), book)
    },
  }
}

/** Keeps the promises of `ToolModel`: what it asks a tool with has the values, what it is told of it has the marks again. */
export function maskToolModel(model: ToolModel): ToolModel {
  return {
    ...model,
    async *step({ system, turns, session, ...rest }) {
      const book = createTokenBook({ session })
      book.avoid(system + JSON.stringify(turns))
      const masked = turns.map((turn) => maskTurn(turn, book))
      if (book.isEmpty()) return yield* model.step({ system, turns, ...rest })
      const restore = openRestoring(book)
      for await (const part of model.step({ ...rest, system: system + advice, turns: masked })) {
        // What was held back of a text comes before whatever follows it.
        if (part.kind !== 'text') yield* textOf(restore.rest())
        yield* part.kind === 'text' ? textOf(restore.push(part.text)) : [restoredPart(part, book)]
      }
    },
  }
}

function maskTurn(turn: ModelTurn, book: TokenBook): ModelTurn {
  const maskCall = (call: StepCall) => ({ ...call, input: inTexts(call.input, (text) => mask(text, book)) })
  if (turn.by === 'user') return { ...turn, text: mask(turn.text, book) }
  if (turn.by === 'tool') return { ...turn, call: maskCall(turn.call), told: mask(turn.told, book) }
  return { ...turn, text: mask(turn.text, book), calls: turn.calls.map(maskCall) }
}
type StepCall = Extract<StepPart, { kind: 'call' }>['call']

const textOf = (text: string): StepPart[] => (text === '' ? [] : [{ kind: 'text', text }])
const restoredPart = (part: StepPart, book: TokenBook): StepPart =>
  part.kind === 'call'
    ? { kind: 'call', call: { ...part.call, input: inTexts(part.call.input, (text) => book.restore(text)) } }
    : part

/** The same value with every text in it changed. */
function inTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => inTexts(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inTexts(each, change)]))
}

/** For endpoints; a model in this process tells nobody. */
export function maskEmbeddingModel(model: EmbeddingModel): EmbeddingModel {
  return {
    ...model,
    embed: (texts, options) =>
      model.embed(
        texts.map((text) => mask(text, createTokenBook())),
        options,
      ),
  }
}

/** A value in the question and the same value in a text have the same mark. */
export function maskReranker(model: Reranker): Reranker {
  return {
    ...model,
    rerank(query, texts, options) {
      const book = createTokenBook()
      for (const text of [query, ...texts]) book.avoid(text)
      return model.rerank(
        mask(query, book),
        texts.map((text) => mask(text, book)),
        options,
      )
    },
  }
}

const mask = (text: string, book: TokenBook) => tokenisePersonalData(text, findPersonalData(text), book).text

async function* restored(pieces: AsyncIterable<string>, book: TokenBook): AsyncIterable<string> {
  const restore = openRestoring(book)
  for await (const piece of pieces) {
    const whole = restore.push(piece)
    if (whole !== '') yield whole
  }
  const rest = restore.rest()
  if (rest !== '') yield rest
}

/** A growing text with the values put back; a mark that is not whole yet is held. */
function openRestoring(book: TokenBook) {
  let held = ''
  return {
    push(piece: string): string {
      held += piece
      const open = held.lastIndexOf('⟦')
      const isOpen = open >= 0 && held.length - open < longestMark && !held.includes('⟧', open)
      const whole = isOpen ? held.slice(0, open) : held
      held = held.slice(whole.length)
      return book.restore(whole)
    },
    rest(): string {
      const rest = book.restore(held)
      held = ''
      return rest
    },
  }
}

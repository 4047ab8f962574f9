/**
 * What a model says as it comes, sentence by sentence: each stands on the sources it names, or is dropped and the next is
 * read. Sources are passages, and what was told meanwhile by a tool. Nothing of a sentence is shown before it is checked.
 */
import type { Citation, Language } from '@lingxi/contract/message'
import type { Tokens } from '#platform/search'
import type { EvidencePassage } from './evidence.ts'
import { createGrounding } from './grounding.ts'
import { noAnswer } from './prompt.ts'
import { createSentenceStream } from './sentence-stream.ts'

export type Claim = { sentence: string; on: string[] }
export type Dropped = { sentence: string; because: string }
export type Claims = ReturnType<ReturnType<typeof createClaims>>
type About = {
  language: Language
  passages: readonly EvidencePassage[]
  /** Why a sentence may not be said, whatever it stands on. */
  forbid: (sentence: string) => string | undefined
}

/** In UTF-16 units: of a dropped sentence that is kept to be looked at. */
const longestKept = 200
/** Addresses have to stand in the sources letter by letter: they lead people somewhere. */
const address = /https?:\/\/[^\s<>()[\]"'，。；）】]+|www\.[^\s<>()[\]"'，。；）】]+|[\w.+-]+@[\w-]+\.[\w.-]+/gi

export function createClaims({ tokens }: { tokens: Tokens }) {
  const checkSentence = createGrounding({ tokens })

  return function openClaims({ language, passages, forbid }: About) {
    const sources = [...passages]
    const dropped: Dropped[] = []
    let sentences = createSentenceStream()
    let said: (Claim & { text: string; citations: Citation[] })[] = []
    let refused = false

    function add(sentence: string): void {
      if (sentence.trim() === '' || refused) return
      if (sentence.includes(noAnswer)) return void (refused = true)
      const forbidden = forbid(sentence)
      if (forbidden !== undefined) return drop('', forbidden)
      const checked = checkSentence(sentence, language, sources)
      if (!checked.grounded) return drop(sentence, checked.reason)
      const on = [...sentence.matchAll(/\[(\d{1,2})\]/g)].flatMap(([, number]) => sources[Number(number) - 1] ?? [])
      const stands = on.map(({ title, heading, text }) => `${title}\n${heading}\n${text}`).join('\n')
      if ([...checked.text.matchAll(address)].some(([found]) => !stands.includes(found)))
        return drop(sentence, 'an address that is not there')
      const { text, citations } = checked
      said.push({ text, sentence: text.trim(), on: [...new Set(on.map(({ title }) => title))], citations })
    }

    const drop = (sentence: string, because: string) =>
      void dropped.push({ sentence: sentence.trim().slice(0, longestKept).toWellFormed(), because })
    const isOnSomething = () => said.some(({ on }) => on.length > 0)

    return {
      /** Takes what a tool told as one more source, `about` being what the tool is for; its number. */
      learn({ title, text, about }: { title: string; text: string; about: string }): number {
        const shape = { articleId: '', alternatives: [], heading: about, kind: 'section' as const, score: 0, asked: [] }
        return sources.push({ ...shape, title, language, text, start: 0, end: text.length, units: [] })
      },
      /** Whether there is more to show. */
      push(piece: string): boolean {
        const before = said.length
        for (const sentence of sentences.push(piece)) add(sentence)
        return said.length > before && isOnSomething()
      },
      end(): void {
        add(sentences.rest())
        sentences = createSentenceStream()
      },
      /** What was said on the way to a tool is no part of the answer. */
      startAgain(): void {
        sentences = createSentenceStream()
        said = []
        refused = false
      },
      /** It said that the sources do not carry an answer. */
      isRefused: () => refused,
      /** Something was said, and it stands on something. */
      isOnSomething,
      text: () =>
        said
          .map(({ text }) => text)
          .join('')
          .trim(),
      claims: (): Claim[] => said.map(({ sentence, on }) => ({ sentence, on })),
      /** What tools told has no article to be opened. */
      citations(): Citation[] {
        const all = said.flatMap(({ citations }) => citations).filter(({ articleId }) => articleId !== '')
        return all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place)
      },
      dropped: (): readonly Dropped[] => dropped,
    }
  }
}

const isSame = (one: Citation, other: Citation) =>
  one.articleId === other.articleId && one.start === other.start && one.end === other.end

/** Concepts in the index: beside its words a passage is found by what they mean. One concept is one term that nobody types. */
import type { Spoken } from './asked-words.ts'

/** With a digit in it, so that nobody takes it for a word and cuts it to its stem. */
const mark = 'c0'
export const termOfConcept = (concept: string) => `${mark}${concept.replaceAll('-', '')}`
export const conceptOfTerm = (term: string) => term.slice(mark.length)
export const isConceptTerm = (term: string) => term.startsWith(mark)

/** The concepts of a text as terms, each once, as a field of the index takes them. */
export function conceptTerms(spoken: Spoken[]): string {
  return [...new Set(spoken.flatMap(({ concepts }) => concepts))].map(termOfConcept).join(' ')
}

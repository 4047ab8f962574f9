/** Where one term occurs: document numbers in growing order, each with how often per field. Typed arrays that grow. */
import { fields } from '../search.ts'

export type Postings = { count: number; documents: Int32Array; frequencies: Uint16Array }
const width = fields.length

export const createPostings = (): Postings => ({
  count: 0,
  documents: new Int32Array(2),
  frequencies: new Uint16Array(2 * width),
})

/** `document` is greater than every document before it. */
export function appendPosting(postings: Postings, document: number, frequencies: Uint16Array): void {
  if (postings.count === postings.documents.length) {
    const documents = new Int32Array(postings.count * 2)
    documents.set(postings.documents)
    postings.documents = documents
    const grown = new Uint16Array(postings.count * 2 * width)
    grown.set(postings.frequencies)
    postings.frequencies = grown
  }
  postings.documents[postings.count] = document
  postings.frequencies.set(frequencies, postings.count * width)
  postings.count++
}

/** Where `document` stands, or -1. */
export function placeOf(postings: Postings, document: number): number {
  let low = 0
  let high = postings.count - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = postings.documents[middle]!
    if (found === document) return middle
    if (found < document) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export function removePosting(postings: Postings, document: number): void {
  const place = placeOf(postings, document)
  if (place < 0) return
  postings.documents.copyWithin(place, place + 1, postings.count)
  postings.frequencies.copyWithin(place * width, (place + 1) * width, postings.count * width)
  postings.count--
}

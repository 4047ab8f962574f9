/** A place that reads nearly like a word of a list. `confidence` is what is left of that of the word itself. */
export type NearMatch = { start: number; end: number; word: string; confidence: number }

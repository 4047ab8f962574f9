/** A search without its marks of quotation: the same words, anywhere. */
export const withoutQuotes = (query: string): string =>
  query
    .replaceAll(/[“”「」『』"＂]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Markdown without its marks, on one line, for lists and descriptions. */
export function plainText(markdown: string, longest = 140): string {
  const plain = markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*\|?[\s|:-]+\|?\s*$/gm, ' ')
    .replaceAll(/[#>*_`|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).toWellFormed()}…`
}

/** Whether an answer says something, whatever its width, case, Markdown, dashes and spaces. */

/** `wanted` may hold alternatives with `|` between them; one that begins or ends in a digit has to be a whole number. */
export function contains(text: string, wanted: string): boolean {
  const said = bare(text)
  return wanted.split('|').some((one) => {
    const sought = bare(one)
    for (let at = said.indexOf(sought); sought !== '' && at >= 0; at = said.indexOf(sought, at + 1))
      if (!cutsNumber(said, at, at + sought.length)) return true
    return false
  })
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[‐‑–—−~～]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[\s*_`]/g, '')

const digit = /\d/
function cutsNumber(said: string, start: number, end: number): boolean {
  const before = digit.test(said[start]!) && digit.test(said[start - 1] ?? '')
  return before || (digit.test(said[end - 1]!) && digit.test(said[end] ?? ''))
}

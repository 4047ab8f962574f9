/** Which places of a source are wanted: `*` stands for anything. Exclusion wins; without inclusions everything is wanted. */

export function createWanted({ include, exclude }: { include: readonly string[]; exclude: readonly string[] }) {
  const included = include.map(toTest)
  const excluded = exclude.map(toTest)
  return (path: string): boolean =>
    !excluded.some((test) => test(path)) && (included.length === 0 || included.some((test) => test(path)))
}

/** Piece by piece instead of as a regular expression, of which many stars would make an endless one. */
function toTest(pattern: string): (path: string) => boolean {
  const pieces = pattern.split('*')
  return (path) => {
    const [first, ...rest] = pieces as [string, ...string[]]
    if (rest.length === 0) return path === first
    if (!path.startsWith(first)) return false
    let place = first.length
    for (const piece of rest.slice(0, -1)) {
      const found = path.indexOf(piece, place)
      if (found < 0) return false
      place = found + piece.length
    }
    const last = rest.at(-1)!
    return path.length - place >= last.length && path.endsWith(last)
  }
}

/** What follows from a passage's title and other wordings, found out once: the same passages are weighed again and again. */
export type Named = { title: string; alternatives: string[] }

/** `find` is pure. A passage comes as a new object each time, but its alternatives stay one array while its article stands. */
export function oncePerName<Found>(find: (passage: Named) => Found): (passage: Named) => Found {
  const known = new WeakMap<string[], { title: string; found: Found }>()
  return (passage) => {
    const { title, alternatives } = passage
    const before = known.get(alternatives)
    if (before?.title === title) return before.found
    const found = find(passage)
    known.set(alternatives, { title, found })
    return found
  }
}

/** The same for what follows from the words of a question, which all its passages share. */
export function oncePer<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { found: Found }>()
  return (key) => {
    let before = known.get(key)
    if (!before) known.set(key, (before = { found: find(key) }))
    return before.found
  }
}

/** Where a message says one thing after another: sentences, and what "and also" or 另外 opens. Spans of the given text. */
export type Clause = { start: number; end: number }

const mostClauses = 6
/** Fewer letters or characters than these say nothing of their own. */
const shortest = { han: 3, letters: 8 }
const ends =
  /[.!?;。！？；\n]+(?=\s|\p{Script=Han}|$)|[,，](?=\s*(?:还有|另外|顺便|再问|以及|而且|同时|对了|also|and (?:also|then|can|could|how|what|where|when|i|my)\b|by the way|another))|\s(?=(?:and (?:also|tell|can|could|may|how|what|where|when|is|are|do|does|please)|also,? (?:can|how|what|where|i)|by the way|btw|plus,? (?:i|can|how))\b)/giu

/** Where a comma alone stands between two things that are said: it mostly does not. */
const pauses = /[,，](?!\d)/g

export const clausesOf = (text: string): Clause[] => divide(text, ends)
/** What asks or wishes, and does not only tell how it came to that. */
const wishes =
  /^(?:不用|不要|不需要|别|please don't|don't|no need)|我(?:要|想|需要)|想要|帮我|给我|请|麻烦|申请|(?:吗|么|呢|[不没])$|怎么(?!回事)|如何|什么时候|多久|几[天号点]|多少|哪|能不能|可不可以|能否|是否|有没有|^(?:can|could|may|do|does|is|are|how|what|when|where|which|please|(?:just |simply )?tell me|i(?: want| need|'d like| would like))\b/iu

/** Parts as commas divide them too, where each of them asks or wishes for something; else none. */
export function phrasesOf(text: string): Clause[] {
  const phrases = divide(text, ends).flatMap(({ start, end }) =>
    divide(text.slice(start, end), pauses).map((each) => ({ start: start + each.start, end: start + each.end })),
  )
  return phrases.every(({ start, end }) => wishes.test(text.slice(start, end))) ? phrases : []
}

/** Where a list goes on: a comma, "and", or both. */
const listMarks = /[,，、](?!\d)(?:\s*and\b)?|\s(?:and|then)\s|然后|(?<=\p{Script=Han})(?:还有|以及)/giu

/** Parts as sentences, commas and "and" divide them: of a message in which each of them names a thing of its own. */
export function listedIn(text: string): Clause[] {
  return divide(text, ends).flatMap(({ start, end }) =>
    divide(text.slice(start, end), listMarks).map((each) => ({ start: start + each.start, end: start + each.end })),
  )
}

/** "I want to return something, get an invoice and check where my parcel is": each is said with the wish in front. */
const listedWish =
  /^(?<wish>.{0,24}?\b(?:i(?:'d| would) like to|i (?:want|need|have) to|(?:can|could) (?:you|i)(?: please)?|help me(?: to)?|please)) (?<rest>[a-z].{8,160})$/iu
/** A second thing of the one that is done, and nothing else that is. */
const isThing = /^(?:the|an?|my|our|his|her|its?|them|that|this|these|those|some|another|other|all|both|\d|i|you|we)\b/i
const mostListed = 4

function wishesListed(text: string): Said[] | undefined {
  const { wish = '', rest = '' } = listedWish.exec(text)?.groups ?? {}
  const from = text.length - rest.length
  const parts = rest === '' ? [] : divide(rest, listMarks)
  const isList = parts.length > 1 && parts.length <= mostListed
  if (!isList || parts.some(({ start, end }) => isThing.test(rest.slice(start, end)))) return undefined
  return parts.map(({ start, end }, at) => ({
    said: `${wish} ${rest.slice(start, end)}`,
    clause: { start: at === 0 ? 0 : from + start, end: from + end },
  }))
}

/** "我要退货和开发票": two things that are wanted of one word of wishing, which is said for each. */
const pair =
  /^(?<wish>.{0,6}?(?:我(?:要|想要?|需要)|想要?|帮我|给我|麻烦))(?<one>\p{Script=Han}{2,8}?)(?:和|跟|还要|还有|以及|并且|同时)(?<other>\p{Script=Han}{2,8}?)[吧呢啊了。！!~\s]*$/u

type Said = { said: string; clause: Clause }

/** The wishes as they would be said apart, each with where it stands; undefined where there are no several. */
export const pairedWishes = (text: string): Said[] | undefined => pairOf(text) ?? wishesListed(text)

function pairOf(text: string): Said[] | undefined {
  const { wish = '', one = '', other = '' } = pair.exec(text)?.groups ?? {}
  if (one === '' || other === '') return undefined
  const at = text.indexOf(other, wish.length + one.length)
  return [
    { said: wish + one, clause: { start: 0, end: wish.length + one.length } },
    { said: wish + other, clause: { start: at, end: at + other.length } },
  ]
}

function divide(text: string, marks: RegExp): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const { index, 0: mark } of [...text.matchAll(marks), { index: text.length, 0: '' }]) {
    const clause = trimmed(text, start, index)
    if (saysSomething(text.slice(clause.start, clause.end))) clauses.push(clause)
    else if (clauses.length > 0 && clause.end > clause.start) clauses.at(-1)!.end = clause.end
    start = index + mark.length
  }
  return clauses.slice(0, mostClauses)
}

function trimmed(text: string, start: number, end: number): Clause {
  const piece = text.slice(start, end)
  return {
    start: start + (piece.length - piece.trimStart().length),
    end: end - (piece.length - piece.trimEnd().length),
  }
}

function saysSomething(clause: string): boolean {
  const han = clause.match(/\p{Script=Han}/gu)?.length ?? 0
  return han >= shortest.han || (clause.match(/[a-z]/gi)?.length ?? 0) >= shortest.letters
}

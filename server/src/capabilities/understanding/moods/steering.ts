/**
 * What somebody says to steer a conversation tells nothing of how they feel: who puts themselves right ("SG70411010, no wait,
 * SG70411011") is not impatient, and who goes on is not angry. What was learnt of moods knows such words from complaints alone.
 */
import { edited, editsOf, type Traced } from '../surface/traced.ts'

/** Between two things that are said, the second in place of the first. */
const corrections = [
  /(?<=[,，。.;；…~\s])(?:(?:啊|哦|噢|呃|额|诶|哎|哎呀|等等|等一?下|抱歉|不好意思)[,，]? ?)?(?:不对不对|不对|不是|我?(?:说|写|打|发|搞|弄|填|选|输|看)错了?|错了|我是说|口误|手误)[,，…~\s]+(?=\S)/gu,
  /(?<=[,.;…-]\s?)(?:(?:oh|ah|sorry),? )?(?:no,? wait|wait,? no|no(?=,)|oops(?:,? wrong one)?|sorry,? i mean(?:t)?|i mean(?:t)?|wrong one|my mistake|scratch that|actually)[, ]+(?=\S)/giu,
]
/** Of which order it is said. */
const codes = /(?<![\p{Script=Latin}\d])[A-Za-z]{1,6}[-_#]?\d[\d-]{3,}[A-Za-z\d]*/gu
/** All of it asks to go on. */
const goingOn = [
  /^(?:好的?|行|嗯|那|ok)?[,， ]?(?:我们|咱们?)?(?:就|先|再|还是)?(?:继续|接着)(?:刚才的?|之前的?|往下)?(?:办|说|来|弄|填|走)?\p{Script=Han}{0,4}[。.!！~ ]*$/iu,
  /^(?:(?:ok|okay|so|well|yes|please|let'?s|can we|shall we)[, ]+){0,3}(?:continue|go on|carry on|keep going|resume)(?: (?:please|now|then))?[.! ]*$/iu,
]

/** Fewer letters than these say nothing of a feeling. */
const least = { han: 3, letters: 8 }

/** The message without it, and of what was put right the part that says most; nothing where it says no more. */
export function withoutSteering(said: Traced): Traced {
  if (goingOn.some((cue) => cue.test(said.text))) return slice(said, 0, 0)
  const marks = corrections.flatMap((cue) => [...said.text.matchAll(cue)])
  if (marks.length === 0) return said
  const starts = [0, ...marks.map(({ index, 0: mark }) => index + mark.length).toSorted((one, other) => one - other)]
  const ends = [...marks.map(({ index }) => index).toSorted((one, other) => one - other), said.text.length]
  const parts = starts.map((start, at) => withoutCodes(slice(said, start, Math.max(start, ends[at]!))))
  const [fullest] = parts.toSorted((one, other) => other.text.length - one.text.length)
  return saysSomething(fullest!.text) ? fullest! : slice(said, 0, 0)
}

function withoutCodes(part: Traced): Traced {
  const rest = edited(
    part,
    editsOf(part.text, codes, () => ''),
  )
  // A comma at the end would sound like something that is hurried on.
  const [edge = ''] = /[,，、\s]*$/u.exec(rest.text) ?? []
  return slice(rest, 0, rest.text.length - edge.length)
}

const slice = ({ text, starts, ends }: Traced, from: number, to: number): Traced => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
})

const saysSomething = (text: string) =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= least.han || (text.match(/[a-z]/gi)?.length ?? 0) >= least.letters

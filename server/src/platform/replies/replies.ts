/**
 * Short replies to what was asked, as people write them: yes and no, one of several choices by its words or by its place.
 * Chinese and English, whichever language was asked in. Pure; what is not plainly one of these is undefined.
 */
export { placeIn } from './place-in.ts'

type Language = 'zh' | 'en'
export type Wording<Value> = { value: Value; words: string[] }

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

const yes = {
  zh: /^(?:没错|没有?问题|没毛病|是|对|有|嗯|恩|好|可以|行|已经|需要|要|能|确认|确定|当然|必须)/,
  en: /^(?:y|yes|yeah|yep|yup|sure|right|correct|ok|okay|i do|i have|it is|it does|of course|already|absolutely|definitely)\b/,
}
const no = {
  zh: /^(?:不|没(?!错|有?问题|毛病)|无|否|非|还没|未|从没|别(?![的人处家]))/,
  en: /^(?:n|no|nope|nah|not|never|i don'?t|i haven'?t|it isn'?t|it doesn'?t|none)\b/,
}
/** Begins like a yes or a no and is neither. */
const neither =
  /^(?:对了|好像|是不是|有没有|能不能|可不可以|要不|不知道|不清楚|不懂|不明白|不会|不过|不如|不好意思|对不起|对不住|no idea|not sure)/
/** A reply is short, or begins with a short clause: 是的，我买过. In UTF-16 units. */
const longestClause = { zh: 6, en: 24 }

export function readYesNo(text: string, language: Language): 'yes' | 'no' | undefined {
  const said = fold(text).replace(/^[\s，,。.!！~～啊哦嗯呃]+(?=.)/, '')
  const clause = said.split(/[，,。.!！;；\n]/)[0]!.trim()
  if (neither.test(said)) return undefined
  const other = language === 'zh' ? 'en' : 'zh'
  for (const each of [language, other] as const) {
    if (clause.length > longestClause[each]) continue
    if (no[each].test(clause)) return 'no'
    if (yes[each].test(clause)) return 'yes'
  }
  return undefined
}

/** The longest wording that stands in the text; a choice whose words are part of another's loses to it. */
export function readChoice<Value>(choices: readonly Wording<Value>[], text: string): Value | undefined {
  const folded = fold(text)
  let best: { value: Value; length: number } | undefined
  for (const { value, words } of choices)
    for (const word of words) {
      const sought = fold(word)
      if (sought.length > (best?.length ?? 0) && holds(folded, sought)) best = { value, length: sought.length }
    }
  return best?.value
}

/** Latin words as whole words, Chinese ones anywhere; not where the word before denies them. */
function holds(text: string, sought: string): boolean {
  const escaped = sought.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = /^[\p{Script=Latin}\d .'-]+$/u.test(sought)
    ? `(?<![\\p{Script=Latin}\\d])${escaped}(?![\\p{Script=Latin}\\d])`
    : escaped
  return [...text.matchAll(new RegExp(pattern, 'gu'))].some(
    ({ index }) => !/(?:不是|并非|没有|不算|不要|\bnot(?: an?| the)?|\bno)\s*$/.test(text.slice(0, index)),
  )
}

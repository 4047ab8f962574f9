/**
 * What a follow-up leaves out is in the question before it: 「那退款呢？」 after 「退货几天到账？」 asks 「退款几天到账？」.
 * Only a question that plainly leans on another is completed; one that stands by itself is never touched. Pure.
 */
/** Of a language's words: how to divide a text, and how telling each is, 0–1. */
type Words = { words(text: string): string[]; isFiller(word: string): boolean; weightOf(word: string): number }
type Language = 'zh' | 'en'

export type Completed = { text: string; from: string }

/** Words that open a follow-up, and words that point back. */
const opening = {
  zh: /^(那么|那|还有|另外|至于|如果是|换成|要是|假如是)?\s*(.{1,14}?)\s*(的话)?(呢|又呢|咧|怎么样|也是吗|也可以吗|也行吗|行吗|可以吗)\s*[？?。!！]*$/u,
  en: /^(?:and\s+|but\s+|ok(?:ay)?,?\s+|so\s+)*(?:what|how)\s+about\s+(.{1,60}?)\s*(?:then|instead)?\s*[?.!]*$|^and\s+(?:for\s+|with\s+|if\s+it'?s\s+)?(.{1,40}?)\s*\?+$/i,
}
const pointing = {
  zh: /(它|这个|那个|这款|那款|这件|那件|这种|那种|该商品|上面那|刚才那)/u,
  en: /\b(it|its|this one|that one|these ones|those ones|the same one|them)\b/i,
}
const pronouns = { zh: new RegExp(pointing.zh.source, 'gu'), en: /\b(it|them|this one|that one|the same one)\b/gi }
/** Who says as much as this speaks of something new. */
const mostOwnWords = 3
const mostEarlier = 3

export function createCompleteQuestion({ tokens }: { tokens: Words }) {
  const telling = (text: string) =>
    tokens.words(text).filter((word) => !tokens.isFiller(word) && tokens.weightOf(word) >= 0.5)

  /** `earlier`: what the customer asked before, the newest last. */
  return function completeQuestion(
    text: string,
    language: Language,
    earlier: readonly string[],
  ): Completed | undefined {
    const from = earlier.slice(-mostEarlier).findLast((question) => telling(question).length > 0)
    if (!from || telling(text).length > mostOwnWords) return undefined
    const asked = opening[language].exec(text.trim())
    const subject = asked && (language === 'zh' ? asked[2] : (asked[1] ?? asked[2]))
    if (subject) return { text: withSubject(from, subject.trim(), language), from }
    if (!pointing[language].test(text)) return undefined
    const thing = topicOf(from)
    return thing ? { text: text.replace(pronouns[language], () => thing), from } : undefined
  }

  /** The earlier question about something else: what is alike gives way, or else the new subject comes in front. */
  function withSubject(from: string, subject: string, language: Language): string {
    const words = telling(subject)
    const replaced = words.length > 0 ? replaceable(from, words, language) : undefined
    if (replaced) return from.replace(replaced, () => bare(subject, language))
    return language === 'zh' ? `${bare(subject, language)}，${from}` : `${from} ${subject}`
  }

  /** Of the earlier question the words that the new ones take the place of: they share a character, and are no verb of asking. */
  function replaceable(from: string, words: string[], language: Language): string | undefined {
    if (language !== 'zh') return undefined
    const old = telling(from).filter((word) => from.includes(word) && !words.includes(word))
    return old.find((word) => words.some((other) => [...other].some((character) => word.includes(character))))
  }

  /** What the earlier question was about: the longest run of telling words as it was written. */
  function topicOf(from: string): string | undefined {
    const words = telling(from)
    const written = words.filter((word) => from.toLowerCase().includes(word))
    return written.toSorted((one, other) => other.length - one.length)[0]
  }
}

const bare = (subject: string, language: Language) =>
  language === 'zh' ? subject.replace(/^(那|要是|如果是|换成)/u, '') : subject

/** Sentences that state something about something, in both languages: definitions, and the usual patterns. */
export type Matched = { subject: string; relation: string; object: string; method: 'definition' | 'pattern' }
type Pattern = { form: RegExp; relation?: string; method: Matched['method'] }

/** A name in a sentence: short, and without the marks and words that would make it a clause. */
const zhName = '(?:它|它们|[^，。；：、！？“”「」的是为]{2,20})'
const zhValue = '[^，。；！？]{1,40}'
const enName = "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}’'&/+.-]*)(?: [\\p{L}\\p{N}’'&/+-]+){0,5}?"
const enValue = '[^,.;!?]{1,60}(?:[.,]\\d+[^,.;!?]{0,30})*'

const patterns: Pattern[] = [
  {
    form: new RegExp(`^(?<s>${zhName})的(?<r>[^，。；：的是为]{2,8})(?:是|为)(?<o>${zhValue})`, 'u'),
    method: 'pattern',
  },
  { form: new RegExp(`^(?<s>${zhName})(?:适用于|适合)(?<o>${zhValue})`, 'u'), relation: '适用于', method: 'pattern' },
  {
    form: new RegExp(`^(?<s>${zhName})由(?<o>[^，。；！？]{2,20}?)(?:制成|制造)`, 'u'),
    relation: '材质',
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?<s>${zhName})由(?<o>[^，。；！？]{2,20}?)(?:生产|出品)`, 'u'),
    relation: '生产商',
    method: 'pattern',
  },
  { form: new RegExp(`^(?<s>${zhName})(?:填充的是|填充)(?<o>${zhValue})`, 'u'), relation: '填充物', method: 'pattern' },
  { form: new RegExp(`^(?<s>${zhName})(?:兼容|适配)(?<o>${zhValue})`, 'u'), relation: '兼容', method: 'pattern' },
  { form: new RegExp(`^(?<s>${zhName})属于(?<o>${zhValue})`, 'u'), relation: '分类', method: 'pattern' },
  {
    form: new RegExp(`^(?<s>${zhName})是(?:一[种款个件条]|指)(?<o>${zhValue})`, 'u'),
    relation: '是',
    method: 'definition',
  },
  {
    form: new RegExp(`^the (?<r>[\\p{L} ]{3,30}?) of (?:the |an? )?(?<s>${enName}) (?:is|are) (?<o>${enValue})`, 'iu'),
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?:the |an? )?(?<s>${enName})['’]s (?<r>[\\p{L} ]{3,30}?) (?:is|are) (?<o>${enValue})`, 'iu'),
    method: 'pattern',
  },
  {
    form: new RegExp(
      `^(?:the |an? )?(?<s>${enName}) (?:is|are) (?:suitable|suited|made|meant) (?:for|to) (?<o>${enValue})`,
      'iu',
    ),
    relation: 'suitable for',
    method: 'pattern',
  },
  {
    form: new RegExp(
      `^(?:the |an? )?(?<s>${enName}) (?:is|are) (?:made|woven|knitted) (?:of|from) (?<o>${enValue})`,
      'iu',
    ),
    relation: 'material',
    method: 'pattern',
  },
  {
    form: new RegExp(
      `^(?:the |an? )?(?<s>${enName}) (?:is|are) (?:made|produced|manufactured) by (?<o>${enValue})`,
      'iu',
    ),
    relation: 'maker',
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?:the |an? )?(?<s>${enName}) (?:is|are) filled with (?<o>${enValue})`, 'iu'),
    relation: 'filling',
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?:the |an? )?(?<s>${enName}) (?:is|are) compatible with (?<o>${enValue})`, 'iu'),
    relation: 'compatible with',
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?:the |an? )?(?<s>${enName}) (?:comes with|includes) (?<o>${enValue})`, 'iu'),
    relation: 'includes',
    method: 'pattern',
  },
  {
    form: new RegExp(`^(?:the |an? )?(?<s>${enName}) (?:is|are) an? (?<o>${enValue})`, 'iu'),
    relation: 'is',
    method: 'definition',
  },
]

/** Words that point at something said before: in an article about one thing, at that thing. */
const pointing = /^(?:它|它们|本品|本产品|该产品|这款产品?|本款|it|they|this|this product|this item|the product)$/iu
/** What begins like this is no name of anything. */
const noName =
  /^(?:这|那|如果|若|当|因为|所以|但|而|我们|您|你|请|可以|建议|通常|一般|所有|每|任何|不|没有|也|都|就|只|如|其|以上|以下|其他|有些|部分|we|you|i|there|here|if|when|what|which|that|these|those|all|each|every|any|some|most|please|everything|nothing|once|and|but|or|so|note|he|she)(?![\p{L}--\p{Script=Han}])/iv

/** The first pattern that a sentence has; `about` is what the article is about, if it is about one thing. */
export function matchSentence(sentence: string, about: string | undefined): Matched | undefined {
  for (const { form, relation, method } of patterns) {
    const groups = form.exec(sentence)?.groups
    if (!groups) continue
    const named = groups['s']!.trim()
    const subject = pointing.test(named) ? about : named
    const object = groups['o']!.trim()
    if (!subject || object === '' || (subject === named && noName.test(named))) return undefined
    return { subject, relation: relation ?? groups['r']!.trim(), object, method }
  }
  return undefined
}

const keyValue = /^(?<key>[^：:，。；,;!?！？]{1,24})[：:]\s*(?<value>\S.{0,199})$/u

/** `价格：¥59`, `Price: ¥59`; not a sentence with a colon somewhere, nor an address. */
export function matchKeyValue(line: string): { key: string; value: string } | undefined {
  const groups = keyValue.exec(line)?.groups
  if (!groups || /^https?$/i.test(groups['key']!) || groups['value']!.startsWith('//')) return undefined
  if (groups['key']!.split(' ').length > 4) return undefined
  return { key: groups['key']!.trim(), value: groups['value']!.trim() }
}

/** Which of the two languages a text is written in; a foreign product name does not change the language of a sentence. */
import type { Language } from '@lingxi/contract/message'

const han = /\p{Script=Han}/gu
const latinWord = /[a-z][a-z0-9']*/gi
/** Words that frame an English sentence: they are not borrowed into Chinese ones. */
const framing = new Set(
  `a an the i you he she it we they my your his her our their me us them this that these those is are was were be been am
  do does did dont have has had can could will would should may must not no to of in on at for from with without by about and
  or but if so as what when where which who why how there here please i'm it's don't can't`.split(/\s+/),
)
/** Written alike by both, so they tell nothing: "ok", order numbers, sizes. */
const international = /^(?:ok|okay|vip|app|wifi|pdf|usb|xs|s|m|l|x+l|e+m+|h+a*h+a*|.*\d.*)$/i

/** Addresses on the net and codes are the same in every language: zjg@mail.example, SG-CLO-099. */
const token = /[^\s\p{Script=Han}，。！？、；：,;!?]+/gu
const isOfNone = /[@\d]|:\/\//

/** The language of `text`; `fallback` when it holds no letter that could tell. */
export function recogniseLanguage(text: string, fallback: Language): Language {
  const said = text.replaceAll(token, (each) => (isOfNone.test(each) ? ' ' : each))
  const words = (said.match(latinWord) ?? []).filter((word) => !international.test(word))
  const frame = words.filter((word) => framing.has(word.toLowerCase())).length
  const characters = text.match(han)?.length ?? 0
  // An English sentence may quote Chinese names: two characters weigh as much as one framing word.
  if (characters > 2 * frame) return 'zh'
  return words.length > 0 ? 'en' : fallback
}

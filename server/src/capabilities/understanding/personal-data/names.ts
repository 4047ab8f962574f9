/** Names of people, where a text says that one follows: 我叫王小明, 收件人：李雷, "my name is Mary Jones". */
import type { PersonalData } from '@lingxi/contract/understanding'
import { matchesOf } from '../entities/found.ts'
import { compoundSurnames, notNames, surnames } from './surnames.ts'

const ending = '(?=$|[^\\p{Script=Han}]|[的,住在电手身地联]|男|女|先生|女士|小姐|收)'
const name = `(?<name>(?:(?:${compoundSurnames})\\p{Script=Han}{1,2}?|[${surnames}](?:先生|女士|小姐|太太|\\p{Script=Han}{1,2}?)))`
const named = '(?:我叫|我的?名字[是叫]?|姓名|收件人|收货人|联系人|寄件人|名字|户主|持卡人|开户名|预订人|乘客|患者)'
const chinese = new RegExp(
  `(?:${named}(?:是|叫|为|姓名|改成|改为)?\\s?[:]?\\s?|(?<self>我是|本人|我姓名是)\\s?)${name}${ending}`,
  'gu',
)
/** Written as it was: a name begins with a capital, so case tells "I'm Mary" from "I'm tired". */
const word = "[A-Z](?:[a-z]+|['’][A-Z][a-z]+)(?:['’-][A-Z]?[a-z]+)*"
const english = new RegExp(
  `\\b(?:[Mm]y (?:full )?name(?: is|['’]s)|[Nn]ame ?: ?|[Rr]ecipient ?: ?|[Aa]ttn\\.? ?:? ?|(?<self>I am|I['’]m|[Tt]his is))\\s?(?<title>(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?(?<name>${word}(?: ${word}){0,3})(?<after> (?:speaking|here))?`,
  'g',
)
const lowerCase =
  /\bmy name is (?<name>[a-z]{2,15}(?: (?!and|from|but|i|can|please|with|my)[a-z]{2,15})?)(?=[,.!]|$| and | from | but | i )/g
const titled = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? (?<name>${word}(?: ${word})?)`, 'g')
/** What "I'm" is followed by and begins with a capital for another reason. */
const notSelf =
  /^(?:Not|In|At|Sorry|Trying|Looking|Chinese|American|British|English|French|German|Indian|Japanese|Canadian|Australian|Happy|Very|So|The|A|An|Still|Just|From|Using|Having|Getting|Waiting|Your|My|Prime|Premium|Gold|Vip|What|Why|How|Ridiculous|Unacceptable|Terrible|Great|Good|Urgent)\b/

export function findNames(text: string, folded: string): PersonalData[] {
  const found: PersonalData[] = []
  const add = (match: RegExpExecArray, confidence: number) => {
    const start = match.index + match[0].lastIndexOf(match.groups!['name']!)
    found.push({ kind: 'name', start, end: start + match.groups!['name']!.length, confidence })
  }
  if (/我叫|我是|本人|名|人/.test(folded))
    for (const match of matchesOf(folded, chinese))
      if (isName(match.groups!['name']!)) add(match, match.groups!['self'] ? 0.7 : 0.9)
  if (!/[a-z]{2}/.test(folded)) return found
  for (const match of matchesOf(text, english))
    if (isMeant(match.groups!)) add(match, match.groups!['self'] ? 0.7 : 0.9)
  for (const match of matchesOf(folded, lowerCase)) add(match, 0.75)
  for (const match of matchesOf(text, titled)) add(match, 0.8)
  return found
}

const isName = (written: string) => !notNames.has(written.slice(0, 2))

/** "This is Great" is no one; "This is Mary Jones" and "This is Mary speaking" are. */
function isMeant({ self, name: written, after }: Record<string, string | undefined>): boolean {
  if (self === undefined) return true
  if (notSelf.test(written!)) return false
  return after !== undefined || !/^this/i.test(self) || written!.includes(' ')
}

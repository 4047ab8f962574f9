/**
 * Takes out of a text what could say who somebody is, before keepers see it or it becomes an article: e-mail addresses,
 * telephone numbers, identity and card numbers, order numbers, postal addresses and the names that are handed in.
 * Patterns, not understanding: what they do not know stays, so people still review whatever is published.
 */
import type { Language } from '@lingxi/contract/message'

type Kind = 'email' | 'phone' | 'number' | 'address' | 'name' | 'account'
const words: Record<Language, Record<Kind, string>> = {
  zh: { email: '[邮箱]', phone: '[电话]', number: '[号码]', address: '[地址]', name: '[姓名]', account: '[账号]' },
  en: {
    email: '[e-mail]',
    phone: '[phone]',
    number: '[number]',
    address: '[address]',
    name: '[name]',
    account: '[account]',
  },
}
export const isMasked = (text: string) => masks.some((mask) => text.includes(mask))
const masks = Object.values(words).flatMap((each) => Object.values(each))

const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Square|Place|Crescent|Terrace|Way'
/**
 * In this order: what is more telling is taken first. Behind a name stand three spaces at most: a pattern that looks back over
 * any number of them tries every way to divide a long row. A company's own lines (400, 800, 95…) are no person's. */
const patterns: [Kind, RegExp][] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['number', /(?<![\d.])\d{17}[\dXx](?!\d)/g],
  ['number', /(?<![\d.])\d(?:[ -]?\d){14,18}(?!\d)/g],
  [
    'account',
    /(?<=(?:微信号?|wechat|qq|支付宝账?号?)\s{0,3}(?:id)?\s{0,3}(?:是|为|is)?\s{0,3}[:：]?\s{0,3})[A-Za-z0-9][\w-]{4,}/giu,
  ],
  [
    'number',
    /(?<=(?:订单号?|单号|运单号?|快递单号?|身份证号?码?|卡号|会员号|编号|护照号?码?)\s{0,3}(?:是|为)?\s{0,3}[:：#]?\s{0,3})[A-Za-z]{0,6}-?\d[\dA-Za-z-]{3,}/gu,
  ],
  [
    'number',
    /(?<=\b(?:order|tracking|card|passport|id|membership|account|invoice)(?:\s{1,3}(?:number|no\.?|id))?\s{0,3}(?:is|:|#)?\s{0,3}#?)\b[A-Za-z]{0,6}-?\d[\dA-Za-z-]{3,}/giu,
  ],
  ['phone', /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g],
  ['phone', /(?<![\w+])\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)/g],
  ['phone', /(?<![\d-])\(?(?![48]00)[2-9]\d{2}\)?[ -]\d{3}[ -]\d{4}(?![\d-])/g],
  ['number', /(?<![\w.-])(?=[A-Za-z-]*(?:\d[A-Za-z-]*){8,}(?!\w))[A-Za-z\d]+(?:-[A-Za-z\d]+)*/g],
  [
    'address',
    /(?:\p{Script=Han}{2,8}?(?:省|自治区))?(?:\p{Script=Han}{2,8}?市)?(?:\p{Script=Han}{1,8}?[区县旗])?(?:\p{Script=Han}{1,8}?[镇乡])?\p{Script=Han}{1,12}?(?:路|街|道|巷|弄|胡同|村|小区|花园|公寓|大厦)\s*\d+\s*(?:号|弄|栋|幢|座|单元|室|楼|层)(?:[\s\p{Script=Han}]{0,6}\d+\s*(?:号|栋|幢|座|单元|室|楼|层))*/gu,
  ],
  [
    'address',
    new RegExp(
      `\\b(?:(?:Flat|Apt\\.?|Apartment|Unit|Suite|Room)\\s*\\w+,?\\s*)?\\d{1,5}[A-Za-z]?\\s+(?:[A-Z][\\w’'-]*\\s+){1,4}(?:${streets})\\b\\.?`,
      'g',
    ),
  ],
  [
    'name',
    /(?<=(?:我叫|我的名字(?:是|叫)|收[件货]人(?:是|叫|为)?[:：]?|联系人(?:是|叫|为)?[:：]?|姓名(?:是|叫|为)?[:：]?)\s{0,3})[\p{Script=Han}·]{2,4}(?=[，,。.；;！!\s、]|$|\d|电|手)/gu,
  ],
  ['name', /(?<![\p{Script=Han}])[\p{Script=Han}]{1,2}(?=(?:先生|女士|小姐)(?:[，,。：:您你的好！!\s]|$))/gu],
  [
    'name',
    /(?<=\b(?:my name is|my name['’]s|i am called|recipient is|recipient:|this is (?:mr|mrs|ms|dr)\.?)\s+)[\p{Lu}][\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2}/giu,
  ],
  ['name', /(?<=\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?/gu],
]
/** Who is only called visitor so-and-so has no name. */
const isAName = (name: string) => name.trim().length >= 2 && !/^(?:访客|游客|visitor|guest|bot)\b|^访客/i.test(name)

export function withoutPersonalData(text: string, language: Language, names: readonly string[] = []): string {
  const word = words[language]
  let masked = text.normalize('NFC')
  for (const name of names.filter(isAName)) masked = masked.replaceAll(asWritten(name.trim()), word.name)
  for (const [kind, pattern] of patterns)
    masked = masked.replace(pattern, (found) => (isPlain(kind, found) ? found : leadOf(kind, found) + word[kind]))
  return masked
}

/** What comes before an address and is none of it. */
const leadOf = (kind: Kind, found: string) =>
  kind === 'address'
    ? (/^(?:请?(?:帮我)?(?:寄|送|发|改|换|配送|寄送|送货)?(?:到|至|在|是|为|成))/.exec(found)?.[0] ?? '')
    : ''

/** Neither a date nor a company's own line is a number of somebody. */
const isPlain = (kind: Kind, found: string) =>
  kind === 'number' && /^(?:(?:19|20)\d\d-?(?:0\d|1[0-2])-?(?:[0-2]\d|3[01])|[48]00[ -]?\d{3}[ -]?\d{4})$/.test(found)

function asWritten(name: string): RegExp {
  const escaped = RegExp.escape(name)
  return /^[\p{Script=Latin}\s'’.-]+$/u.test(name) ? new RegExp(`\\b${escaped}\\b`, 'giu') : new RegExp(escaped, 'gu')
}

/** A choice by where it stands in the list: 第二个, 最后一个, 选2, B, "the second one", "option 2", "the last". */
const english = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const spelt = 'one two three four five six seven eight nine ten'.split(' ')

const digits = '一二三四五六七八九十'
const counted = '(?:个|项|种|条|款|件|单|笔|样|号|行|张)'
const ordinal = `(${english.join('|')}|\\d{1,2}(?:st|nd|rd|th))`
const named = {
  // 第一次 and "at first" are no places in a list.
  zh: new RegExp(`第\\s*([${digits}]{1,3}|\\d{1,2})(?![次天回遍年月周季期\\d${digits}])\\s*${counted}?`),
  number: new RegExp(
    `^(?:我?(?:就|要|选择?|是)){0,3}\\s*([${digits}]|\\d{1,2})\\s*(?:号|${counted})?(?:吧|的|呢|好了)?$`,
  ),
  // "First tell me" is no place either.
  en: [`(?<!\\bat )\\bthe\\s+${ordinal}\\b`, `\\b${ordinal}\\s+(?:one|option|choice)\\b`, `^${ordinal}$`].map(
    (pattern) => new RegExp(pattern),
  ),
  option: new RegExp(`^(?:option|number|no\\.?|choice|#)\\s*(\\d{1,2}|${spelt.join('|')})$`),
  letter: /^(?:选|option\s+|choice\s+)?([a-j])$/,
}
const denies = /(?:不是|不要|\bnot)\s*$/
const last =
  /最后(?:一)?(?:个|项|种|条|款|件|单|笔)|倒数第一|\b(?:the )?last (?:one|option)\b|\bthe last$|\bthe bottom one\b/
const former = /前者|\bthe former\b|\bthe top one\b/
const latter = /后者|\bthe latter\b/

/** From 0; undefined when none of `count` places is named. A negated place ("不是第二个") is none. */
export function placeIn(text: string, count: number): number | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,。，!！~～]+$/u, '')
    .trim()
  const place = readPlace(said, count)
  return place !== undefined && place >= 0 && place < count ? place : undefined
}

function readPlace(said: string, count: number): number | undefined {
  if (isSaid(last, said)) return count - 1
  if (count === 2 && isSaid(former, said)) return 0
  if (count === 2 && isSaid(latter, said)) return 1
  return readNumbered(said)
}

function isSaid(pattern: RegExp, said: string): boolean {
  const found = pattern.exec(said)
  return found !== null && !denies.test(said.slice(0, found.index))
}

function readNumbered(said: string): number | undefined {
  const ordinal = [named.zh, ...named.en].map((pattern) => pattern.exec(said)).find(Boolean)
  if (ordinal && denies.test(said.slice(0, ordinal.index))) return undefined
  const number = ordinal ?? named.number.exec(said) ?? named.option.exec(said)
  if (number) return numberOf(number[1]!) - 1
  const letter = named.letter.exec(said)
  return letter ? letter[1]!.charCodeAt(0) - 'a'.charCodeAt(0) : undefined
}

function numberOf(written: string): number {
  const figure = Number.parseInt(written, 10)
  if (!Number.isNaN(figure)) return figure
  const inEnglish = Math.max(english.indexOf(written), spelt.indexOf(written))
  return inEnglish >= 0 ? inEnglish + 1 : chineseNumber(written)
}

/** 十一 is 11, 二十 is 20: lists are no longer than that many tens. */
function chineseNumber(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : [undefined, written]
  const valueOf = (digit: string | undefined) => digits.indexOf(digit || '〇') + 1
  return (tens === undefined ? 0 : Math.max(1, valueOf(tens)) * 10) + valueOf(ones)
}

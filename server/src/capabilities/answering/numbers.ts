/** The numbers of a text with what they count, so that ¥10, 10 % and $10 are three things. Chinese and English. */
export type Amount = { value: string; unit: '¥' | '$' | '%' | '' }

const digits = '零一二三四五六七八九'
const chineseAmount =
  /([零一二两三四五六七八九十百千半]+)\s*(?=个?(?:天|日|周|月|年|小时|分钟|元|块|折|次|件|倍|工作日))/g
const englishWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const englishAmount = new RegExp(`\\b(${englishWords.slice(2).join('|')})\\b`, 'gi')
const amount =
  /(US\$|HK\$|[¥￥$€£])?\s*(\d+(?:[.,]\d+)*)\s*(%|％|元|块|yuan\b|rmb\b|cny\b|美元|美金|dollars?\b|usd\b|percent\b|per cent\b)?/gi

export function amountsOf(text: string): Amount[] {
  const found: Amount[] = []
  const plain = text.normalize('NFKC')
  for (const [, before, number, after] of plain.matchAll(amount))
    found.push({ value: valueOf(number!), unit: unitOf(before ?? '', after ?? '') })
  for (const [, written] of plain.matchAll(chineseAmount)) {
    const value = readChinese(written!)
    if (value !== undefined && value !== 1) found.push({ value: String(value), unit: '' })
  }
  for (const [, written] of plain.matchAll(englishAmount))
    found.push({ value: String(englishWords.indexOf(written!.toLowerCase())), unit: '' })
  return found
}

/** Whether every number of a sentence stands in the evidence; one that names its unit must have the same there. */
export function unsupportedAmounts(sentence: string, evidence: string): Amount[] {
  const there = amountsOf(evidence)
  return amountsOf(sentence).filter(
    ({ value, unit }) => !there.some((other) => other.value === value && (unit === '' || other.unit === unit)),
  )
}

function valueOf(number: string): string {
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number
  return /^\d+(\.\d+)?$/.test(grouped) ? String(Number(grouped)) : grouped
}

function unitOf(before: string, after: string): Amount['unit'] {
  if (/¥|￥/.test(before) || /元$|块|yuan|rmb|cny/i.test(after.replace('美元', ''))) return '¥'
  if (/\$/.test(before) || /美元|美金|dollar|usd/i.test(after)) return '$'
  return /%|percent|per cent/i.test(after) ? '%' : ''
}

/** Up to 9999, as prices and periods are written: 十五, 二十, 一百二十, 两. */
function readChinese(written: string): number | undefined {
  if (written.includes('半')) return undefined
  let total = 0
  let open = 0
  for (const sign of written.replaceAll('两', '二')) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[sign]
    if (scale === undefined) open = digits.indexOf(sign)
    else {
      total += (open || 1) * scale
      open = 0
    }
  }
  return total + open
}

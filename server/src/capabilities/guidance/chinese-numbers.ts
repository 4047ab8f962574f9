/** Chinese numbers as figures: 三百五 → 350, 两千零八 → 2008, 一万二 → 12000, 十五 → 15. Other characters stay. */
const digits = '零一二三四五六七八九'
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

export const toArabic = (text: string) =>
  text.replaceAll(/[零〇一二两三四五六七八九十百千万]{1,12}/g, (written) => read(written) ?? written)

function read(written: string): string | undefined {
  const plain = written.replaceAll('两', '二').replaceAll('〇', '零')
  // A single character is more often part of a word (一下, 三包) than a number.
  if (plain.length === 1 && plain !== '十') return undefined
  if (![...plain].some((sign) => scales[sign])) return [...plain].map((sign) => digits.indexOf(sign)).join('')
  let total = 0
  let section = 0
  let digit = 0
  let last = 1
  for (const sign of plain) {
    const scale = scales[sign]
    if (scale === undefined) {
      digit = digits.indexOf(sign)
      if (digit === 0) last = 1
      continue
    }
    if (scale === 10_000) {
      total = (total + section + digit) * scale
      section = 0
    } else section += (digit || 1) * scale
    digit = 0
    last = scale
  }
  // 三百五 means 350: what follows a scale alone counts in the next smaller one.
  return String(total + section + digit * (last > 10 ? last / 10 : 1))
}

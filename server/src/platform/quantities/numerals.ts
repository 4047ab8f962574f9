/** Numbers as Chinese and English people write them in words. */
const digits = '零一二三四五六七八九'
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

export const chineseNumeral = '[零〇一二两三四五六七八九十百千万]+半?|半'
export const englishNumeral = [...english.slice(1), ...Object.keys(tens), 'half']
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** The value of digits with or without marks, Chinese numerals, or one English word; undefined when it is none of them. */
export function readNumeral(written: string): number | undefined {
  const plain = written.trim().toLowerCase()
  if (/^\d/.test(plain)) return Number(plain.replaceAll(',', ''))
  if (plain === 'half' || plain === '半') return 0.5
  const word = english.indexOf(plain)
  if (word >= 0) return word
  if (plain in tens) return tens[plain]
  return readChinese(plain)
}

function readChinese(written: string): number | undefined {
  const half = written.endsWith('半') ? 0.5 : 0
  const [left, right] = written.replace(/半$/, '').replaceAll('两', '二').replaceAll('〇', '零').split('万')
  if (right !== undefined) return (belowTenThousand(left!) || 1) * 10_000 + belowTenThousand(right) + half
  if (left!.length > 1 && [...left!].every((sign) => digits.includes(sign)))
    return Number([...left!].map((sign) => digits.indexOf(sign)).join(''))
  return belowTenThousand(left!) + half
}

function belowTenThousand(written: string): number {
  let total = 0
  let open = 0
  for (const sign of written) {
    const scale = scales[sign]
    if (scale === undefined) open = digits.indexOf(sign)
    else {
      total += (open || 1) * scale
      open = 0
    }
  }
  return total + open
}

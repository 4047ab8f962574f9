/** Numbers as Chinese and English people write them: in digits, in words, and mixed ("1.2万", "三百五", "twenty-five", "5k"). */
const digits = '零一二三四五六七八九'
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const spoken: Record<string, string> = { 两: '二', 俩: '二', 〇: '零', 廿: '二十' }
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
const large: Record<string, number> = { thousand: 1000, million: 1_000_000 }
const marks: Record<string, number> = { k: 1000, w: 10_000, m: 1_000_000, 百: 100, 千: 1000, 万: 10_000, 亿: 1e8 }

const longestFirst = (words: string[]) => words.toSorted((a, b) => b.length - a.length).join('|')
const word = longestFirst([...english.slice(1), ...Object.keys(tens)])
const scale = longestFirst(['hundred', ...Object.keys(large)])

export const chineseNumeral = '[零〇一二两三四五六七八九十百千万亿]{1,16}半?|半'
export const englishNumeral = `(?:a(?= (?:${scale}))|${word})(?:[- ](?:${scale})(?: and(?= (?:${word})(?![a-z])))?|[- ](?:${word})){0,8}|half`

/**
 * The value of digits with or without marks, of Chinese numerals, or of English words below a thousand million; undefined
 * when it is none of them. What is left out at the end counts in the next place: 三百五 is 350, 三百零五 is 305.
 */
export function readNumeral(written: string): number | undefined {
  const plain = written.trim().toLowerCase()
  if (/^\d/.test(plain)) return readDigits(plain)
  if (plain === 'half' || plain === '半') return 0.5
  return /^[a-z]/.test(plain) ? readEnglish(plain) : readChinese(plain)
}

function readDigits(plain: string): number | undefined {
  const [, amount = '', mark = ''] = /^([\d,]+(?:\.\d+)?)\s?([kwm百千万亿]?)$/.exec(plain) ?? []
  // 1.1 × 10,000 is not quite 11,000 in floating point.
  return amount === '' ? undefined : Number((Number(amount.replaceAll(',', '')) * (marks[mark] ?? 1)).toPrecision(15))
}

function readEnglish(plain: string): number | undefined {
  let total = 0
  let open = 0
  for (const word of plain.split(/[- ]+/)) {
    const value = word === 'a' ? 1 : (tens[word] ?? english.indexOf(word))
    if (word === 'hundred') open = (open || 1) * 100
    else if (word in large) {
      total += (open || 1) * large[word]!
      open = 0
    } else if (value >= 0) open += value
    else if (word !== 'and' || plain === 'and') return undefined
  }
  return total + open
}

function readChinese(written: string): number | undefined {
  const plain = written.replaceAll(/[两俩〇廿]/g, (sign) => spoken[sign]!)
  const half = plain.length > 1 && plain.endsWith('半') ? 0.5 : 0
  const whole = half ? plain.slice(0, -1) : plain
  if (whole === '' || [...whole].some((sign) => !`${digits}十百千万亿`.includes(sign))) return undefined
  if (whole.length > 1 && [...whole].every((sign) => digits.includes(sign)))
    return Number([...whole].map((sign) => digits.indexOf(sign)).join(''))
  return readScaled(whole, ['亿', '万']) + half
}

/** Split at the greatest scale that is said; a lone digit behind it stands for the place below: 一万二 is 12,000. */
function readScaled(whole: string, [scale, ...smaller]: string[]): number {
  if (scale === undefined) return belowTenThousand(whole)
  const at = whole.indexOf(scale)
  if (at < 0) return readScaled(whole, smaller)
  const rest = whole.slice(at + 1)
  const below =
    rest.length === 1 && rest !== '十' ? digits.indexOf(rest) * (marks[scale]! / 10) : readScaled(rest, smaller)
  return (readScaled(whole.slice(0, at), smaller) || 1) * marks[scale]! + below
}

function belowTenThousand(written: string): number {
  let total = 0
  let open = 0
  let place = 1
  for (const sign of written) {
    const scale = scales[sign]
    if (scale === undefined) {
      open = digits.indexOf(sign)
      if (open === 0) place = 1
    } else {
      total += (open || 1) * scale
      open = 0
      place = scale > 10 ? scale / 10 : 1
    }
  }
  return total + open * place
}

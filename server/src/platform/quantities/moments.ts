/** Times of day and dates in a text, Chinese and English. */
type Moment = { start: number; end: number; text: string; dimension: 'clock' | 'date'; from: number; to: number }

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const month = months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')

/** Each with how its groups become a value: minutes of the day, or month·100+day with the year in front where it is said. */
const forms: { dimension: Moment['dimension']; pattern: RegExp; read: (groups: Groups) => number | undefined }[] = [
  {
    dimension: 'date',
    pattern: /(?:(?<year>\d{4})\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]/g,
    read: (at) => dateOf(at, Number(at['month'])),
  },
  {
    dimension: 'date',
    pattern: /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/g,
    read: (at) => dateOf(at, Number(at['month'])),
  },
  {
    dimension: 'date',
    pattern: new RegExp(
      `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month>${month})\\b\\.?(?:,?\\s(?<year>\\d{4}))?`,
      'gi',
    ),
    read: (at) => dateOf(at, monthOf(at['month']!)),
  },
  {
    dimension: 'date',
    pattern: new RegExp(
      `\\b(?<month>${month})\\b\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?%)(?:,?\\s(?<year>\\d{4}))?`,
      'gi',
    ),
    read: (at) => dateOf(at, monthOf(at['month']!)),
  },
  {
    dimension: 'clock',
    pattern:
      /(?:(?<half>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)\s?)?(?<!\d)(?<hour>\d{1,2})[:：](?<minute>\d{2})(?!\d)(?:\s?(?<mark>[ap]\.?m\b\.?))?/gi,
    read: clockOf,
  },
  { dimension: 'clock', pattern: /\b(?<hour>\d{1,2})\s?(?<mark>[ap]\.?m)\b\.?/gi, read: clockOf },
  {
    dimension: 'clock',
    pattern:
      /(?:(?<half>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)\s?)?(?<![\d.])(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?点(?!击|开|选|数|赞|评|餐)(?:(?<minute>半|\d{1,2})分?)?/g,
    read: clockOf,
  },
]
type Groups = Record<string, string | undefined>

export function momentsOf(text: string): Moment[] {
  const found: Moment[] = []
  for (const { dimension, pattern, read } of forms)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const value = read(match.groups ?? {})
      const free = found.every((other) => end <= other.start || start >= other.end)
      if (value !== undefined && free) found.push({ start, end, text: match[0], dimension, from: value, to: value })
    }
  return found
}

const monthOf = (name: string) => months.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3))) + 1

function dateOf({ year, day }: Groups, month: number): number | undefined {
  const valid = month >= 1 && month <= 12 && Number(day) >= 1 && Number(day) <= 31
  return valid ? Number(year ?? 0) * 10_000 + month * 100 + Number(day) : undefined
}

const chineseHours = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

function clockOf({ half = '', hour, minute = '0', mark = '' }: Groups): number | undefined {
  const named = /^\d/.test(hour!) ? Number(hour) : chineseHours.indexOf(hour!.replace('两', '二'))
  if (named < 0 || named > 24) return undefined
  return hourOfDay(named, `${half} ${mark}`) * 60 + (minute === '半' ? 30 : Number(minute))
}

function hourOfDay(named: number, half: string): number {
  if (/下午|傍晚|晚| p/i.test(half)) return named < 12 ? named + 12 : named
  return / a/i.test(half) && named === 12 ? 0 : named
}

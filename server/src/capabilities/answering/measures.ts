/** What a text gives by its numbers: a price, a duration, a weight. Who asks "how heavy" is answered by "2.1 kg". */
const number = String.raw`(?:\d[\d,.]*|[一二两三四五六七八九十半]+|\b(?:one|two|three|four|five|six|seven|twelve))`
const measures: [RegExp, readonly string[]][] = [
  [/[¥￥$]\s*\d|\d\s*(?:元|块|美元|yuan)/, ['price', 'ask-amount']],
  [new RegExp(`${number}\\s*个?(?:小时|天|年|月|分钟|工作日|周|秒)`), ['ask-duration']],
  [new RegExp(`${number}[\\s-]*(?:working\\s)?(?:hour|day|year|month|minute|week|second)`, 'i'), ['ask-duration']],
  [/\d\s*(?:kg|g|克|公斤|千克)(?![a-z])/i, ['weight']],
  [/\d\s*(?:ml|毫升|升|litres?)(?![a-z])/i, ['capacity']],
  [/\d\s*(?:dB|分贝)/i, ['noise']],
  [/\d\s*(?:℃|°C)/, ['watertemp', 'cold']],
  [/\bIPX\d|防水|防泼水|waterproof|water-repellent/i, ['waterproof']],
  [/\d\s*(?:页|pages)/i, ['pages']],
  [/\d\s*(?:瓦|W\b)/, ['power']],
]

export const measuresIn = (text: string): string[] =>
  measures.flatMap(([pattern, concepts]) => (pattern.test(text) ? concepts : []))

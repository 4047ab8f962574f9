/** What kind of thing a question looks for, by its own words. */
const number =
  /多少|几[个种款件次元块天年名人家位公里米]|多[大长高远久重]|\bhow (many|much|long|far|old|tall|big|often|large|high|heavy|fast)\b|what (percentage|percent|number|amount|price|size)|占比|比例/i
const moment =
  /什么时候|何时|哪[一]?[年天月日]|几[点月号]|多会儿|啥时候|\bwhen\b|what (year|day|date|time|month|century)|which (year|day|month|century)|how (soon|late)/i

export function kindAsked(text: string): 'number' | 'moment' | 'other' {
  if (moment.test(text)) return 'moment'
  return number.test(text) ? 'number' : 'other'
}

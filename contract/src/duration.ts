/** Lengths of time as ISO 8601 writes them. */

const seconds = { Y: 31_536_000, M: 2_592_000, W: 604_800, D: 86_400, H: 3600, m: 60, S: 1 }

/** Milliseconds; a year is 365 days and a month 30. Zero for what is no length of time. */
export function lengthOf(duration: string): number {
  const [, date = '', time = ''] = /^[+-]?P([^T]*)(?:T(.*))?$/.exec(duration) ?? []
  const parts = [...date.matchAll(part), ...time.replace('M', 'm').matchAll(part)]
  return parts.reduce((sum, [, number, unit]) => {
    const each = seconds[unit as keyof typeof seconds] ?? 0
    return sum + Number(number!.replace(',', '.')) * each * 1000
  }, 0)
}
const part = /(\d+(?:[.,]\d+)?)([A-Za-z])/g

/** The calendar without a zone: a local time is the milliseconds it would have since 1970 if the wall clock were UTC's. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const startOfDay = (local: number) => Math.floor(local / day) * day
/** 0 is Monday. */
export const weekdayOf = (local: number) => (((Math.floor(local / day) + 3) % 7) + 7) % 7
export const startOfWeek = (local: number) => startOfDay(local) - weekdayOf(local) * day
export const yearOf = (local: number) => new Date(local).getUTCFullYear()
/** 1 is January. */
export const monthOf = (local: number) => new Date(local).getUTCMonth() + 1
export const dayOfMonth = (local: number) => new Date(local).getUTCDate()
export const startOfMonth = (local: number, more = 0) => Date.UTC(yearOf(local), monthOf(local) - 1 + more)
export const startOfYear = (local: number, more = 0) => Date.UTC(yearOf(local) + more, 0)
export const startOfQuarter = (local: number, more = 0) =>
  Date.UTC(yearOf(local), Math.floor((monthOf(local) - 1) / 3) * 3 + more * 3)

/** The beginning of a day that there is; undefined for the 31st of June. */
export function dateOf(year: number, month: number, date: number): number | undefined {
  const local = Date.UTC(year, month - 1, date)
  return year >= 1900 && year <= 2200 && monthOf(local) === month && dayOfMonth(local) === date ? local : undefined
}

/** The same day so many months on; the last of the month where that is shorter. */
export function addMonths(local: number, months: number): number {
  const start = startOfMonth(local, months)
  const last = dayOfMonth(startOfMonth(start, 1) - day)
  return start + (Math.min(dayOfMonth(local), last) - 1) * day + (local - startOfDay(local))
}

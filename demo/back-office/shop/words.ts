/** What is said to people, in both languages, and how dates and money are written for them. */
import { z } from 'zod'

export const Words = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Words' })
export type Words = z.infer<typeof Words>

/** A day as people say it, beside the day as machines do (ISO 8601). */
export const Day = z.strictObject({ date: z.iso.date(), zh: z.string(), en: z.string() }).meta({ id: 'Day' })
export type Day = z.infer<typeof Day>

/** The shop is in Hangzhou, where clocks never change. */
const offset = 8 * 3_600_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const local = (instant: string) => new Date(Date.parse(instant) + offset)

export function dayOf(instant: string): Day {
  const at = local(instant)
  const [month, date] = [at.getUTCMonth(), at.getUTCDate()]
  return { date: at.toISOString().slice(0, 10), zh: `${month + 1} 月 ${date} 日`, en: `${date} ${months[month]}` }
}

/** With the time of day. */
export function momentOf(instant: string): Words {
  const { zh, en } = dayOf(instant)
  const time = local(instant).toISOString().slice(11, 16)
  return { zh: `${zh} ${time}`, en: `${en} at ${time}` }
}

/** How many midnights in Hangzhou lie between: the day of delivery itself is 0. */
export function daysBetween(earlier: string, later: string): number {
  const midnight = (instant: string) => Math.floor((Date.parse(instant) + offset) / 86_400_000)
  return midnight(later) - midnight(earlier)
}

export const plusDays = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()
export const plusHours = (instant: string, hours: number): string => plusDays(instant, hours / 24)
export const hoursBetween = (earlier: string, later: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / 3_600_000

/** Mondays to Fridays; holidays are not looked at. */
export function plusWorkingDays(instant: string, days: number): string {
  let [at, left] = [instant, days]
  while (left > 0) {
    at = plusDays(at, 1)
    const weekday = local(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}

/** To the cent. */
export const round = (amount: number): number => Math.round(amount * 100) / 100

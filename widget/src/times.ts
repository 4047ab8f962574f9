/** Times as people say them: the hour today, yesterday and the hour, else the date. */
import type { Language } from '@lingxi/contract/message'
import type { Strings } from './strings.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en' }
type Words = Pick<Strings, 'today' | 'yesterday'>

const formatted = (at: Date, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], options).format(at)

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

export function sayTime(
  at: string,
  language: Language,
  { words, now = new Date() }: { words: Words; now?: Date },
): string {
  const date = new Date(at)
  const days = (startOfDay(now) - startOfDay(date)) / 86_400_000
  const hour = formatted(date, language, clock)
  if (days < 0.5) return `${words.today} ${hour}`
  if (days < 1.5) return `${words.yesterday} ${hour}`
  const isThisYear = now.getFullYear() === date.getFullYear()
  const day = formatted(date, language, { ...(isThisYear ? {} : { year: 'numeric' }), month: 'short', day: 'numeric' })
  return `${day} ${hour}`
}

export const sayDay = (at: string, language: Language): string =>
  formatted(new Date(at), language, { year: 'numeric', month: 'long', day: 'numeric' })

export const sayMoment = (at: string, language: Language): string =>
  formatted(new Date(at), language, { dateStyle: 'medium', timeStyle: 'short' })

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Moments and durations in the reader's language. */
import { useTranslation } from 'react-i18next'
import { useNow } from '../ui/use-now.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const tag = (language: string) => (language === 'zh' ? 'zh-CN' : 'en-GB')

export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

export function useWhen() {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const locale = tag(i18n.language)
  const show = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(at))
  const clock = (at: string) => show(at, { hour: '2-digit', minute: '2-digit' })
  const date = (at: string) => {
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
    return show(at, { month: 'short', day: 'numeric', ...(!sameYear && { year: 'numeric' }) })
  }
  return {
    clock,
    date,
    full: (at: string) => show(at, { dateStyle: 'medium', timeStyle: 'short' }),
    /** Today the time, else the date. */
    short: (at: string) => (startOfDay(Date.parse(at)) === startOfDay(now) ? clock(at) : date(at)),
    day: (at: string) => {
      const days = Math.round((startOfDay(now) - startOfDay(Date.parse(at))) / day)
      if (days === 0) return t('app.time.today')
      return days === 1 ? t('app.time.yesterday') : show(at, { dateStyle: 'full' })
    },
    since: (at: string) => {
      const passed = Math.max(0, now - Date.parse(at))
      if (passed < minute) return t('app.time.now')
      if (passed < hour) return t('app.time.minutes', { count: Math.floor(passed / minute) })
      if (passed < day) return t('app.time.hours', { count: Math.floor(passed / hour) })
      return t('app.time.days', { count: Math.floor(passed / day) })
    },
    now,
  }
}

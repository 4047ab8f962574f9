import { expect, it } from 'vitest'
import { strings } from './strings.ts'
import { sayTime } from './times.ts'

const now = new Date(2026, 10, 21, 9, 30)
const say = (date: Date, language: 'zh' | 'en') =>
  sayTime(date.toISOString(), language, { words: strings[language], now })

it('says the day as people do, in their language', () => {
  expect(say(new Date(2026, 10, 21, 8, 5), 'zh')).toBe('今天 08:05')
  expect(say(new Date(2026, 10, 20, 23, 59), 'en')).toBe('Yesterday 23:59')
  expect(say(new Date(2026, 9, 2, 8, 5), 'zh')).toBe('10月2日 08:05')
  expect(say(new Date(2025, 9, 2, 8, 5), 'en')).toBe('Oct 2, 2025 08:05')
})

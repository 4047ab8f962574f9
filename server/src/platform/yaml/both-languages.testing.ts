/** What is wrong with a text is told in the language of who reads it, and of the same places whoever reads. */
import { expect } from 'vitest'

type Told = { path: string; message: string }[]

/** For texts none of which can be read. */
export function expectBothLanguages(
  texts: readonly string[],
  told: (text: string, language: 'zh' | 'en') => Told,
): void {
  for (const text of texts) {
    const [zh, en] = [told(text, 'zh'), told(text, 'en')]
    expect(zh, text).not.toEqual([])
    expect(zh.map(({ path }) => path)).toEqual(en.map(({ path }) => path))
    for (const { message } of zh) expect(message, text).toMatch(/\p{Script=Han}/u)
    for (const { message } of en) expect(message, text).not.toMatch(/\p{Script=Han}/u)
  }
}

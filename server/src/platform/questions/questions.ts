/**
 * Questions as people ask them: what one leaves out, and where one ends and the next begins. Pure.
 *
 * A text as the needs in it: what a person tells in twenty sentences is looked for sentence by sentence, because as one
 * query the longest-winded part would drown the rest.
 */
export { type Completed, createCompleteQuestion } from './complete-question.ts'

/** A piece that is shorter says nothing by itself and stays with what comes before it. */
const shortest = { zh: 4, en: 12 }
const mostNeeds = 64
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** Where one sentence ends and the next begins: never inside 3.5, U.S. or a number with its unit. */
const ends = /(?<=[。！？；!?;\n])|(?<=[\p{Ll}\p{N})"'”’]\.)(?=["'”’)]*\s)/u

export function splitNeeds(text: string): string[] {
  const needs: string[] = []
  for (const piece of text.split(ends)) {
    const sentence = piece.trim()
    if (!/[\p{L}\p{N}]/u.test(sentence)) continue
    const least = isChinese(sentence) ? shortest.zh : shortest.en
    if (sentence.length < least && needs.length > 0) needs.push(`${needs.pop()!} ${sentence}`)
    else needs.push(sentence)
  }
  return needs.slice(0, mostNeeds)
}

const asks = /[?？]$|吗$|呢$|多少|怎么|什么|哪|几|能不能|可以.*[么吗]/u
const mostQuestions = 3

/** The questions in one message, each by itself, where it plainly asks two or three things; else nothing. */
export function splitQuestions(text: string): string[] {
  const needs = splitNeeds(text)
  const asked = needs.filter((need) => asks.test(need))
  return asked.length > 1 && asked.length <= mostQuestions && asked.length === needs.length ? asked : []
}

/**
 * A question in the middle of a flow may leave out what it is about: "can this be washed?", while a size is chosen for a
 * jumper. Where it finds nothing as it was asked, it is asked of what the flow is about.
 */
import type { FlowDecision } from '#dialogue'
import type { Found } from './assist.ts'

const pointsBack = { en: /\b(?:this|that|it|these|those|they|them)\b/i, zh: /[这那它该]/ }
/** In UTF-16 units: who writes more says what they mean. */
const longest = { en: 60, zh: 16 }
const mostTried = 2

type Asked = { text: string; language: 'zh' | 'en' }

/** What was found for the question as it was asked, or for the first subject of the flow that has an answer. */
export async function askOfSubject<Question extends Asked>(
  asked: Question,
  flow: FlowDecision | undefined,
  find: (asked: Question) => Promise<Found>,
): Promise<Found> {
  const found = await find(asked)
  if (found.outcome !== 'unknown' || found.begun) return found
  for (const text of fullQuestions(asked, flow)) {
    const again = await find({ ...asked, text })
    if (again.outcome === 'answered') return again
  }
  return found
}

function fullQuestions({ text, language }: Asked, flow: FlowDecision | undefined): string[] {
  if (flow?.kind !== 'aside' || text.length > longest[language] || !pointsBack[language].test(text)) return []
  return flow.subjects.slice(0, mostTried).map((subject) => `${subject}${language === 'zh' ? '' : ': '}${text}`)
}

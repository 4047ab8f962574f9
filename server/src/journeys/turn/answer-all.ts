/** Several messages sent in one breath may ask several things: each is looked up for itself, and the answers go together. */
import { splitQuestions } from '#platform/questions'
import type { Answer, FindAnswer, Question } from './answer.ts'

/** `whole` is all that was said as one question: for a question that was sent in pieces, none of which says enough. */
export async function answerAll(
  findAnswer: FindAnswer,
  tenantId: string,
  { questions: sent, ...whole }: Question & { questions: string[] },
): Promise<Answer> {
  const questions = sent.length > 1 ? sent : splitQuestions(whole.text)
  if (questions.length < 2) return findAnswer(tenantId, whole)
  const answers: Answer[] = []
  for (const text of questions) {
    // What is already answered stays in sight while the next is being written.
    const before = answers.map(({ text: answered }) => answered).join('\n\n')
    const onDraft = (draft: string) => whole.onDraft?.([before, draft].filter(Boolean).join('\n\n'))
    const found = await findAnswer(tenantId, { ...whole, text, onDraft })
    const known = answers.some((answer) => answer.text === found.text)
    if (found.outcome === 'answered' && !known) answers.push(found)
  }
  const [first, ...others] = answers
  if (!first) return findAnswer(tenantId, whole)
  return {
    ...first,
    text: answers.map(({ text }) => text).join('\n\n'),
    citations: answers.flatMap(({ citations }) => citations),
    passages: answers.flatMap(({ passages }) => passages),
    attachments: answers.flatMap(({ attachments = [] }) => attachments),
    related: relatedToAll(answers),
    steps: [{ kind: 'split', parts: questions }, ...answers.flatMap(({ steps }) => steps)],
    fromCache: answers.every(({ fromCache }) => fromCache),
    support: Math.min(first.support, ...others.map(({ support }) => support)),
  }
}

/** What is near one of them and no answer of another, in turn. */
function relatedToAll(answers: Answer[]): string[] {
  const said = new Set(answers.flatMap(({ citations }) => citations.map(({ title }) => title)))
  const related = answers.flatMap(({ related: near = [] }) =>
    near.filter((question) => !said.has(question)).slice(0, 2),
  )
  return [...new Set(related)].slice(0, mostRelated)
}
const mostRelated = 3

import { expect, it } from 'vitest'
import type { FlowDecision } from '#dialogue'
import { askOfSubject } from './ask-of-subject.ts'
import type { Found } from './assist.ts'

const aside = (...subjects: string[]): FlowDecision => ({
  kind: 'aside',
  of: 'knowledge',
  subjects,
  resume: null,
  why: { taken: [], weighed: [], progress: null },
})
const knows = 'Merino jumper: can this be washed?'

/** Asks, where only one wording finds an answer; back come the wordings that were tried. */
async function asked(text: string, flow: FlowDecision | undefined, found: string = knows) {
  const tried: string[] = []
  const find = async (question: { text: string }) => {
    tried.push(question.text)
    return { outcome: question.text === found ? 'answered' : 'unknown' } as Found
  }
  const { outcome } = await askOfSubject({ text, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' }, flow, find)
  return { outcome, tried }
}

it('what points back is asked of the things that were named, then of the matter', async () => {
  expect(await asked('can this be washed?', aside('Merino jumper', 'Find my size'))).toEqual({
    outcome: 'answered',
    tried: ['can this be washed?', knows],
  })
  expect(await asked('能机洗吗这个', aside('选尺码', '美利奴毛衣'), '美利奴毛衣能机洗吗这个')).toMatchObject({
    outcome: 'answered',
  })
})

it.each([
  ['what is answered as it stands', knows, aside('Merino jumper')],
  ['what names what it is about', 'do you ship to Paris?', aside('Merino jumper')],
  ['what is asked outside of any flow', 'can this be washed?', undefined],
  ['a long message', `${'I have been a customer for years and '.repeat(3)}can this be washed?`, aside('Merino jumper')],
])('%s is asked once', async (_what, text, flow) => {
  expect((await asked(text, flow)).tried).toEqual([text])
})

it('where no subject has an answer either, nothing was found', async () => {
  expect(await asked('can this be washed?', aside('Find my size'))).toMatchObject({ outcome: 'unknown' })
})

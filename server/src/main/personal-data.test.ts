/** Who somebody is goes to no model, and comes back in what the customer is told. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { beforeAll, expect, it } from 'vitest'
import { visitor } from '@lingxi/contract/audience'
import { createScripted } from '../platform/models/scripted.ts'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'

const model = createScripted(Array.from({ length: 20 }, () => ({ say: ['换货请打 ⟦pho', 'ne 1⟧。[1]'] })))
const server = useServer({ model })
const { signal } = new AbortController()

beforeAll(async () => {
  const { parts } = server()
  const article = {
    title: '怎么换货？',
    body: '换货请打 400-820-1234。',
    language: 'zh',
    status: 'published',
  }
  await parts.knowledge.add(mainTenant, ArticleDraft.parse(article))
})

it('a telephone number in the question and in the article is hidden from the model, and told to the customer', async () => {
  const { parts } = server()
  const text = '我叫王小明，怎么换货？'
  const answer = await parts.findAnswer(mainTenant, { text, language: 'zh', reader: visitor, signal })
  expect(answer).toMatchObject({ writer: 'model', text: '换货请打 400-820-1234。' })
  const told = model.asked.map(({ system, prompt }) => system + prompt).join('\n')
  expect(told).toContain('⟦phone 1⟧')
  expect(told).not.toMatch(/400-820-1234|王小明/)
})

it('the same number is the same mark whenever a conversation comes to the model, and another in another conversation', async () => {
  const before = model.asked.length
  const telling = async () => {
    const visitor = await aVisitor(server())
    for (const text of ['怎么换货？打 13812345678 吗', '换货是打 13812345678，不是 13912345678，对吗？'])
      await visitor.say(text)
    return model.asked.slice(before).flatMap(({ prompt }) => prompt.match(/⟦phone \d{6}⟧/g) ?? [])
  }
  const marks = await telling()
  // In both questions the customer's own number, in both prompts the one of the article; in the second a third.
  expect(new Set(marks).size).toBe(3)
  const all = await telling()
  expect(new Set(all).size).toBe(6)
})

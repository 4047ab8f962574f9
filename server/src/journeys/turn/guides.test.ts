import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

const guide = {
  kind: 'process',
  introduction: '按下面三步做。',
  steps: [
    { title: '断电', text: '拔掉插头，等三十秒。' },
    { title: '按复位键', text: '按住背面的小孔五秒。' },
    { title: '重新配网', text: '打开 App 添加设备。' },
  ],
} as const

onBothDatabases('a process in a conversation', (opened) => {
  const house = useHouse(opened, { seed: 12_000 })
  /** What the bot says to it. */
  async function say(person: string, text: string) {
    const { conversationId, answered } = await house().say(person, text)
    await answered
    return (await house().answersIn(conversationId)).at(-1)!
  }

  it('is followed a step a turn, lets another question through, and cites each step word for word', async () => {
    const { knowledge, tenant } = house()
    const draft = ArticleDraft.parse({
      title: '台灯怎么恢复出厂设置？',
      body: '-',
      language: 'zh',
      status: 'published',
      kind: 'process',
      guide,
    })
    const { id, body } = await knowledge.add(tenant, draft)
    expect(body).toContain('### 2. 按复位键')
    const person = 'who-resets-a-lamp'
    const first = await say(person, '台灯怎么恢复出厂设置')
    expect(first.text).toContain('第 1 / 3 步：断电')
    expect(first.citations).toEqual([expect.objectContaining({ articleId: id, quote: '拔掉插头，等三十秒。' })])
    expect((await say(person, '好了')).text).toContain('按住背面的小孔五秒')
    const aside = await say(person, '对了，你们多久发货？')
    expect(aside.text).toContain('当天发货')
    expect(aside.quickReplies).toContainEqual({ label: '继续刚才的步骤', text: '继续刚才的步骤' })
    expect((await say(person, '继续刚才的步骤')).text).toContain('第 2 / 3 步')
    expect((await say(person, '上一步')).text).toContain('第 1 / 3 步')
  })

  it('is begun anew when it was changed meanwhile', async () => {
    const { knowledge, tenant } = house()
    const { articles } = await knowledge.list(tenant, { q: '恢复出厂设置', limit: 1, offset: 0 })
    const person = 'who-comes-too-late'
    await say(person, '台灯怎么恢复出厂设置')
    const article = await knowledge.get(tenant, articles[0]!.id)
    const { id, version, title, language, tags, alternatives, status, validFrom, validUntil } = article
    const steps = [{ title: '长按开关', text: '按住开关十秒。' }]
    const change = { title, body: '-', language, tags, alternatives, status, validFrom, validUntil, version }
    await knowledge.change(tenant, id, {
      ...change,
      guide: { kind: 'process', introduction: '', steps: steps.map((step) => ({ ...step, choices: [] })), ending: '' },
    })
    expect((await say(person, '好了')).text).not.toContain('按复位键')
    expect((await say(person, '台灯怎么恢复出厂设置')).text).toContain('按住开关十秒')
  })
})

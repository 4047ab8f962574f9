import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { adaptMessage } from '../../capabilities/channels/channels.ts'
import { openaiAbilities } from '../../capabilities/channels/openai/openai.ts'
import { toEntry } from '../../capabilities/channels/web/web.ts'
import { writeRestMessages } from '../../capabilities/channels/rest/rest.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

const picture = '![The reset key](https://shop.example/reset.png)'
const shared = { language: 'en', status: 'published' } as const
const articles = [
  { ...shared, title: 'How do I reset the kettle?', body: `Hold the reset key for five seconds.\n\n${picture}` },
  { ...shared, title: 'How do I descale the kettle?', body: 'Boil water with citric acid in the kettle, then rinse.' },
  {
    ...shared,
    title: 'How do I return the kettle?',
    body: 'Choose Return in My orders.',
    audience: { kind: 'customers' },
  },
  {
    ...shared,
    title: 'How do I unlock the kettle for staff tests?',
    body: `Hold reset and power. ![Secret](https://shop.example/secret.png)`,
    audience: { kind: 'staff', groups: [] },
  },
]

onBothDatabases('beside an answer', (opened) => {
  const house = useHouse(opened)

  it('goes the picture that its article shows, and what may be asked next, but nothing that others may not read', async () => {
    const { say, eventsOf, knowledge, tenant } = house()
    for (const article of articles) await knowledge.add(tenant, ArticleDraft.parse(article))
    const { conversationId } = await say('ann', 'How do I reset the kettle?')
    const event = (await eventsOf(conversationId)).find(({ type }) => type === 'message-sent')!
    if (event.type !== 'message-sent') throw new Error('nothing was said')
    expect(event).toMatchObject({
      text: 'Hold the reset key for five seconds.',
      attachments: [{ kind: 'picture', url: 'https://shop.example/reset.png', title: 'The reset key' }],
      related: ['How do I descale the kettle?'],
    })
    expect(event.citations[0]!.quote).toContain(picture)

    expect(toEntry(conversationId, event)).toMatchObject({
      attachments: [{ title: 'The reset key' }],
      quickReplies: [{ label: 'How do I descale the kettle?', text: 'How do I descale the kettle?' }],
    })
    expect(writeRestMessages(event, 'ann')).toMatchObject([
      { attachments: [{ title: 'The reset key' }], related: ['How do I descale the kettle?'] },
    ])
    const [plain] = adaptMessage(event, openaiAbilities)
    expect(plain!.text).toContain('[The reset key](<https://shop.example/reset.png>)')
  })

  it('goes nothing of what only staff may read, whatever is asked', async () => {
    const { say, eventsOf } = house()
    for (const text of ['How do I unlock the kettle for staff tests?', 'kettle secret picture', 'unlock kettle']) {
      const { conversationId } = await say('eve', text)
      const sent = (await eventsOf(conversationId)).filter(({ type }) => type === 'message-sent')
      expect(JSON.stringify(sent)).not.toMatch(/secret\.png|staff tests/)
    }
  })
})

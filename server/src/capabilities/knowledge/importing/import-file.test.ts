import { keeper } from '@lingxi/contract/audience'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aKnowledge, bytesOf } from '../knowledge.testing.ts'

onBothDatabases('Importing', (opened) => {
  const start = () => {
    const { knowledge, tenantId } = aKnowledge(opened().database)
    const take = (name: string, content: string | Uint8Array) => {
      const bytes = typeof content === 'string' ? bytesOf(content) : content
      return knowledge.importFile(tenantId, { name, bytes, status: 'published' })
    }
    return { knowledge, tenantId, take }
  }

  describe('questions', () => {
    const file =
      'question,answer,alternatives,tags\n怎么退货？,"打开订单，\n点退货。",退掉|想退,售后\nHow?,Like this.,,\n'

    it('are created, then unchanged, then updated where they differ', async () => {
      const { knowledge, tenantId, take } = start()
      expect(await take('q.csv', file)).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: 0 })
      expect(await take('q.csv', file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
      expect(await take('q.csv', file.replace('Like this', 'Like that'))).toMatchObject({ updated: 1, unchanged: 1 })
      const { articles } = await knowledge.list(tenantId, { limit: 9, offset: 0 })
      expect(articles.map(({ title, language, version }) => `${title} ${language} ${version}`)).toEqual([
        'How? en 2',
        '怎么退货？ zh 1',
      ])
      const [hit] = await knowledge.search(tenantId, { text: '想退', limit: 1, reader: keeper })
      expect(hit!.text).toBe('打开订单，\n点退货。')
    })

    it('may have Chinese column names, a byte-order mark, semicolons and Windows line ends', async () => {
      const { take } = start()
      const report = await take('q.csv', '\uFEFF问题;答案;相似问;标签\r\n怎么退货？;点退货。;;\r\n')
      expect(report).toMatchObject({ created: 1, refused: 0 })
    })

    it('are refused row by row with the reason, and the good ones imported', async () => {
      const { take } = start()
      const long = 'x'.repeat(301)
      const rows = [
        'question,answer',
        ',no question',
        'no answer,',
        `${long},a`,
        'twice,a',
        'twice,b',
        'a,b,c',
        'alone',
        'good,one',
      ]
      const report = await take('q.csv', rows.join('\n'))
      expect(report).toMatchObject({ created: 2, refused: 6 })
      expect(report.rows.map(({ row, outcome, reason }) => [row, outcome, reason])).toEqual([
        [1, 'refused', 'The question or title is empty.'],
        [2, 'refused', 'The answer or text is empty.'],
        [3, 'refused', 'The title has more than 300 characters.'],
        [4, 'created', undefined],
        [5, 'refused', 'The same question is already in row 4.'],
        [6, 'refused', 'The row has more columns than the header; put text with commas in quotation marks.'],
        [7, 'refused', 'The row has no answer column.'],
        [8, 'created', undefined],
      ])
    })

    it('survive a broken quotation mark in their midst', async () => {
      const { take } = start()
      const rows = ['question,answer', 'one,1', '"two,2', 'three,3', '"four,"4"', 'five,"5"', 'six,"6']
      const report = await take('q.csv', rows.join('\n'))
      expect(report.rows.map(({ outcome }) => outcome)).toEqual([
        'created',
        'refused',
        'created',
        'refused',
        'created',
        'refused',
      ])
    })
  })

  describe('Markdown', () => {
    it('says its title, language, tags and time in front matter', async () => {
      const { knowledge, tenantId, take } = start()
      const front =
        '---\ntitle: 退货政策\nlanguage: zh\ntags: [policy, returns]\nvalid_from: 2020-01-01\nvalid_until: 2030-06-30\n---\n'
      const report = await take('returns.md', `${front}\n## 期限\n\n七天。\n`)
      const article = await knowledge.get(tenantId, report.rows[0]!.articleId!)
      expect(article).toMatchObject({
        title: '退货政策',
        body: '## 期限\n\n七天。',
        tags: ['policy', 'returns'],
        source: 'returns.md',
      })
      expect(article).toMatchObject({ validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2030-06-30T00:00:00.000Z' })
    })

    it('takes its title from the first heading, else from the name', async () => {
      const { take } = start()
      expect((await take('a.md', 'Text.\n\n# Shipping policy\n\nMore.')).rows[0]!.title).toBe('Shipping policy')
      expect((await take('notes.md', 'Only text.')).rows[0]!.title).toBe('notes')
    })

    it('loses characters that no database keeps', async () => {
      const { knowledge, tenantId, take } = start()
      const report = await take('a.md', '---\ntitle: "a\\0b\\ud800"\ntags: ["x\\0"]\n---\nText')
      const article = await knowledge.get(tenantId, report.rows[0]!.articleId!)
      expect(article).toMatchObject({ title: 'ab\ufffd', tags: ['x'] })
    })

    it('is refused with the reason when the front matter is wrong', async () => {
      const { take } = start()
      const reasonOf = async (text: string) => (await take('a.md', text)).rows[0]!.reason
      expect(await reasonOf('---\ntitle: [\n---\nText')).toBe('The front matter is not valid YAML.')
      expect(await reasonOf('---\nlanguage: fr\n---\nText')).toContain('neither zh nor en')
      expect(await reasonOf('---\nvalid_from: soon\n---\nText')).toContain('valid_from')
      expect(await reasonOf('---\ntitle: Empty\n---\n')).toBe('The answer or text is empty.')
    })
  })

  it('makes an article a product and language, with its facts', async () => {
    const { knowledge, tenantId, take } = start()
    const report = await take(
      'products.csv',
      'sku,name_zh,name_en,price,colours,description_en\nA-1,杯子,Mug,59,白 / White,Holds tea.\n',
    )
    expect(report).toMatchObject({ created: 2 })
    const { body } = await knowledge.get(tenantId, report.rows[1]!.articleId!)
    expect(body).toBe('- Article number: A-1\n- Price: ¥59\n- Colours: White\n\nHolds tea.')
    const [hit] = await knowledge.search(tenantId, { text: 'a-1', language: 'zh', limit: 1, reader: keeper })
    expect(hit!.title).toBe('杯子')
  })

  it('refuses what is no text, no known kind, or has no known columns', async () => {
    const { take } = start()
    await expect(take('a.md', new Uint8Array([0xff, 0xfe, 0x41]))).rejects.toMatchObject({ code: 'not-text' })
    await expect(take('a.md', 'a\u0000b')).rejects.toMatchObject({ code: 'not-text' })
    await expect(take('a.csv', new Uint8Array([0xc4, 0xe3]))).rejects.toMatchObject({ code: 'not-text' })
    await expect(take('a.pdf', 'x')).rejects.toMatchObject({ code: 'unsupported-media-type' })
    await expect(take('a.csv', 'x,y\n1,2')).rejects.toMatchObject({ code: 'invalid-request' })
    await expect(take('a.csv', '')).rejects.toMatchObject({ code: 'invalid-request' })
  })

  it('takes thousands of rows at once', async () => {
    const { knowledge, tenantId, take } = start()
    const rows = Array.from({ length: 3000 }, (_, number) => `第 ${number} 个问题？,第 ${number} 个答案。`)
    expect(await take('many.csv', ['question,answer', ...rows].join('\n'))).toMatchObject({ created: 3000 })
    const [hit] = await knowledge.search(tenantId, { text: '第 2999 个问题', limit: 1, reader: keeper })
    expect(hit!.text).toBe('第 2999 个答案。')
  })
})

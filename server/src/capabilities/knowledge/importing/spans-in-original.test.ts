import { utf8 } from '../../../platform/documents/documents.testing.ts'
import { createDocuments } from '../../../platform/documents/documents.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { rowsOfDocument } from './rows-of-document.ts'

const documents = createDocuments()
afterAll(() => documents.close())
const options = { name: 'itm1', status: 'published' as const }

/** Each row with the text at its places. */
async function placed(name: string, bytes: Uint8Array) {
  let text = ''
  const pages: { page: number; start: number }[] = []
  const read = await documents.read({ name, bytes }, (part) => {
    if (part.kind !== 'page') return
    pages.push({ page: part.page, start: text.length + part.text.length - part.text.trimStart().length })
    text += part.text
  })
  if (read.outcome !== 'read') throw new Error(read.refusal.code)
  return rowsOfDocument({ ...read, text, pages, location: name }, options).map((row) => ({
    body: 'draft' in row ? row.draft.body : '',
    spans: row.spans,
    said: row.spans.map(({ from, until }) => text.slice(from, until)),
  }))
}

describe('the words of an article', () => {
  it('are placed letter for letter in the text they were cut from', async () => {
    const chapter = (name: string) => `\n# ${name}\n\n${`Words of ${name}. `.repeat(6000)}\n`
    const rows = await placed(
      'long.txt.html',
      utf8(`<h1>A</h1><p>${chapter('A')}</p><h1>B</h1><p>${chapter('B')}</p><h1>C</h1><p>${chapter('C')}</p>`),
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { body, spans, said } of rows) {
      expect(spans.map(({ start }) => start)).toEqual([0])
      expect(said[0]!.trimEnd()).toBe(body)
    }
  })

  it('of a Markdown file stand below what says how it is to be read', async () => {
    const [row] = await placed('a.md', utf8('---\ntitle: T\n---\n\n# Head\n\nThe text.\n\n'))
    expect(row!.said).toEqual([row!.body])
    expect(row!.body).toBe('# Head\n\nThe text.')
  })

  it('are placed at their row of a table, which tells them in another form', async () => {
    const rows = await placed('faq.csv', utf8('问题,答案\n能防水吗？,可以，\n保修多久？,"三年,\n从收货算起"\n'))
    expect(rows.map(({ said }) => said)).toEqual([['| 能防水吗？ | 可以， |'], ['| 保修多久？ | 三年, 从收货算起 |']])
    expect(rows[0]!.spans[0]).toMatchObject({ start: 0, retold: true })
  })
})

import { expect, test } from 'vitest'
import { attachmentsOf, withoutPictures } from './pictures.ts'

const aPassage = (text: string, more: Partial<{ articleId: string; heading: string; start: number }> = {}) => {
  const { articleId = 'art_1', heading = '', start = 0 } = more
  return { articleId, heading, start, end: start + text.length, text }
}
const cite = (articleId: string, start: number, end: number) => ({ articleId, title: '', start, end, quote: '' })

test('a picture and a file beside what answers go with it, once each', () => {
  const text =
    '长按电源键。\n\n![电源键的位置](https://shop.example/a.png "x")\n\n见[说明书](https://shop.example/m.pdf)。'
  expect(attachmentsOf([aPassage(text), aPassage(text)], [cite('art_1', 0, 6)])).toEqual([
    { kind: 'picture', url: 'https://shop.example/a.png', title: '电源键的位置', articleId: 'art_1' },
    { kind: 'file', url: 'https://shop.example/m.pdf', title: '说明书', articleId: 'art_1' },
  ])
})

test('those of another article, another section, or a mere page stay where they are', () => {
  const passages = [
    aPassage('Press it. [More](https://shop.example/help)', { heading: 'On' }),
    aPassage('![off](https://shop.example/off.png)', { heading: 'Off', start: 100 }),
    aPassage('![other](https://shop.example/other.png)', { articleId: 'art_2' }),
    aPassage('![on](https://shop.example/on.png)', { heading: 'On', start: 50 }),
  ]
  expect(attachmentsOf(passages, [cite('art_1', 0, 5)]).map(({ title }) => title)).toEqual(['on'])
})

test.each([
  'http://shop.example/a.png',
  'https://10.0.0.1/a.png',
  'https://[::1]/a.png',
  'https://2130706433/a.png',
  'https://localhost/a.png',
  'https://wiki.corp/a.png',
  'https://nas/a.png',
  'https://user:secret@shop.example/a.png',
  'data:image/png;base64,AAAA',
  'javascript:alert',
  '/uploads/a.png',
])('%s is never sent', (url) => {
  const text = `看图：![示意](${url})`
  expect(attachmentsOf([aPassage(text)], [cite('art_1', 0, 2)])).toEqual([])
  expect(withoutPictures(text)).toBe('看图：示意')
})

test('what is sent beside the text is not in it as well, and links stay', () => {
  expect(withoutPictures('One.\n\n![a](https://shop.example/a.png)\n\n[Two](https://shop.example/b).')).toBe(
    'One.\n\n[Two](https://shop.example/b).',
  )
  expect(withoutPictures('![a](https://shop.example/a.png)')).toBe('![a](https://shop.example/a.png)')
})

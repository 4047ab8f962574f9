import { expect, test } from 'vitest'
import { englishNumeral, readNumeral } from './numerals.ts'

test.each([
  ['0', 0],
  ['1,299.00', 1299],
  ['1.2万', 12_000],
  ['1.1万', 11_000],
  ['5k', 5000],
  ['2w', 20_000],
  ['3亿', 300_000_000],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['两百', 200],
  ['三百五', 350],
  ['三百零五', 305],
  ['三百五十', 350],
  ['一千二', 1200],
  ['一千二百', 1200],
  ['一万二', 12_000],
  ['一万零五', 10_005],
  ['三千万', 30_000_000],
  ['一亿两千万', 120_000_000],
  ['二〇二六', 2026],
  ['一九九八', 1998],
  ['两半', 2.5],
  ['半', 0.5],
  ['twelve', 12],
  ['twenty-five', 25],
  ['a hundred', 100],
  ['two hundred and fifty', 250],
  ['three thousand two hundred', 3200],
  ['a hundred thousand', 100_000],
  ['half', 0.5],
])('%s is %d', (written, value) => expect(readNumeral(written)).toBe(value))

test.each(['', 'dozen', '三点', '1.2.3', 'and', '好'])('"%s" is no number', (written) =>
  expect(readNumeral(written)).toBeUndefined(),
)

test('what the pattern of English numerals finds can be read', () => {
  const found = 'two hundred and fifty people, twenty five boxes, a thousand thanks'.match(
    new RegExp(`\\b(?:${englishNumeral})\\b`, 'g'),
  )
  expect(found).toEqual(['two hundred and fifty', 'twenty five', 'a thousand'])
})

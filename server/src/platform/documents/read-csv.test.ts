import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'

const field = fc.string({ unit: fc.constantFrom('a', '问', ' ', ',', '"', '\n', '😀'), maxLength: 8 })
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

it('reads every sound file as the kept parser does', () => {
  const rows = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, (values) => {
      const text = ['one,two,three', ...values.map((row) => row.map(quoted).join(','))].join('\n')
      const kept = parse(text, { skip_records_with_empty_values: true }) as string[][]
      expect(readCsv(text)).toEqual(kept.map((fields) => ({ fields })))
    }),
  )
})

it('loses one line to a broken quote, and no other', () => {
  const read = readCsv('question,answer\n"never closed,a\nb,c\n"closed" too early,d\ne,f\n')
  expect(read.map((record) => ('broken' in record ? 'broken' : record.fields))).toEqual([
    ['question', 'answer'],
    'broken',
    ['b', 'c'],
    'broken',
    ['e', 'f'],
  ])
})

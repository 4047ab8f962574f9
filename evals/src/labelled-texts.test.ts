import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { macroF1, readLabelled, shareOf } from './labelled-texts.ts'

const judged = (...pairs: string[]) => pairs.map((pair) => ({ text: '', label: pair[0]!, said: pair[1]! }))

test('accuracy is the share of right answers, and macro-F1 counts every label alike', () => {
  expect(shareOf(judged('aa', 'aa', 'ab', 'bb'))).toBe(0.75)
  expect(shareOf([])).toBeNull()
  // a: precision 1, recall 2/3; b: precision 1/2, recall 1.
  expect(macroF1(judged('aa', 'aa', 'ab', 'bb'))).toBeCloseTo((0.8 + 2 / 3) / 2, 4)
  expect(macroF1(judged('aa', 'ba'))).toBeCloseTo(1 / 3, 4)
})

test('labelled texts are read from both shapes, and a line without a label is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-labelled-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'texts.jsonl')
  writeFileSync(file, '{"text":"one","intent":"a"}\n\n{"text":"two","label":"b","category":"c"}\n')
  expect(readLabelled(file)).toEqual([
    { text: 'one', label: 'a' },
    { text: 'two', label: 'b' },
  ])
  writeFileSync(file, '{"text":"three"}\n')
  expect(() => readLabelled(file)).toThrow('neither intent nor label')
})

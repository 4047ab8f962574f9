import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openOnnxTextClassifier, openOnnxWordClassifier } from './onnx-classifiers.ts'
import { placeTokens } from './place-tokens.ts'
import { aTinyEmbedding, aTinyTextClassifier, aTinyWordClassifier } from './tiny-model.testing.ts'

const three = ['refund', 'goods', 'oos']
const ofTexts = await openOnnxTextClassifier({ folder: aTinyTextClassifier(three) })
const ofWords = await openOnnxWordClassifier({ folder: aTinyWordClassifier(['B-act', 'I-act', 'O']) })
afterAll(async () => {
  await ofTexts.close()
  await ofWords.close()
})

it('gives one score a label, for a text of any length', async () => {
  expect(ofTexts.labels).toEqual(three)
  expect([...(await ofTexts.classify('退退e'))]).toEqual([8, 0, 4])
  expect(await ofTexts.classify('退'.repeat(5_000))).toHaveLength(3)
})

it('gives the scores of each word with its place in the text', async () => {
  const words = await ofWords.classify('e 退货 😀退')
  expect(words.map(({ start, end, scores }) => [start, end, scores.indexOf(Math.max(...scores))])).toEqual([
    [0, 1, 2],
    [2, 3, 0],
    [3, 4, 1],
    [7, 8, 0],
  ])
})

it('does not open what does not fit together, and says what', async () => {
  const refusal = (opening: Promise<unknown>) =>
    opening.then(
      () => 'opened',
      ({ message }: Error) => message,
    )
  expect(await refusal(openOnnxTextClassifier({ folder: aTinyEmbedding() }))).toContain('names no labels')
  expect(await refusal(openOnnxTextClassifier({ folder: aTinyTextClassifier(['one', 'two']) }))).toContain(
    'gives 3 numbers where its 2 labels need 2',
  )
  expect(await refusal(openOnnxWordClassifier({ folder: aTinyTextClassifier(three) }))).toContain('labels texts')
  expect(await refusal(openOnnxTextClassifier({ folder: aTinyWordClassifier(three) }))).toContain('labels words')
  const broken = aTinyTextClassifier(three)
  writeFileSync(join(broken, 'onnx/model.onnx'), 'no model')
  expect(await refusal(openOnnxTextClassifier({ folder: broken }))).not.toBe('opened')
})

it('finds tokens again in the text, and leaves out those that are not there', () => {
  expect(placeTokens('Ab 退货', ['[CLS]', 'a', '##b', '退', 'zz', '货', '[SEP]'])).toEqual([
    { token: 1, start: 0, end: 1 },
    { token: 2, start: 1, end: 2 },
    { token: 3, start: 3, end: 4 },
    { token: 5, start: 4, end: 5 },
  ])
})

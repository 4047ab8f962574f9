import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { promisesOfEmbeddingModel, promisesOfReranker } from '../embedding.contract.ts'
import { openOnnxEmbedding, openOnnxReranker } from './onnx-models.ts'
import { aTinyEmbedding, aTinyReranker } from './tiny-model.testing.ts'

const embedding = await openOnnxEmbedding({ folder: aTinyEmbedding() })
const reranker = await openOnnxReranker({ folder: aTinyReranker() })
afterAll(async () => {
  await embedding.close()
  await reranker.close()
})
const cannot = {
  misbehaviour: 'a model in this process has no HTTP status and no garbled answer; a broken one does not open',
}
promisesOfEmbeddingModel('a local ONNX model', () => embedding, { cannot })
promisesOfReranker('a local ONNX cross-encoder', () => reranker, { cannot })

it('a text has the mean of its words, however long its neighbours are', async () => {
  const [alone] = await embedding.embed(['退'])
  const [beside] = await embedding.embed(['退', '货货货货货货'])
  expect(beside).toEqual(alone)
  expect(alone![0]).toBeGreaterThan(0.9)
})

it('says too-slow when its time is over, and works on', async () => {
  const hasty = await openOnnxEmbedding({ folder: aTinyEmbedding(), limit: 0 })
  await expect(hasty.embed(['退'])).rejects.toMatchObject({ kind: 'too-slow' })
  await hasty.close()
})

it('does not open a folder without a model, and says what is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-onnx-'))
  await expect(openOnnxEmbedding({ folder })).rejects.toThrow('no model.onnx')
})

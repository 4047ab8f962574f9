/** A model's folder as it is published: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json`, `tokenizer_config.json`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type OnnxFolder = {
  model: string
  tokenizer: object
  settings: object
  /** How the vectors of a text's words become one: their mean, or that of the first. */
  pooling: 'mean' | 'first'
  /** Tokens that the model reads at most. */
  longest: number
}

const models = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx']
const longestOfAll = 8_192
const usualLongest = 512

/** Throws an `Error` that says what is missing. */
export function readOnnxFolder(folder: string): OnnxFolder {
  const model = models.map((name) => join(folder, name)).find((file) => existsSync(file))
  if (!model) throw new Error(`There is no model.onnx in ${folder}`)
  const tokenizer = readJson(folder, 'tokenizer.json')
  if (!tokenizer) throw new Error(`There is no tokenizer.json in ${folder}`)
  const settings = readJson(folder, 'tokenizer_config.json') ?? {}
  const pooling = readJson(folder, '1_Pooling/config.json')
  const longest = Number(settings['model_max_length'] ?? usualLongest)
  return {
    model,
    tokenizer,
    settings,
    pooling: pooling?.['pooling_mode_cls_token'] === true ? 'first' : 'mean',
    // Some configurations say 1e30 for "no limit".
    longest: longest > 0 && longest <= longestOfAll ? longest : usualLongest,
  }
}

/** What the numbers of a classifier stand for, in their order. Throws an `Error` that says what is missing. */
export function readLabels(folder: string): string[] {
  const named = readJson(folder, 'config.json')?.['id2label']
  const labels = named && typeof named === 'object' ? Object.entries(named) : []
  const inOrder = labels.sort(([one], [other]) => Number(one) - Number(other))
  const isWhole = inOrder.every(([number, name], at) => Number(number) === at && typeof name === 'string')
  if (inOrder.length === 0 || !isWhole) throw new Error(`The config.json in ${folder} names no labels (id2label)`)
  return inOrder.map(([, name]) => name as string)
}

function readJson(folder: string, name: string): Record<string, unknown> | undefined {
  const file = join(folder, name)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined
}

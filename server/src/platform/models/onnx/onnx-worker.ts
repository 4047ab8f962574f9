/** The thread in which a local model runs, so that nobody waits for it who does not need it. */
import { parentPort, workerData } from 'node:worker_threads'
import { Tokenizer } from '@huggingface/tokenizers'
import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { readOnnxFolder } from './onnx-folder.ts'

export type OnnxRequest = { id: number } & (
  | { kind: 'embed'; texts: string[] }
  | { kind: 'rerank'; query: string; texts: string[] }
  | { kind: 'label'; texts: string[] }
)
/** `tokens`: of a model that labels words, what stands behind each label. */
export type OnnxRows = { rows: Float32Array[]; tokens?: string[][] }
export type OnnxAnswer = { id: number; failure?: string } & Partial<OnnxRows>

const folder = readOnnxFolder((workerData as { folder: string }).folder)
env.wasm.numThreads = 1
const session = await InferenceSession.create(folder.model)
const tokenizer = new Tokenizer(folder.tokenizer, folder.settings)

type Encoded = { ids: number[]; types: number[]; tokens: string[] }
function encode(text: string, pair?: string): Encoded {
  const encoding = tokenizer.encode(text, { text_pair: pair ?? null, return_token_type_ids: true })
  const { ids, tokens, token_type_ids: types } = encoding
  if (ids.length <= folder.longest) return { ids, types, tokens }
  // The last token closes the text; it stays.
  const cut = <Item>(list: Item[]) => [...list.slice(0, folder.longest - 1), list.at(-1)!]
  return { ids: cut(ids), types: types.slice(0, folder.longest), tokens: cut(tokens) }
}

/** Runs one batch, shorter texts filled up and masked. */
async function run(encoded: Encoded[]) {
  const width = Math.max(1, ...encoded.map(({ ids }) => ids.length))
  const filled = (read: (each: Encoded) => number[]) => {
    const data = new BigInt64Array(encoded.length * width)
    encoded.forEach((each, row) => read(each).forEach((value, place) => (data[row * width + place] = BigInt(value))))
    return new Tensor('int64', data, [encoded.length, width])
  }
  const inputs: Record<string, Tensor> = {
    input_ids: filled(({ ids }) => ids),
    attention_mask: filled(({ ids }) => ids.map(() => 1)),
    token_type_ids: filled(({ types }) => types),
  }
  const wanted = Object.entries(inputs).filter(([name]) => session.inputNames.includes(name))
  const outputs = await session.run(Object.fromEntries(wanted))
  const output = outputs['sentence_embedding'] ?? outputs[session.outputNames[0]!]!
  return { data: output.data as Float32Array, dimensions: output.dims }
}

/** One vector a text, from the vectors of its words where the model gives those. */
function pool(data: Float32Array, [rows = 0, width = 0, size]: readonly number[], encoded: Encoded[]): Float32Array[] {
  if (size === undefined) return Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width))
  return encoded.map(({ ids }, row) => {
    const words = folder.pooling === 'first' ? 1 : ids.length
    const vector = new Float32Array(size)
    for (let word = 0; word < words; word++)
      for (let place = 0; place < size; place++) vector[place]! += data[(row * width + word) * size + place]! / words
    return vector
  })
}

/** As the model gives them: a row of scores a text, or a row of scores a word. */
function labels(data: Float32Array, [rows = 0, width = 0, size]: readonly number[], encoded: Encoded[]): OnnxRows {
  if (size === undefined)
    return { rows: Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width)) }
  return {
    rows: encoded.map(({ ids }, row) => data.slice(row * width * size, (row * width + ids.length) * size)),
    tokens: encoded.map(({ tokens }) => tokens),
  }
}

async function answer(request: OnnxRequest): Promise<OnnxRows> {
  const pairs = request.kind === 'rerank'
  const encoded = request.texts.map((text) => (pairs ? encode(request.query, text) : encode(text)))
  const { data, dimensions } = await run(encoded)
  return request.kind === 'label' ? labels(data, dimensions, encoded) : { rows: pool(data, dimensions, encoded) }
}

parentPort!.on('message', async (request: OnnxRequest) => {
  try {
    parentPort!.postMessage({ id: request.id, ...(await answer(request)) } satisfies OnnxAnswer)
  } catch (error) {
    // Messages of the runtime name shapes and operators; they never quote a text.
    parentPort!.postMessage({ id: request.id, failure: String(error).slice(0, 300) } satisfies OnnxAnswer)
  }
})
parentPort!.postMessage('ready')

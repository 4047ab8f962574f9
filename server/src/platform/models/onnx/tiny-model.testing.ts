/**
 * A model of a few hundred bytes in a folder as publishers lay it out, written here field by field in ONNX's protobuf
 * (onnx.proto3): each token has a row in a table, and that is all it knows.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
const whole = (field: number, value: number) => [...varint(field * 8), ...varint(value)]
const nested = (field: number, bytes: readonly number[]) => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (field: number, value: string) => nested(field, [...Buffer.from(value)])

const int64 = 7
const float = 1
const shape = (dimensions: (string | number)[]) =>
  dimensions.flatMap((each) => nested(1, typeof each === 'number' ? whole(1, each) : text(2, each)))
const valueInfo = (name: string, kind: number, dimensions: (string | number)[]) => [
  ...text(1, name),
  ...nested(2, nested(1, [...whole(1, kind), ...nested(2, shape(dimensions))])),
]
const node = (type: string, inputs: string[], output: string) => [
  ...inputs.flatMap((input) => text(1, input)),
  ...text(2, output),
  ...text(4, type),
]
const table = (name: string, rows: number[][]) => [
  ...whole(1, rows.length),
  ...whole(1, rows[0]!.length),
  ...whole(2, float),
  ...text(8, name),
  ...nested(9, [...Buffer.from(Float32Array.from(rows.flat()).buffer)]),
]
const summed = [...text(1, 'axes'), ...nested(8, [1]), ...whole(20, 7)]
const flat = [...text(1, 'keepdims'), ...whole(3, 0), ...whole(20, 2)]

/** `sum`: a number a text instead of a vector a token. */
function modelOf(rows: number[][], sum: boolean): Uint8Array {
  const gather = node('Gather', ['table', 'input_ids'], sum ? 'gathered' : 'last_hidden_state')
  const reduce = [...node('ReduceSum', ['gathered'], 'logits'), ...nested(5, summed), ...nested(5, flat)]
  const output = sum
    ? valueInfo('logits', float, ['batch', rows[0]!.length])
    : valueInfo('last_hidden_state', float, ['batch', 'length', rows[0]!.length])
  const graph = [
    ...nested(1, gather),
    ...(sum ? nested(1, reduce) : []),
    ...text(2, 'tiny'),
    ...nested(5, table('table', rows)),
    ...nested(11, valueInfo('input_ids', int64, ['batch', 'length'])),
    ...nested(11, valueInfo('attention_mask', int64, ['batch', 'length'])),
    ...nested(12, output),
  ]
  return Uint8Array.from([...whole(1, 7), ...nested(7, graph), ...nested(8, [...text(1, ''), ...whole(2, 11)])])
}

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '退', '货', 'e']
const tokenizer = {
  version: '1.0',
  added_tokens: vocabulary.slice(0, 4).map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
  },
}

function writeFolder(model: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-onnx-'))
  mkdirSync(join(folder, 'onnx'))
  writeFileSync(join(folder, 'onnx/model.onnx'), model)
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer))
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ model_max_length: 16 }))
  return folder
}

const labelled = (labels: string[], model: Uint8Array) => {
  const folder = writeFolder(model)
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ id2label: Object.fromEntries(labels.entries()) }))
  return folder
}
const bare = (labels: number) => Array.from({ length: 4 }, () => Array.from({ length: labels }, () => 0))

/** A folder with a classifier of texts: 退 speaks for the first label, 货 for the second, e for the third. */
export const aTinyTextClassifier = (labels: string[]) =>
  labelled(labels, modelOf([...bare(3), [4, 0, 0], [0, 4, 0], [0, 0, 4]], true))
/** A folder with a classifier of words: 退 has the first label, 货 the second, all else the third. */
export const aTinyWordClassifier = (labels: string[]) =>
  labelled(labels, modelOf([...bare(3).map(() => [0, 0, 4]), [4, 0, 0], [0, 4, 0], [0, 0, 4]], false))

/** A folder with a model that embeds: 退, 货 and e each have a direction of their own. */
export const aTinyEmbedding = () =>
  writeFolder(
    modelOf(
      [
        [0, 0, 0],
        [0.1, 0.1, 0.1],
        [0.1, 0, 0],
        [0, 0.1, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      false,
    ),
  )
/** A folder with a model that scores: a text is good for its 退 and 货, and bad for its e. */
export const aTinyReranker = () => writeFolder(modelOf([[0], [0], [0], [0], [1], [1], [-1]], true))

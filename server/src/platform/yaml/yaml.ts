/**
 * A text in YAML or JSON that somebody wrote, as a plain value: nothing in it points elsewhere, has a type of its own or stands
 * there twice, so that a few lines cannot become a large thing. What is wrong is told with its place. And back into a text.
 */
import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from 'yaml'
import { createPlainValue, Refusal } from './plain-value.ts'
import { syntaxWords, type Words, type YamlLanguage, yamlWords } from './yaml-words.ts'

/** `line` and `column` from 1; 0 where it is of the whole. `path`: keys with dots between. */
export type YamlFault = { path: string; line: number; column: number; message: string }
/** `faultAt`: a fault of what the path names, where that is written; of what is missing, where it should be. */
export type ReadYaml =
  | { value: unknown; faultAt: (path: readonly PropertyKey[], message: string) => YamlFault }
  | { faults: YamlFault[] }

const mostFaults = 100

/** `longest`: in bytes. `language`: in which faults are told. Null for an empty text. */
export function readYaml(
  text: string,
  { longest, language = 'en' }: { longest: number; language?: YamlLanguage },
): ReadYaml {
  const ofWhole = (words: Words): ReadYaml => ({ faults: [{ path: '', line: 0, column: 0, message: words[language] }] })
  if (Buffer.byteLength(text) > longest) return ofWhole(yamlWords.tooLong(longest))
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col: column } = lines.linePos(offset)
    return { line, column }
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      logLevel: 'error',
      uniqueKeys: false,
      prettyErrors: false,
    })
    const broken = [...document.errors, ...document.warnings].slice(0, mostFaults)
    if (broken.length > 0)
      return {
        faults: broken.map((each) => ({ path: '', ...at(each.pos[0]), message: syntaxWords(each)[language] })),
      }
    const { contents } = document
    return {
      value: createPlainValue()(contents),
      faultAt: (path, message) => ({ path: path.join('.'), message, ...at(offsetOf(contents, path)) }),
    }
  } catch (error) {
    if (error instanceof Refusal)
      return { faults: [{ path: error.path.join('.'), ...at(error.offset), message: error.words[language] }] }
    // The parser calls itself for what stands in something else.
    if (error instanceof RangeError) return ofWhole(yamlWords.tooDeep)
    throw error
  }
}

function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = contents
  let offset = startOf(node) ?? 0
  for (const key of path) {
    if (!isCollection(node)) break
    const inside: unknown = node.items.find((item, index) =>
      isMap(node) ? isPair(item) && isScalar(item.key) && item.key.value === key : index === key,
    )
    if (inside === undefined) break
    offset = startOf(isPair(inside) ? inside.key : inside) ?? offset
    node = isPair(inside) ? inside.value : inside
  }
  return offset
}
const startOf = (node: unknown) => (node as Node | null)?.range?.[0]

/** The same text for the same value: keys in their order, one style of quoting, nothing folded. */
export function writeYaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, { Scalar: (_key, node) => void setStyle(node) })
  return document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: true })
}

/** What a plain or a folded text would lose is quoted with escapes; what has lines is written line by line. */
function setStyle(node: Scalar): void {
  if (typeof node.value !== 'string') return
  const text = node.value
  if (!isOrdinary(text)) node.type = Scalar.QUOTE_DOUBLE
  else if (text.includes('\n')) node.type = /^\s|\s\n|\n\n$|\s$/.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL
}
/** No control characters but line feeds, no other ends of lines, no byte order mark. */
// oxlint-disable-next-line no-control-regex
const isOrdinary = (text: string) => !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)

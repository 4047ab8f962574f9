/** Word documents through mammoth: headings by their styles, lists, tables; pictures are left out. */
import { readHtml, type ReadHtml } from '../html/read-html.ts'
import { type Notes, Refused } from '../refusals.ts'
import { isXml, openOffice, packPlainly } from './open-office.ts'

/** Word names its styles in English whatever its language; others do not. */
const styles = [1, 2, 3, 4, 5, 6].flatMap((depth) =>
  [`标题 ${depth}`, `標題 ${depth}`, `Überschrift ${depth}`].map(
    (name) => `p[style-name='${name}'] => h${depth}:fresh`,
  ),
)

export async function readDocx(bytes: Uint8Array, limits: { mostUnpacked: number }, notes: Notes): Promise<ReadHtml> {
  const parts = await openOffice(bytes, limits, isXml)
  if (!parts.has('word/document.xml') && ![...parts.keys()].some((path) => /^word\/document\d*\.xml$/.test(path)))
    throw new Refused('damaged')
  const { default: mammoth } = await import('mammoth')
  const options = {
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh", ...styles],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  }
  try {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(packPlainly(parts)) }, options)
    const errors = messages.filter(({ type }) => type === 'error').length
    if (errors > 0) notes.add('conversion-warnings', errors)
    return readHtml(value, { whole: true })
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(error instanceof RangeError ? 'too-deep' : 'damaged', error)
  }
}

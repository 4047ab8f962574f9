/** What kind of document it is: its first bytes decide before its name does, for names lie. */

export type DocumentFormat =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'csv'
  | 'html'
  | 'markdown'
  | 'text'
  | 'zip'
  | 'old-office'
  | 'unknown'

const byExtension: Record<string, DocumentFormat> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  csv: 'csv',
  tsv: 'csv',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  zip: 'zip',
  doc: 'old-office',
  xls: 'old-office',
  ppt: 'old-office',
}
const byMediaType: [RegExp, DocumentFormat][] = [
  [/^application\/pdf/i, 'pdf'],
  [/wordprocessingml/i, 'docx'],
  [/spreadsheetml/i, 'xlsx'],
  [/presentationml/i, 'pptx'],
  [/^text\/csv/i, 'csv'],
  [/^(text\/html|application\/xhtml)/i, 'html'],
  [/^text\/(x-)?markdown/i, 'markdown'],
  [/^text\/plain/i, 'text'],
  [/^application\/(x-)?zip/i, 'zip'],
]
const mediaTypes: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv',
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
  zip: 'application/zip',
  'old-office': 'application/octet-stream',
  unknown: 'application/octet-stream',
}

export const mediaTypeOf = (format: string) => mediaTypes[format as DocumentFormat] ?? mediaTypes.unknown

const startsWith = (bytes: Uint8Array, text: string) =>
  text.length <= bytes.length && [...text].every((mark, place) => bytes[place] === mark.charCodeAt(0))

export function formatOf({
  name,
  bytes,
  mediaType = '',
}: {
  name: string
  bytes: Uint8Array
  mediaType?: string | undefined
}): DocumentFormat {
  const named = namedFormat(name, mediaType)
  // A PDF may have up to a kilobyte of anything before its mark.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06'))
    return ['docx', 'xlsx', 'pptx'].includes(named) ? named : 'zip'
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return 'old-office'
  return named
}

function namedFormat(name: string, mediaType: string): DocumentFormat {
  const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1]
  const told = byMediaType.find(([pattern]) => pattern.test(mediaType))?.[1]
  return told ?? byExtension[extension ?? ''] ?? 'unknown'
}

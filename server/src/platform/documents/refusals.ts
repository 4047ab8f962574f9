/** Why a document could not be read, and what was noticed while it was: stable words with a sentence in both languages. */
import type { ReadingNote } from '@lingxi/contract/source'

const refusals = {
  encrypted: ['文件有密码保护，请去掉密码后再上传。', 'The file is protected by a password; remove it and try again.'],
  damaged: ['文件已损坏或不完整，无法打开。', 'The file is damaged or incomplete and cannot be opened.'],
  empty: ['文件是空的。', 'The file is empty.'],
  'no-text': ['文件里没有文字。', 'There is no text in the file.'],
  'only-pictures': [
    '每一页都是图片（扫描件），没有可读取的文字；请先做文字识别（OCR）。',
    'Every page is a picture (a scan) without text to read; run text recognition (OCR) first.',
  ],
  'old-format': [
    '这是旧版 Office 格式，请另存为 .docx、.xlsx 或 .pptx。',
    'This is an old Office format; save it as .docx, .xlsx or .pptx.',
  ],
  'unknown-format': ['不支持这种文件。', 'Files of this kind cannot be read.'],
  'not-text': ['文件是二进制数据，不是文字。', 'The file holds binary data, not text.'],
  'too-large-unpacked': [
    '压缩包解开后太大，已拒绝（可能是压缩炸弹）。',
    'The archive would unpack to far more than is allowed (it may be a bomb).',
  ],
  'too-many-entries': ['压缩包里的文件太多。', 'The archive holds too many files.'],
  'too-deep': ['嵌套层数太深。', 'It is nested too deeply.'],
  'unsafe-path': ['压缩包里有不安全的路径。', 'The archive holds an unsafe path.'],
  'takes-too-long': ['读取时间过长，已停止。', 'Reading took too long and was stopped.'],
  'needs-too-much-memory': ['读取所需内存过多，已停止。', 'Reading needed too much memory and was stopped.'],
  'too-large': ['文件超过了大小上限。', 'The file is larger than is allowed.'],
  cancelled: ['已取消。', 'It was cancelled.'],
  unreadable: ['读取时出错，无法识别内容。', 'Something in it could not be understood.'],
  'not-found': ['原地址已经没有了。', 'It is no longer there.'],
  'forbidden-address': [
    '地址指向内部网络，不允许访问。',
    'The address leads into a private network, which is not allowed.',
  ],
  'too-many-redirects': ['跳转次数太多或循环跳转。', 'It redirects too often, or for ever.'],
  unreachable: ['无法连接。', 'It could not be reached.'],
  'refused-by-robots': ['网站的 robots.txt 不允许读取。', 'The robots.txt of the site does not allow it.'],
  'answered-badly': ['服务器返回了错误。', 'The server answered with an error.'],
  'not-wanted': ['页面声明不希望被收录（noindex）。', 'The page asks not to be indexed (noindex).'],
  'nothing-for-articles': ['没有可以成为文章的内容。', 'Nothing in it could become an article.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

const notes = {
  truncated: ['文件不完整，只读出了其中一部分。', 'The file is incomplete; what could be read was.'],
  'scanned-pages': ['有扫描页（只有图片，没有文字）。', 'Some pages are scans: pictures without text.'],
  'unread-pages': ['有页面无法读取。', 'Some pages could not be read.'],
  'formula-without-value': ['有公式没有保存计算结果。', 'Some formulas have no saved result.'],
  'skipped-sheets': ['隐藏的工作表没有读取。', 'Hidden sheets were not read.'],
  'skipped-files': ['压缩包里有不支持的文件，已跳过。', 'Files of unknown kinds in the archive were skipped.'],
  'unsafe-paths': ['压缩包里有不安全的路径，已跳过。', 'Files with unsafe paths in the archive were skipped.'],
  'encrypted-files': ['压缩包里有加密文件，已跳过。', 'Files with a password in the archive were skipped.'],
  'broken-rows': ['有些行的格式不对。', 'Some rows are malformed.'],
  'guessed-encoding': ['文件没有声明编码，按内容判断。', 'The encoding was told from the content.'],
  'lossy-text': ['有些字符无法识别。', 'Some characters could not be decoded.'],
  'conversion-warnings': ['有些格式没有保留。', 'Some formatting was not kept.'],
  'cut-into-articles': ['内容较长，已按章节分成多篇。', 'It is long, and became several articles, one a chapter.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type RefusalCode = keyof typeof refusals
export type NoteCode = keyof typeof notes
export type Refusal = { code: string; zh: string; en: string }

export function refuse(code: RefusalCode): Refusal {
  const [zh, en] = refusals[code]
  return { code, zh, en }
}

/** Thrown within the reading thread, where a library's callbacks stand between; a value at the face. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** Counts what is noticed. */
export function createNotes() {
  const counts = new Map<NoteCode, number>()
  return {
    add: (code: NoteCode, count = 1) => void counts.set(code, (counts.get(code) ?? 0) + count),
    list: (): ReadingNote[] =>
      [...counts].map(([code, count]) => ({ code, zh: notes[code][0], en: notes[code][1], count })),
  }
}
export type Notes = ReturnType<typeof createNotes>

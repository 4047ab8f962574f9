/**
 * Text of unknown encoding: UTF-8 and UTF-16 by their marks or their form, GB18030 (with GBK) and Big5 told apart by how
 * common the characters are that each reading gives: the distribution method of Li and Momoi (2001). Lengths are small,
 * so statistics of bytes alone mistake Big5 for Greek.
 */
import { createNotes, Refused, type Notes } from './refusals.ts'

/** The characters that written Chinese uses most, simplified and traditional. */
const common = new Set(
  '的一是不了在有人我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運笔筆客户戶单單退货貨款订訂支付运費费价價格商店发票快递遞修换換颜顏尺寸包邮郵元天请請您怎吗嗎呢吧答案问题'.split(
    '',
  ),
)

export function decodeText(bytes: Uint8Array, notes: Notes = createNotes()): string {
  if (bytes.length === 0) return ''
  const text = decode(bytes, notes)
  const controls = text.match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0
  if (controls > 8 && controls > text.length / 100) throw new Refused('not-text')
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
}

function decode(bytes: Uint8Array, notes: Notes): string {
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const utf8 = attempt('utf-8', bytes)
  if (utf8 !== undefined) return utf8
  notes.add('guessed-encoding')
  const best = (['gb18030', 'big5'] as const)
    .flatMap((encoding) => {
      const text = attempt(encoding, bytes)
      return text === undefined ? [] : [{ text, score: commonness(text) }]
    })
    .toSorted((one, other) => other.score - one.score)[0]
  if (best && best.score > 0) return best.text
  return withLoss(bytes, notes)
}

function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A text cut in the middle of a character, or with one broken byte, is still worth reading. */
function withLoss(bytes: Uint8Array, notes: Notes): string {
  const read = ['utf-8', 'gb18030', 'big5', 'windows-1252'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    const lost = text.split('\ufffd').length - 1
    return { text, lost, score: lost / bytes.length - commonness(text) / 10 }
  })
  const best = read.reduce((one, other) => (other.score < one.score ? other : one))
  if (best.lost > 0) notes.add('lossy-text', best.lost)
  return best.text
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: line ends and spaces have a zero byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096)
  for (let place = 0; place < looked; place++) if (bytes[place] === 0) zeros[place % 2]!++
  const [even, odd] = zeros as [number, number]
  if (even + odd === 0) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = attempt(encoding, bytes.subarray(0, looked - (looked % 2)))
  if (text === undefined || /[^\P{Cc}\t\n\r\f]/u.test(text)) throw new Refused('not-text')
  return encoding
}

/** The share of characters beyond ASCII that are common Chinese ones or its punctuation. */
function commonness(text: string): number {
  let foreign = 0
  let known = 0
  for (const mark of text.slice(0, 20_000)) {
    if (mark <= '\x7f') continue
    foreign++
    if (common.has(mark) || /[，。、；：？！“”‘’（）《》【】　￥]/.test(mark)) known++
  }
  return foreign === 0 ? 0 : known / foreign
}

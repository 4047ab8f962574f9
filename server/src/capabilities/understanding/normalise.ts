/**
 * One spelling for what people type in many. Three steps, each usable alone: `clean` keeps the customer's own letters,
 * `fold` keeps the length (so that a place found in the folded text is the same place in the cleaned one), `squeeze` is
 * for looking up cues only.
 */

const invisible = /\u00AD|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2064]|\p{Variation_Selector}|\uFEFF/gu
const curlyQuotes = /[‘’ʼ`´]/g
const spaceInsideChinese = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu
/** Digits are left alone: 1000 is not 10. */
const threeOrMore = /([^\d\s])\1{2,}/gu

/** Only the characters that our cues hold; a full conversion belongs to search, which has its own. */
const traditional =
  '轉謝請問說話麼麽嗎個們來經機員導領關聯絡繫係幫換與見謊騙爛訴師買賣貨費錢運還沒無對錯極氣壞訂單發電應該處復覆線務點噁惡時間夠過為誰幾讓給從會產質試滾媽廢腦殘妳囉裡裏兒開這樣難態報證賠償詐偽舉檢協專屬聽認識責負繼續強語溝講談櫃檯臺號碼週業營東誠幹貴頁繁網寫誤誇張罵驗書嚴實願總將邊連門樓雙變遠'
const simplified =
  '转谢请问说话么么吗个们来经机员导领关联络系系帮换与见谎骗烂诉师买卖货费钱运还没无对错极气坏订单发电应该处复复线务点恶恶时间够过为谁几让给从会产质试滚妈废脑残你啰里里儿开这样难态报证赔偿诈伪举检协专属听认识责负继续强语沟讲谈柜台台号码周业营东诚干贵页繁网写误夸张骂验书严实愿总将边连门楼双变远'
const simplifiedOf = new Map([...traditional].map((character, at) => [character, [...simplified][at]!]))

/** The text without what nobody sees: zero-width characters, and more than one space in a row. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Lower case, half width, simplified characters; as long as `cleaned` is, code unit for code unit. */
export function fold(cleaned: string): string {
  let folded = ''
  for (const character of cleaned) folded += foldCharacter(character)
  return folded.replace(curlyQuotes, "'")
}

function foldCharacter(character: string): string {
  if (character <= '\u007F') return character.toLowerCase()
  const narrow = character.normalize('NFKC').toLowerCase()
  const sameLength = narrow.length === character.length ? narrow : character
  return simplifiedOf.get(sameLength) ?? sameLength
}

/** The folded text as cues spell it: "加油油油" and "sooo" once, "转 人 工" together, "don't" as "dont". */
export function squeeze(folded: string): string {
  return folded.replace(spaceInsideChinese, '').replace(/'/g, '').replace(threeOrMore, '$1')
}

/** The parts between marks, without empty ones. */
export function splitClauses(squeezed: string): string[] {
  return squeezed
    .split(/[,.!?;:。、~…\n"“”()—]|\s-\s/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

/** Words of a table written as one string, `|` or a new line between them. */
export function wordsOf(table: string): string[] {
  return table
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** What a text gives by its numbers and its stuffs: a price, a duration, a weight. Who asks "how heavy" is answered by "2.1 kg". */
const number = String.raw`(?:\d[\d,.]*[½¼¾]?|[一二两三四五六七八九十半]+|\b(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))`
const pieces = String.raw`卷|支|枚|片|包|件|张|粒|只|双|泡|盒|色|键|(?:rolls|sheets|pieces|pens|pairs|bags|sachets|cups|colours|keys)\b`
const stuffs =
  /[棉麻绸缎铜钢铝钛瓷陶皮蜡]|羊毛|羊绒|羽绒|鹅绒|鸭绒|蚕丝|尼龙|锦纶|涤纶|玻璃|硅胶|橡胶|木框|[橡松胡桃榉]木|相思木|\b(?:cotton|linen|wool|merino|cashmere|down|silk|nylon|leather|brass|steel|aluminium|titanium|ceramic|porcelain|celadon|stoneware|glass|silicone|rubber|wax|oak|pine|walnut|acacia|wood)\b/i
const measures: [RegExp, readonly string[]][] = [
  [/[¥￥$]\s*\d|\d\s*(?:元|块|美元|yuan)/, ['price', 'ask-amount']],
  [new RegExp(`${number}\\s*个?(?:小时|天|年|月|分半|分钟|工作日|周|秒)`), ['ask-duration']],
  [new RegExp(`${number}[\\s-]*(?:working\\s)?(?:hour|day|year|month|minute|week|second)`, 'i'), ['ask-duration']],
  [
    /\d{1,2}[:：]\d{2}|\d\s*月\s*\d+\s*日|(?:周|星期)[一二三四五六日]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b/i,
    ['ask-when'],
  ],
  [/\d\s*(?:kg|g|克|公斤|千克)(?![a-z])/i, ['weight']],
  [/\d\s*(?:ml|毫升|升|litres?)(?![a-z])|\d\s*L\b/i, ['capacity']],
  [/\d\s*[×x]\s*\d/, ['size']],
  [/\d\s*[–-]\s*\d+\s*(?:cm|厘米|mm|毫米|m\b|米)|长\s*\d|\d\s*cm\s*long/i, ['span']],
  [new RegExp(`${number}\\s*(?:人|people)`, 'i'), ['serves']],
  [/\d\s*(?:dB|分贝)/i, ['noise']],
  [/\d\s*(?:℃|°C)/, ['watertemp', 'cold']],
  [/\bIPX\d|防水|防泼水|waterproof|water-repellent/i, ['waterproof']],
  [/\d\s*(?:页|pages)/i, ['pages']],
  [/\d\s*(?:瓦|W\b)/, ['power']],
  [/高\s*约?\s*\d[\d.]*\s*(?:cm|厘米)|\d\s*cm\s*(?:tall|high)|(?:stands?|height)\D{0,6}\d+\s*cm/i, ['height']],
  [new RegExp(`${number}\\s*(?:${pieces})`, 'i'), ['howmanyinbox', 'ask-count']],
  [/附|盒内有|不含|盒里|自带|\bincluded|in the box|comes? with|supplied/i, ['included']],
  [/(?:听|播放|续航|可用|可走|走|plays?|lasts?|runs?)\D{0,16}\d+\s*(?:个?小时|个?月|hours?|months?)/i, ['batterylife']],
  [stuffs, ['material']],
]

export const measuresIn = (text: string): string[] =>
  measures.flatMap(([pattern, concepts]) => (pattern.test(text) ? concepts : []))

/** Percentages, and discounts as the share of the price that is taken off: 八折 and "20% off" are both 20 %. */
import { englishNumeral, readNumeral } from '#platform/quantities'
import { type Found, findEach, numberValue } from '../found.ts'

const numeral = '零〇一二两三四五六七八九十百'
const percent = /(?<![\w.,]|[-–])(?<number>\d+(?:\.\d+)?)\s?(?:%|个百分点|per ?cent)(?<off>\s?(?:off|discount))?(?!\w)/g
const chinesePercent = new RegExp(`百分之(?<number>\\d+(?:\\.\\d+)?|[${numeral}]{1,12})`, 'g')
const wordPercent = new RegExp(`(?<!\\w)(?<number>${englishNumeral}) ?per ?cent(?<off> off)?(?!\\w)`, 'g')
/** 折 as in a discount; 85折 and 八五折 leave out the point. */
const fold =
  /(?<![\d.])(?<number>\d(?:\.\d)?|\d{2}|[一二三四五六七八九](?:点?[一二三四五六七八九])?)\s?折(?!叠|痕|回|射|断|起|放|边|合|腾|磨|扣券)/g
const half = /半价|对折|half[ -]price|half off/g

export function readShares(folded: string): Found[] {
  return [
    ...findEach(folded, percent, ({ groups }) => share(Number(groups!['number']), Boolean(groups!['off']))),
    ...findEach(folded, chinesePercent, ({ groups }) => share(readNumeral(groups!['number']!), false)),
    ...(folded.includes('cent')
      ? findEach(folded, wordPercent, ({ groups }) => share(readNumeral(groups!['number']!), Boolean(groups!['off'])))
      : []),
    ...findEach(folded, fold, ({ groups }) => share(takenOff(groups!['number']!), true)),
    ...findEach(folded, half, () => share(50, true)),
  ]
}

function takenOff(written: string): number | undefined {
  const [whole = '', tenth = ''] = [...written.replace(/[.点]/, '')].map((sign) => String(readNumeral(sign)))
  const price = Number(whole) * 10 + Number(tenth || 0)
  return price > 0 ? 100 - price : undefined
}

const share = (number: number | undefined, isOff: boolean) =>
  number === undefined
    ? undefined
    : { type: isOff ? 'discount' : 'percent', value: numberValue(number, '%'), confidence: 0.93 }

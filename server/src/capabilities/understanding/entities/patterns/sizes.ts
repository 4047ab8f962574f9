/** Sizes: of clothes and shoes, and what a thing measures (millilitres, inches, kilograms, gigabytes). */
import { chineseNumeral, readNumeral } from '#platform/quantities'
import { type Found, findEach, numberValue, textValue } from '../found.ts'

const letters = /(?<![a-z\d])(?:x{1,5}[sl]|[2-8]xl)(?:\s?码)?(?![a-z\d])/g
/** One letter is a size only where it is called one. */
const named =
  /(?<![a-z\d])(?:[sml](?:\s?(?:码|号)(?!码)|\s(?=size))|(?:size|尺码|尺寸|型号|码数)(?: is|是|为|:)?\s?(?<of>[sml]|\d{1,2}(?:\.5)?)(?![a-z\d.]))/g
const shoes =
  /(?<![\w.])(?<system>eu|us|uk|cn)?\s?(?<number>[1-5]?\d(?:\.5)?)\s?码(?!头)|(?<![\w.])(?<foreign>eu|uk|us)\s(?:size )?(?<worn>\d{1,2}(?:\.5)?)(?![\w.%])/g
/** What something is exchanged for: 换成 31, 大一号 31, "swap it for a 31", "make that 31". */
const wanted =
  /(?<=(?:换(?:成|个|到)?|改(?:成|要|为)|[大小]一[号码])\s?)(?:[1-5]\d(?:\.5)?|[sml](?![a-z]))(?=$|[\s,，。;；!！?？吧的行可好])|(?<=\b(?:(?:for|to|into) an? |make (?:that|it) (?:an? )?))(?:[1-5]?\d(?:\.5)?|[sml])(?=$|[,.;!?](?!\d)| (?:please|instead|now|then|thanks)\b)/g
/** Height and chest with the body's shape (GB/T 1335): 170/92A. */
const national = /(?<!\d)1[3-9]\d\/\d{2,3}[abcy](?![a-z\d])/g
const inMetric: Record<string, string> = {
  毫升: 'ml',
  升: 'l',
  公斤: 'kg',
  千克: 'kg',
  克: 'g',
  毫米: 'mm',
  厘米: 'cm',
  公分: 'cm',
  米: 'm',
  英寸: 'inch',
  寸: 'inch',
  inches: 'inch',
  '"': 'inch',
  grams: 'g',
  gram: 'g',
  litre: 'l',
  liter: 'l',
  litres: 'l',
  liters: 'l',
  millilitres: 'ml',
  milliliters: 'ml',
  kgs: 'kg',
  pounds: 'lb',
  lbs: 'lb',
  ounces: 'oz',
  feet: 'ft',
  foot: 'ft',
  毫安: 'mah',
  瓦: 'w',
  斤: '斤',
}
const measure = new RegExp(
  `(?<![\\w.,/])(?<number>\\d+(?:\\.\\d+)?|(?:${chineseNumeral}))\\s?-?(?<unit>毫升|公斤|千克|毫米|厘米|公分|英寸|毫安|平方米|升(?!级|为|到|至|温|起)|克(?!拉|重|服|制)|米(?!白|糠|色|饭|其|线|粉)|寸(?!步)|斤|瓦|millilit(?:re|er)s|lit(?:re|er)s?|inch(?:es)?|ounces?|grams?|feet|foot|lbs?|kgs?|mah|ml|mm|cm|km|gb|tb|mb|oz|ft|[lgmw](?![\\p{Script=Han}]))(?![a-z\\d])`,
  'gu',
)

export function readSizes(folded: string): Found[] {
  return [
    ...findEach(folded, letters, ([written]) => size(textValue(written.replace(/\s?码/, '').toUpperCase()), 0.9)),
    ...findEach(folded, named, ({ 0: written, groups }) => size(readNamed(groups?.['of'] ?? written), 0.85)),
    ...findEach(folded, wanted, ([written]) => size(readNamed(written), 0.7)),
    ...findEach(folded, national, ([written]) => size(textValue(written.toUpperCase()), 0.95)),
    ...findEach(folded, shoes, ({ groups }) => readShoes(groups!)),
    ...findEach(folded, measure, ({ groups }) => readMeasure(groups!)),
  ]
}

function readNamed(written: string) {
  return /^\d/.test(written)
    ? numberValue(Number(written), null)
    : textValue(written.replace(/\s?(?:码|号)?\s*$/, '').toUpperCase())
}

function readShoes({ system, number, foreign, worn }: Record<string, string | undefined>) {
  const unit = (system ?? foreign)?.toUpperCase() ?? '码'
  return size(numberValue(Number(number ?? worn), unit), 0.88)
}

function readMeasure({ number, unit }: Record<string, string | undefined>) {
  const value = readNumeral(number!)
  if (value === undefined) return undefined
  return size(numberValue(value, inMetric[unit!] ?? unit!), /^\d/.test(number!) ? 0.85 : 0.75)
}

const size = (value: Found['value'], confidence: number) => ({ type: 'size', value, confidence })

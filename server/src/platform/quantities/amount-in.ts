/** One amount out of a reply: 三百五, 350元, "about 2.5 kg", 两件. */
import { momentsOf } from './moments.ts'
import { chineseNumeral, englishNumeral, readNumeral } from './numerals.ts'
import { units } from './units.ts'

/** A single character is more often part of a word (一下, 三包) than a number. */
const numeral = new RegExp(
  `${chineseNumeral.replace('{1,16}', '{2,16}').replace('|半', '')}|十|\\b(?:${englishNumeral})\\b`,
  'giu',
)
const counted =
  /^(?!.*(?:星期|周|礼拜|第))(?:一共|[^\d零〇一二两俩三四五六七八九十百千万]){0,4}([一二两俩三四五六七八九])(个|件|条|双|只|台|本|份|盒|包|套|张|次|天|位|元|块钱?|斤)?(?:吧|了|的|呢|左右)?$/u
const figures = /(?<![\d.,a-z-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万|千|百|k(?![a-z]))?([\p{L}%¥$]*)/gu
/** 九十九块九 is 99.9. */
const smallChange = /(\d+)[块元]([\d一二三四五六七八九])(?=$|[^\d十百千万\p{L}])/gu
const marks: Record<string, number> = { 万: 10_000, 千: 1000, 百: 100, k: 1000 }

/**
 * The amount that a text names in `unit` ("": any), converted where it is said in another one of the same dimension.
 * `only`: the whole text is about this amount, so a bare number counts when it is the only one.
 */
export function amountIn(text: string, { unit, only }: { unit: string; only: boolean }): number | undefined {
  const folded = text.normalize('NFKC').toLowerCase().trim()
  const wanted = unit.normalize('NFKC').toLowerCase()
  const amounts = (only ? singleIn(folded) : undefined) ?? amountsIn(folded)
  for (const { value, after } of amounts) {
    const factor = wanted === '' ? undefined : factorFrom(after, wanted)
    if (factor !== undefined) return Number((value * factor).toPrecision(12))
  }
  const [single, ...others] = amounts
  if (!only || !single || others.length > 0) return undefined
  // Two pieces are no two yuan.
  return wanted !== '' && unitOf(single.after) ? undefined : single.value
}

type Amount = { value: number; after: string }

/** 两件, and no more. */
function singleIn(folded: string): Amount[] | undefined {
  const [, written, after = ''] = counted.exec(folded.replace(/[\s,.!。，！~]+$/u, '')) ?? []
  return written === undefined ? undefined : [{ value: readNumeral(written)!, after }]
}

function amountsIn(folded: string): Amount[] {
  const said = toFigures(withoutMoments(folded)).replace(
    smallChange,
    (_, whole, part) => `${whole}.${readNumeral(part)}元`,
  )
  return [...said.matchAll(figures)].map(([, whole, part = '', mark = '', after = '']) => ({
    value: Number((Number(whole!.replaceAll(',', '') + part) * (marks[mark] ?? 1)).toPrecision(15)),
    after,
  }))
}

/** What one of what stands behind the number is in the wanted unit; undefined: something else is counted. */
function factorFrom(after: string, wanted: string): number | undefined {
  if (after.startsWith(wanted)) return 1
  const [said, sought] = [unitOf(after), unitOf(wanted)]
  return said && sought && said.dimension === sought.dimension ? said.factor / sought.factor : undefined
}
const patterns = units.map((unit) => ({ unit, pattern: new RegExp(`^(?:${unit.pattern})`, 'iu') }))
const unitOf = (text: string) => patterns.find(({ pattern }) => pattern.test(text))?.unit

/** Numbers in words as figures: 一百零五元 → 105元. */
export const toFigures = (text: string) =>
  text.replaceAll(numeral, (written) => String(readNumeral(written) ?? written))

/** A date or a time of day is not an amount. */
function withoutMoments(text: string): string {
  return momentsOf(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
}

/** Addresses down to the house: a road with a number or a building, with whatever of province, city and district stands before it. */
import type { PersonalData } from '@lingxi/contract/understanding'
import { matchesOf } from '../entities/found.ts'

const provinces =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门'
const han = '\\p{Script=Han}'
/** From the greatest to the least; each part at most once, with a space or comma between. */
const region = `(?:(?:${provinces})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?[ ,]?)?(?:${han}{2,7}?(?:市|自治州|盟)[ ,]?)?(?:${han}{1,7}?(?:新?区|县|旗|市)[ ,]?)?(?:${han}{1,7}?(?:镇|乡|街道)[ ,]?)?`
const house = `(?:[\\da-z甲乙丙丁一二三四五六七八九十-]{1,8}(?:号楼|号院|号|弄|栋|幢|座|单元|层|楼|室|户)[ ,]?){1,6}(?:[\\da-z]{1,5}室?)?`
const road = `${han}{1,10}?(?:大道|路|街|巷|胡同|道|村|里)[ ,]?(?:${house})(?:[ ,]?${han}{2,10}?(?:小区|花园|公寓|大厦|广场|中心|家园|苑|城)[ ,]?(?:${house})?)?`
const estate = `${han}{2,10}?(?:小区|花园|公寓|大厦|广场|中心|家园|宿舍|苑|村|社区)[ ,]?(?:${house})`
const chinese = new RegExp(`${region}(?:${road}|${estate})`, 'gu')
const mayBeChinese =
  /[路街道巷弄村里园区厦场寓心苑舍同][ ,]?[\da-z一二三四五六七八九十甲乙]{1,8}-?(?:\d+)?[号栋幢座单弄楼室]/
/** What leads to an address and is none of it: 我住在, 寄到, 地址是. */
const lead =
  /^.*(?:住在?|地址(?:是|为|改成|改为|:)?|寄[到往给]?|送[到往货]*|发[到往]|改[到成为]|搬[到去]|[到在是为给往:于]|我家|公司)\s?/u

const street =
  /(?<![\w-])\d{1,5}[a-z]?,? (?:[a-z][a-z.'-]{1,15} ){1,4}(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|close|crescent|highway|hwy)(?![a-z])\.?(?:,? (?:apt|apartment|suite|unit|flat|floor|#)\.? ?[\da-z-]{1,6})?(?:, ?[a-z][a-z .'-]{1,24}){0,3}(?:,? [a-z]{2} \d{5}(?:-\d{4})?|,? [a-z]{1,2}\d[\da-z]? \d[a-z]{2}|,? \d{5})?(?![a-z\d])/g
/** "5 minutes of my way" is counted and no house. */
const counted =
  /^\d+ (?:minutes?|hours?|days?|items?|pieces?|of|more|times?|orders?|weeks?|people|persons?|guests?|tables?)\b/

export function findAddresses(folded: string): PersonalData[] {
  const found: PersonalData[] = []
  if (mayBeChinese.test(folded))
    for (const match of matchesOf(folded, chinese)) {
      const cut = lead.exec(match[0])?.[0].length ?? 0
      const written = match[0].slice(cut).replace(/[ ,]+$/, '')
      const start = match.index + cut
      if (/\d|[一二三四五六七八九十]号/.test(written) && written.length >= 5)
        found.push({
          kind: 'address',
          start,
          end: start + written.length,
          confidence: /[省市区县]/.test(written) ? 0.9 : 0.75,
        })
    }
  if (/\d[a-z]?,? [a-z]/.test(folded))
    for (const match of matchesOf(folded, street))
      if (!counted.test(match[0]))
        found.push({ kind: 'address', start: match.index, end: match.index + match[0].length, confidence: 0.8 })
  return found
}

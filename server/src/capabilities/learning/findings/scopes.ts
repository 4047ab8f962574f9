/**
 * For which case a statement holds, and which matter it is of. Two statements for different cases do not contradict each
 * other however alike they are: delivery to Xinjiang and elsewhere, silver members and gold, goods on pre-sale, a fault and
 * a change of mind. A case is also taken from the title and headings above; a matter only from the sentence itself.
 */
type Named = { name: string; pattern: RegExp }
export type Scopes = { cases: ReadonlySet<string>; matters: ReadonlySet<string> }

const cases = read(`
xinjiang 新疆 西藏 内蒙古 偏远 | xinjiang tibet mongolia remote
hongkong 香港 澳门 台湾 港澳台 | hong\\s?kong macau taiwan
abroad 海外 境外 国外 国际 美国 加拿大 日本 韩国 欧洲 澳大利亚 新加坡 英国 | abroad overseas international canada japan korea europe australia singapore usa united\\s?states uk
mainland 大陆 国内 | mainland domestic
local 江浙沪 浙江 江苏 上海 杭州 | zhejiang jiangsu shanghai hangzhou
bronze 普通会员 | standard\\s?member
silver 银卡 银牌 白银 | silver
gold 金卡 金牌 黄金会员 | gold
diamond 钻石 黑金 铂金 白金 | diamond black\\s?card platinum
plus PLUS会员 付费会员 | plus\\s?member
newcomer 新人 新客 首单 首次 新用户 | new\\s?customers? first\\s?order newcomers?
student 学生 | students?
company 企业 公司采购 对公 团购 批量 大客户 | corporate bulk wholesale companies
presale 预售 预购 | pre-?\\s?sale pre-?\\s?order
custom 定制 刻字 | engraved engraving custom personalised personalized
gift 礼品卡 储值卡 | gift\\s?cards?
wrapping 礼品包装 礼盒包装 | gift\\s?wrap
holiday 大促 双十一 双11 春节 国庆 节假日 法定假日 618 | holidays? festival double\\s?11 new\\s?year
weekend 周末 周六 周日 | weekends? saturdays? sundays?
birthday 生日 | birthday
fault 质量问题 瑕疵 故障 缺陷 | fault faulty defect defective
damage 破损 损坏 摔坏 | damaged broken
wrong 发错 错发 | wrong\\s?item
short 漏发 少发 缺件 | missing
mind 无理由 不喜欢 不想要 不合适 | change\\s?of\\s?mind no\\s?reason don['’]t\\s?like
lost 丢失 丢件 | lost
sea 海运 | by\\s?sea
cash 货到付款 现金 | cash
special 专用发票 专票 | special\\s?(?:vat\\s?)?invoice
battery 电池 锂电池 | batter
appliance 家电 电器 小家电 | appliance electronics
skincare 护肤 化妆品 美妆 | skincare cosmetics
clothing 服装 衣服 衣物 鞋 | clothing clothes shoes footwear
bedding 床品 床垫 | bedding mattress
food 食品 茶叶 生鲜 | food tea
underwear 内衣 内裤 袜 | underwear socks
outlet 清仓 特价 秒杀 折扣商品 | clearance outlet
opened 拆封 已使用 用过 | opened used
unopened 未拆封 未使用 | unopened unused
after 之后 逾期 超过期限 | overdue
first 首重 | first\\s?kilo
next 续重 | additional\\s?kilo
`)
const matters = read(`
exchange 换货 换码 更换 | exchang
return 退货 寄回 | return
repair 维修 修理 | repair
refund 退款 | refund
express 顺丰 加急 特快 | express sf
pickup 自提 门店 | store\\s?pick
card 银行卡 储蓄卡 | debit bank\\s?card
credit 信用卡 | credit\\s?card
wechat 微信 | wechat
alipay 支付宝 花呗 | alipay huabei
transfer 转账 对公转账 | bank\\s?transfer
paper 纸质 | paper
electronic 电子 | electronic e-invoice
phone 电话 热线 | phone hotline
chat 在线客服 在线 | live\\s?chat
mail 邮件 邮箱 | e-?mail
app App 小程序 | app
`)

/** A line: a name, then Chinese words, then after the bar English ones, which are patterns. */
function read(lines: string): Named[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name, ...rest] = line.split(/\s+/)
      const [chinese = '', english = ''] = rest.join(' ').split('|')
      const words = chinese.trim().split(' ').filter(Boolean)
      const latin = english.trim().split(' ').filter(Boolean)
      return { name: name!, pattern: new RegExp(`${words.join('|')}|\\b(?:${latin.join('|')})`, 'i') }
    })
}

const named = (list: Named[], text: string) =>
  new Set(list.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name))

export const scopesOf = (sentence: string, above: string): Scopes => ({
  cases: named(cases, `${above}\n${sentence}`),
  matters: named(matters, sentence),
})

/** The same case, and no matter that the other is not of while the other has one of its own. */
export function sameScopes(one: Scopes, other: Scopes): boolean {
  const lacks = (own: ReadonlySet<string>, others: ReadonlySet<string>) => own.difference(others).size > 0
  if (lacks(one.cases, other.cases) || lacks(other.cases, one.cases)) return false
  return !(lacks(one.matters, other.matters) && lacks(other.matters, one.matters))
}

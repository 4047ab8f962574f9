/**
 * Words of a shop's help that mean the same, in Chinese and English: one line a concept. They let two texts be compared by
 * what they are about when their words, or their languages, differ. Small on purpose: what is missing here is only not
 * seen to be alike; what were wrong here would be a false alarm.
 */
import type { Language } from '@lingxi/contract/message'
import { stemmer } from 'stemmer'

const lines = `
退货 退掉 退回 寄回 退换货 | return returns returned returning send_back
退款 退钱 返款 退还 | refund refunds refunded reimburse
换货 调换 更换 | exchange exchanges exchanged swap
维修 修理 报修 修 | repair repairs repaired fix
保修 质保 保修期 质保期 | warranty guarantee
发货 寄出 出库 发出 | ship ships shipped dispatch dispatched
送达 到货 送到 派送 配送 | deliver delivered delivery arrive arrives
运费 邮费 快递费 配送费 | postage freight shipping_fee
包邮 免运费 免邮 | free_shipping free_delivery
收货 签收 收到 | receive received receipt receiving
付款 支付 付钱 | pay paid payment paying
下单 订购 | order ordered ordering
订单 单子 | orders
取消 撤销 | cancel cancelled cancellation
发票 开票 | invoice invoices fapiao
优惠券 代金券 券 | coupon coupons voucher vouchers
积分 点数 | point points
会员 | member members membership
等级 级别 | level tier
价格 价钱 售价 单价 | price prices priced cost costs
折扣 打折 | discount discounted
降价 差价 价保 价格保护 保价 | price_protection price_drop
地址 收货地址 | address addresses
电话 热线 | phone telephone hotline
营业时间 服务时间 工作时间 上班时间 | hours opening
客服 人工客服 | support agent_team
海外 境外 国外 国际 | abroad overseas international
香港 | hong_kong
澳门 | macau macao
台湾 | taiwan
新疆 | xinjiang
西藏 | tibet
内蒙古 | inner_mongolia
偏远 偏远地区 | remote
关税 税费 | customs duty duties
清关 海关 | clearance
顺丰 | sf
中通 | zto
包裹 快件 | parcel parcels package packages
物流 轨迹 | tracking track
丢失 丢件 遗失 | lost missing
破损 损坏 摔坏 | damaged broken damage
质量问题 瑕疵 缺陷 | fault faulty defect defective
无理由 | no_reason change_of_mind
预售 | pre-sale presale pre-order
定制 刻字 | engraved engraving custom personalised personalized
礼品 礼物 | gift gifts
礼品卡 储值卡 | gift_card
生日 | birthday
账户 账号 帐号 | account accounts
密码 | password
登录 登陆 | login sign_in
注册 | register sign_up
注销 销户 | close_account deletion
隐私 个人信息 | privacy
数据 | data
上限 最多 至多 不超过 | maximum most limit cap
至少 最少 不少于 起 | minimum least
有效期 期限 | valid validity
过期 失效 | expire expires expired expiry
赠送 赠 送 | free_gift
支持 提供 | support offer offers offered
允许 可以 可 能 能够 | allow allowed can may
必须 须 需要 需 | must required require need needs
截止 | deadline
周末 周六 周日 | weekend weekends saturday sunday
节假日 法定节假日 | holiday holidays
电池 | battery batteries
重量 | weight
容量 | capacity
尺码 尺寸 | size sizes
颜色 | colour colours color colors
库存 有货 现货 | stock
缺货 断货 售罄 | sold_out out_of_stock
分期 | instalments installments instalment installment
审核 核查 | review reviewed check checked
原路 原路退回 | original original_payment
银行卡 | bank_card
信用卡 | credit_card
微信 微信支付 | wechat
支付宝 | alipay
吊牌 标签 | tag tags label labels
包装 盒子 | packaging box
二手 使用过 | used worn
贴身 内衣 内裤 | underwear
食品 生鲜 | food
单程 | one-way
上门 上门取件 | pick-up pickup collection
自提 | collect_in_store
投诉 | complaint complaints
赔偿 补偿 赔付 | compensation compensate
双倍 | double
首单 首次 新人 | first
年 | year years
终身 | lifetime
`

const groups = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [chinese = '', english = ''] = line.split('|')
    const zh = chinese.trim().split(/\s+/).filter(Boolean)
    const en = english.trim().split(/\s+/).filter(Boolean)
    return { name: `=${zh[0] ?? en[0]}`, zh, en }
  })
const concepts = new Map<string, string>()
for (const { name, zh, en } of groups)
  for (const form of [...zh, ...en].flatMap((word) => (word.includes('_') ? [] : [word, stemmer(word)])))
    concepts.set(form, name)
const byName = new Map(groups.map((group) => [group.name, group]))

/** The words for a concept in the other language: what to search for there. */
export const otherLanguageOf = (concept: string, language: Language): string[] => {
  const group = byName.get(concept)
  if (!group) return []
  return (language === 'zh' ? group.en : group.zh).slice(0, 2).map((word) => word.replaceAll('_', ' '))
}

/** Several words that together are one concept, longest first. */
const phrases = groups.flatMap(({ name, en }) =>
  en
    .filter((word) => word.includes('_'))
    .map((phrase) => ({ pattern: new RegExp(`\\b${phrase.replaceAll('_', '[ -]')}\\b`, 'gi'), name: name.slice(1) })),
)

/** The concept that a term (a word, or its stem) stands for; the term itself where none is known. */
export const conceptOf = (term: string): string => concepts.get(term) ?? term
export const isConcept = (term: string): boolean => term.startsWith('=')

/** A text with its English phrases written as the one Chinese word for them, so that they are one term. */
export function joinPhrases(text: string): string {
  return phrases.reduce((joined, { pattern, name }) => joined.replace(pattern, ` ${name} `), text)
}

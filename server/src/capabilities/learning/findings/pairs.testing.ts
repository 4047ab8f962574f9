/**
 * Pairs of articles as `question | answer`, written for this: those that contradict each other, and those that look like it
 * and do not. Precision matters more: each of the second kind would be a false alarm.
 */
type Pair = { language: 'zh' | 'en'; one: string; other: string }
const pairs = (language: Pair['language'], lines: string): Pair[] =>
  lines
    .trim()
    .split('\n\n')
    .map((pair) => {
      const [one = '', other = ''] = pair.split('\n')
      return { language, one, other }
    })

export const opposed: Pair[] = [
  ...pairs(
    'zh',
    `
多久可以退货？ | 签收后 7 天内可以无理由退货。
退货期限是几天？ | 收到商品之日起 15 天内可以无理由退货。

运费多少钱？ | 满 99 元包邮，不满收 8 元运费。
邮费怎么收？ | 订单满 ¥199 包邮。

退款多久到账？ | 退款在 3 个工作日内原路退回。
退款几天能到账？ | 审核通过后，退款一般 7 个工作日内原路退回。

今天下单今天发货吗？ | 16:00 前付款当天发货。
几点前付款当天发货？ | 15:00 前付款的订单当天发货。

保修多久？ | 所有家电保修一年。
质保期是多长？ | 家电保修两年。

可以开专用发票吗？ | 可以开增值税专用发票。
能开专票吗？ | 我们不可以开增值税专用发票。

礼品卡能退吗？ | 礼品卡售出后不支持退款。
买了礼品卡可以退款吗？ | 礼品卡售出后支持退款。

积分有效期多久？ | 积分有效期为 12 个月。
积分会过期吗？ | 积分有效期为 24 个月，到期清零。

会员生日有什么？ | 金卡会员生日当月可享 9 折。
金卡会员生日优惠？ | 金卡会员生日当月可享 8 折。

一单最多用几张券？ | 一笔订单最多使用 1 张优惠券。
优惠券可以叠加吗？ | 一笔订单最多使用 3 张优惠券。

活动什么时候结束？ | 满减活动 3 月 31 日结束。
满减活动到几号？ | 满减活动 4 月 15 日结束。

客服几点下班？ | 人工客服服务时间为 9:00–21:00。
人工客服时间？ | 人工客服服务时间为 9:00–18:00。

退货运费谁出？ | 质量问题退货，运费由我们承担，最高 20 元。
质量问题的退货运费？ | 质量问题退货，运费由我们承担，最高 12 元。

顺丰升级多少钱？ | 顺丰升级每单加 12 元。
升级顺丰要加多少？ | 顺丰升级每单加 15 元。

定制商品能退吗？ | 刻字商品不能退货。
刻了字还能退吗？ | 刻字商品可以退货。

价格保护几天？ | 下单后 7 天内降价可以申请价格保护。
买贵了退差价吗？ | 下单后 30 天内降价可以申请价格保护。
`,
  ),
  ...pairs(
    'en',
    `
How long can I return an item? | You can return an item within 7 days of delivery.
What is the return window? | Items can be returned within 30 days of delivery.

How long does a refund take? | Refunds arrive within 3 working days.
When will my refund arrive? | Refunds arrive within 10 working days.

When is delivery free? | Delivery is free on orders over ¥99.
What do I need to spend for free delivery? | Delivery is free on orders over ¥149.

Can I return a gift card? | Gift cards cannot be refunded.
Are gift cards refundable? | Gift cards can be refunded.

How long is the warranty? | All appliances have a one-year warranty.
How long are appliances under warranty? | All appliances have a two-year warranty.

When do orders ship? | Orders paid before 4 p.m. ship the same day.
What is the cut-off for same-day dispatch? | Orders paid before 2 p.m. ship the same day.

Do points expire? | Points expire after 12 months.
When do points expire? | Points expire after 24 months.

How many coupons can I use? | You can use one coupon per order, up to ¥50.
Is there a limit on coupons? | You can use one coupon per order, up to ¥80.
`,
  ),
]

export const nearMisses: Pair[] = [
  ...pairs(
    'zh',
    `
多久可以退货？ | 签收后 7 天内可以无理由退货。
退货期限？ | 签收后七天内可以无理由退货。

退货要几天内？ | 无理由退货要在签收后 7 天内。
质量问题几天内可以退？ | 有质量问题的，签收后 15 天内可以退货。

运费多少？ | 一般地区满 99 元包邮。
新疆包邮吗？ | 新疆满 299 元包邮。

标准配送几天到？ | 发货后 2–4 天送达。
偏远地区几天到？ | 偏远地区发货后 5–7 天送达。

标准配送几天到？ | 发货后 2–4 天送达。
配送要多久？ | 发货后一般 3 天送达。

48 小时发货吗？ | 付款后 48 小时内发货。
多久发货？ | 付款后两天内发货。

预售多久发货？ | 预售商品付款后 15 天内发货。
多久发货？ | 付款后 48 小时内发货。

银卡有什么权益？ | 银卡会员每月领 2 张优惠券。
金卡有什么权益？ | 金卡会员每月领 4 张优惠券。

换货几天内？ | 签收后 15 天内可以换货。
退货几天内？ | 签收后 7 天内可以退货。

可以退货吗？ | 未拆封的商品可以退货。
拆封了能退吗？ | 拆封的护肤品不可以退货。

支付宝退款多久？ | 支付宝退款 1 天内到账。
银行卡退款多久？ | 银行卡退款 5 天内到账。

水壶容量？ | 电水壶容量 1.5 升，保修一年。
保温杯容量？ | 保温杯容量 480 毫升，保温 12 小时。

支持货到付款吗？ | 暂不支持货到付款。
可以货到付款吗？ | 我们不支持货到付款。

退货运费谁出？ | 免运费退货，不收取运费。
退货要运费吗？ | 退货不收取运费。

发票几天开好？ | 电子发票 24 小时内开好。
纸质发票多久寄出？ | 纸质发票 5 个工作日内寄出。

满多少减？ | 满 300 减 40 元，满 200 减 20 元。
满减怎么算？ | 满 200 减 20 元。

客服几点上班？ | 在线客服每天 9:00–21:00。
客服电话几点打？ | 电话客服每天 10:00–18:00。

积分怎么用？ | 100 积分抵 1 元，最多抵订单的 50%。
积分怎么得？ | 每消费 1 元得 1 积分。

取消订单多久退款？ | 取消订单后 24 小时内退款。
退货后多久退款？ | 收到退货后 3 个工作日内退款。

首单优惠？ | 首单立减 15 元。
学生优惠？ | 学生认证后立减 10 元。
`,
  ),
  ...pairs(
    'en',
    `
How long do I have to return something? | You can return an item within 7 days of delivery.
What is the return window? | Items can be returned within seven days of delivery.

How long can I return a faulty item? | Faulty items can be returned within 30 days.
How long can I return an item I don't like? | Items you don't like can be returned within 7 days.

How long does delivery take? | Standard delivery takes 2–4 days.
How long does delivery to Tibet take? | Delivery to Tibet takes 5–7 days.

Is delivery free? | Delivery is free on orders over ¥99.
Is delivery to Hong Kong free? | Delivery to Hong Kong costs ¥30.

What do silver members get? | Silver members get 2 coupons a month.
What do gold members get? | Gold members get 4 coupons a month.

Do you take cash on delivery? | We do not offer cash on delivery.
Can I pay cash on delivery? | Cash on delivery is not offered.

How big is the kettle? | The kettle holds 1.5 litres and weighs 1.1 kg.
How big is the bottle? | The bottle holds 480 ml and weighs 300 g.

Can I cancel an order? | You can cancel within 30 minutes of paying.
Can I change the address? | You can change the address within 2 hours of paying.

When do pre-sale items ship? | Pre-sale items ship within 15 days.
When do orders ship? | Orders ship within 48 hours.

Can engraved items be returned? | Engraved items cannot be returned.
Can I return an item? | Items can be returned within 7 days.
`,
  ),
]

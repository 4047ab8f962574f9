/** Plain questions, without any mood: held out from the examples, and so to stay. */
const lists = {
  zh: `
    我的快递什么时候到
    我的包裹到哪了
    订单几号发货
    退货要寄到哪里
    退款一般几天到账
    这个尺码偏大吗
    有没有蓝色的
    能开电子发票吗
    会员怎么升级
    优惠券在哪里领
    这件衣服是纯棉的吗
    修改订单地址怎么操作
    快递是哪家公司
    发货地是哪里
    支持分期付款吗
    可以用微信支付吗
    运费是多少
    满多少包邮
    周末发货吗
    几点之前下单当天发
    签收时间是什么时候
    快递单号发我一下
    包裹放在驿站了吗
    能送货上门吗
    送到新疆要多久
    海外能寄吗
    一共几个包裹
    订单怎么合并
    想换一个颜色
    七天无理由怎么算
    退货需要包装吗
    换货流程是什么
    保修期几年
    维修点在哪里
    安装要预约吗
    说明书有电子版吗
    手机号怎么换绑
    密码在哪里改
    账号怎么注销
    积分怎么兑换
    怎么查余额
    账单几号出
    套餐有哪几种
    宽带怎么续费
    营业厅几点关门
    预约能改到下周吗
    需要带什么证件
    请问排队要等多久
    合同在哪里下载
    发票抬头写什么
    客服电话是多少
    能不能便宜一点
    什么时候有活动
    赠品有哪些
    这款和上一代有什么不同
    电池能用多久
    重量是多少克
    适合几岁的孩子
    洗衣机能放多少公斤
    保质期到什么时候
    怎么联系快递员
    我要查一下物流
    昨天下的单发货了吗
    请问今天能送到吗
  `,
  en: `
    When will my parcel arrive
    Where is my order right now
    What day does it ship
    Which address do I send the return to
    How many days does a refund take
    Does this run large
    Do you have it in blue
    Can I get an electronic invoice
    How do I move up a membership level
    Where can I find coupons
    Is this shirt cotton
    How can I edit the address on an order
    Which courier do you use
    Where are the goods dispatched from
    Can I pay in instalments
    Do you take PayPal
    How much is postage
    What is the minimum for free delivery
    Do you ship on Sundays
    What is the cut-off for same-day dispatch
    What time was it signed for
    Could you send me the tracking number
    Is my package at the pick-up point
    Can the courier bring it to my door
    How long does delivery to Alaska take
    Do you deliver overseas
    How many boxes are in my shipment
    Can two orders be sent together
    I would like a different colour
    How is the 14 day return period counted
    Do I need the original box for a return
    What are the steps for an exchange
    How many years of warranty are there
    Where is the nearest repair centre
    Do I have to book the installation
    Is there a PDF manual
    How do I update my phone number
    Where do I set a new password
    How do I close my account
    What can I use my points for
    How do I check my balance
    What date does the bill come out
    Which plans are there
    How do I renew my broadband
    When does the branch close
    Can my appointment be moved to next week
    Which documents should I bring
    How long is the queue at the moment
    Where can I download the contract
    What name goes on the invoice
    What is your phone number
    Is there a student discount
    When is the next sale
    Which gifts come with it
    What changed from the previous model
    How long does the battery last
    How many grams does it weigh
    What ages is this toy for
    What is the capacity of the washer
    What is the best-before date
    How do I get in touch with the driver
    I want to check on a shipment
    Has the order from yesterday been sent
    Will it come today
  `,
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

export const plainQuestions = { zh: linesOf(lists.zh), en: linesOf(lists.en) }

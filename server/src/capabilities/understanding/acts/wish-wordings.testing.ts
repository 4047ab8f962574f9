/** Labelled wordings that the rules are tuned on: what asks for a person, and what only looks like it. */
export const wishes = {
  zh: `
    转人工 | 人工 | 人工客服 | 找真人 | 我要和人说话 | 叫你们经理来 | 有没有活人 | 能不能换个人 | 别让机器人回我 | 接线员 | 客服在吗 | 转人工!!! | 轉人工 | 真人 | 我要找真人客服
    请转人工客服,谢谢 | 你好,转人工 | 转接人工 | 帮我转人工 | 麻烦转一下人工 | 我要人工服务 | 给我人工 | 怎么转人工 | 如何联系人工客服 | 人工在哪 | 怎么找人工 | 有人工吗 | 没有人工吗
    有真人吗 | 人工呢 | 客服呢 | 客服 | 在线客服 | 客服人员 | 换人工 | 换个人工 | 换个真人来 | 找你们领导 | 让你们主管给我打电话 | 我要见你们老板 | 叫你们负责人出来 | 让经理来跟我说
    不要机器人 | 不想跟机器人聊 | 别再自动回复了 | 别用机器人糊弄我 | 我不要机器人,我要人工 | 跟真人聊 | 我想和真人对话 | 能和工作人员沟通吗 | 找个人来解决 | 来个人 | 有人吗 | 有人在吗 | 有没有人管
    转 人 工 | 转转转人工 | 人工!人工!人工! | 人工人工 | 呼叫人工 | 我要投诉,转人工 | 我的退款一直没到,给我转人工 | 你听不懂,转人工吧 | 说了半天没用,找人工客服来 | 人工客服在吗
    為什麼不給我轉人工 | 能不能转人工啊 | 可以转人工吗 | 转到人工坐席 | 接入人工 | 切换人工 | 切换到人工模式 | 帮我联系一下客服 | 我要找客服 | 找客服 | 联系客服 | 找售后客服 | 给我接客服 | 我要找昨天那个客服
    换一个客服 | 请给我回个电话 | zhuanrengong | 转真人 | 真人客服有吗 | 你们的客服人员在吗 | 需要人工处理 | 快点转人工,急 | 立刻给我人工 | 我就要人工 | 就是要转人工 | 请专员联系我 | 安排个人跟我对接
    在线人工客服 | 需求人工客服 | 你把人工客服给我 | 能转借呗人工么 | 帮我转网商贷的客服吧 | 客服,在吗`,
  en: `
    talk to a human | talk to a person | speak to an agent | I want to speak to a representative | can I talk to someone real | operator | customer service please | get me your manager | stop the bot
    real person now | human please | agent | representative | I need a human | I need to speak to someone | let me talk to a human | connect me to an agent | transfer me to a person | put me through to a human
    can I speak with a real person? | is there a real person I can talk to | are there any humans there | I want a human | get me a person | give me a real agent | I don't want to talk to a bot
    I dont wanna chat with a robot | no bots please | enough with the bot, human now | I am tired of this chatbot | where is the human | how do I talk to a human | how can I speak to someone
    how do I contact customer service | I need customer support | chat with agent | live agent | live chat | live person please | LET ME SPEAK TO YOUR MANAGER | I demand to speak with a supervisor | manager now
    call your supervisor | can a human help me | can someone help me please, not a bot | could someone call me please | please have someone call me back | I'd like to talk to customer support
    connect me with support | switch me to a live agent | hand me over to a human | I want to talk to a real human being | can I get a representative | any human here? | is anybody there
    human agent | speak to human | talk to agent please | I need help from a person | need a live representative asap | can i chat with a live person | please transfer me | why can't I talk to a human | why don't you transfer me | don't transfer me to a bot, I want a person
    you won't let me talk to a person | I still haven't been able to speak to a human | My order is late, I want to talk to someone | not you, a real person | i dont need help from a bot i need a person
    stop these automated replies | please get a real human on the line | pleeease let me talk to a human | ＯＰＥＲＡＴＯＲ | I would rather speak to a person | just give me a human | put a human on
    hi can i talk to a person about my refund | I want to escalate, get me a manager | could you connect me to a member of staff or an agent | let me speak with someone else | transfer to human | i need a real human to look at this
    pass me on to someone who can help | can I speak to the person in charge | customer support | speak with an advisor | who can I talk to? a human please | I want out of this bot, agent please
    contact support | I want to talk to your executive | human to answer | hello, is there anyone available to assist`,
}

export const others = {
  zh: `
    不要转人工 | 不用人工 | 人工费多少 | 人工智能 | 手工/人工合成面料 | 人工客服几点上班 | 人工智能音箱多少钱 | 人工费怎么算 | 安装要收人工费吗 | 这是人工合成的宝石吗 | 人工皮和真皮有什么区别
    不需要人工 | 先不要转人工 | 别转人工 | 不想转人工,你说吧 | 我没说要转人工 | 不用找客服了 | 无需人工 | 客服电话是多少 | 人工客服电话多少 | 客服几点下班 | 人工服务时间 | 周末有人工客服上班吗 | 人工客服周末在吗
    你是真人吗 | 你是人工还是机器人 | 你是不是机器人 | 这是人工回复吗 | 你是人工客服吗 | 客服态度太差了 | 客服说三天到账 | 昨天联系客服说会处理 | 已经联系过客服了 | 上次的客服承诺给我退款
    退货需要联系客服吗 | 取消订单要找客服吗 | 必须联系客服才能退吗 | 什么情况会转人工 | 退款要不要联系客服 | 扫地机器人怎么连wifi | 机器人玩具几岁能玩 | 这个机器人坏了 | 不要这个机器人了,退货
    真人秀周边有卖吗 | 有真人照片吗 | 有没有真人上身图 | 真人发假发多少钱 | 能换个人签收吗 | 换人收货怎么改 | 可以找人代付吗 | 找人代收行吗 | 别人可以用我的会员吗 | 有人买过吗 | 有人用过这款吗
    适合送人吗 | 一个人用多大的好 | 老板椅有货吗 | 老板电器保修几年 | 经理推荐的那款还有吗 | 收货人怎么改 | 换个颜色可以吗 | 换一个尺码 | 我要换货 | 转账怎么转 | 怎么转让优惠券 | 接口是type-c吗
    送货前给我打电话 | 快递员没给我打电话 | 联系方式怎么改 | 怎么联系卖家退运费险 | 人工草坪 | 人工泪液可以退吗 | 全人工打磨的吗 | 订单要人工审核多久 | 需要人工审核吗 | 人工操作还是自动的 | 服务费多少 | 增值服务有哪些
    你好,请问怎么退货 | 运费谁出 | 个人信息安全吗 | 企业客户经理认证怎么弄 | 法人和负责人信息怎么修改 | 能开个人发票吗 | 工作人员给我少发了一件 | 保修期内人工费收吗 | 客服好 | 你们公司有多少人
    客服,我的订单从去年到现在都没到 | 走了,谢谢你,客服 | 可以人工开通吗 | 我给人工客服打过电话了 | 客服主动推送是什么 | 我联系客服,客服说要图片`,
  en: `
    do I need to talk to a person to return? | is this item made by real people | agent for cleaning | person size | I don't want to talk to a human | no need for an agent | don't transfer me to an agent
    do I have to speak to someone to cancel? | can I return it without talking to anyone | are you a real person | are you human | am I talking to a human or a bot | is this a bot | is this a real person
    what are your customer service hours | what is the customer service phone number | customer service email | is customer support open on Sunday | human hair extensions | is the wig human hair | how many people can it seat
    one person tent | 2 person tent weight | per person price | does it fit a tall person | can another person pick up my order | can someone else sign for the parcel | someone stole my parcel
    someone used my card | did anyone receive my return | can anyone use this coupon | does anyone have the size chart | the agent said I would get a refund | your representative told me it ships today
    I spoke to an agent yesterday and nothing happened | I already talked to customer service | I was talking to an agent and we got disconnected | is it safe to use this cleaning agent | bleaching agent ingredients
    do you sell manager chairs | property manager discount | travel agent rates | can I connect the robot to wifi | my robot vacuum stopped working | how do I stop the robot vacuum | the machine is broken | the robot is not working
    I hate this machine, I want a refund | does the chat support emojis | do you support apple pay | phone support bracket | support for iPhone 12 | does it have back support | operator manual download
    is there a staff discount | employee discount code | contact lens return policy | how do I contact the courier | how do I change my contact number | can I transfer my points to someone | transfer my voucher to another account
    I want to give this to someone as a gift | present for a special person | send it to another person | can I talk to my speaker in Chinese | how do I talk through the camera | call quality on this headset
    don't transfer me, how long is delivery | please do not escalate this | no I don't need a human, thanks | I'd rather not talk to anyone | please don't call me | can the courier call me before delivery | who is the manager of the Leeds shop | real leather or fake | real gold? | live plants delivery
    who do I pay import tax to | is it human readable | how do I reset my password | where is my order | what's a chargeback representative document | the operator app crashes | is this AI person detection camera good
    I'm not a robot check fails | can my assistant order for me | person name on invoice is wrong | customer service was rude | when is an agent available | how long to wait for an agent? no I mean for the refund
    how can i contact this person about the delivery note | I made a transfer to someone by mistake | Can someone assist me with activating my card? | could you act like a real person | your call centre is not picking up`,
}

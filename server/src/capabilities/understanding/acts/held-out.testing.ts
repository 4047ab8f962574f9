/**
 * Wordings written before the rules were, and never looked at while the rules were made better. A rule that is changed to
 * please this list makes the list worthless: add such a wording to the tables of `wish-for-person` instead.
 */
export const heldOutWishes = {
  zh: `
    我想找个人聊聊这个问题 | 能接一下人工吗 | 麻烦给我转接人工服务 | 你解决不了,换人 | 有人在吗,来个真人 | 我不想跟机器说话了
    人工呢?? | 请帮我联系你们的客服人员 | 我要跟你们领导反映 | 快点给我接人工!!! | 別跟我扯,轉接真人客服 | rengong
    客服小姐姐在吗 | 机器人听不懂人话,叫个人过来 | 可以让工作人员联系我吗 | 转 人 工 | 我要人工服务,不要智能客服 | 呼叫人工坐席
    还是找个懂的人来吧 | 你们这有没有人工啊 | 人呢?出来个人行不行 | 叫你们主管接电话 | 接通人工客服 | 我需要人工帮助
    能安排个专员跟我对接吗 | 给我找个会说话的 | 打字说不清楚,能给我回个电话吗 | 帮我转一下售后专员 | 人工人工人工 | 一直是自动回复,我要真人回复`,
  en: `
    can i speak with someone please | I'd rather deal with a human being | put me through to an advisor | is anyone actually there?
    get a human in here | stop sending me automated replies, I want a person | let me chat with your support team | live agent pls
    I wanna talk to somebody who can actually help | transfer me to customer care | human. | could you connect me with a real rep?
    this bot is useless, give me a person | I need to talk to your supervisor right now | escalate this please | speak to representative
    Are there any humans I can talk to | can someone call me back | i dont want to talk to a robot | forward me to a specialist
    any real people working there? | please hand me over to a colleague of yours | not helping. agent | can I get some human assistance
    how do i reach a real person | I'm done with this chatbot, where is a human | zero. operator! | I'd like to speak to the person in charge
    let me talk to billing department | connect to live chat with staff`,
}

export const heldOutOthers = {
  zh: `
    人工费要另外收吗 | 这是人工养殖的还是野生的 | 先不转人工,你告诉我怎么退 | 人工客服的工作时间是什么时候 | 真人试穿的图有吗 | 这款支持人工智能吗
    你们有人工宝石的戒指吗 | 不需要人工,你回答我就行 | 这个包有没有真人上身效果 | 一个人能领几张券 | 换人收货可以吗 | 转让会员给别人行吗
    客服电话是多少 | 帮我找个便宜点的 | 送人的礼物可以写贺卡吗 | 收货人写错了怎么改 | 接口是什么类型的 | 有人说这个掉色是真的吗
    机器人吸尘器多少钱 | 扫地机器人坏了能修吗 | 经理推荐款有货吗 | 能换个人签收吗 | 老人用合适吗 | 别人用过的吗 | 退货要人工审核吗,多久
    人工降雨是什么 | 我不是要转人工,我是问运费 | 你们的人工草坪一平多少 | 专员审核要几天 | 领导说要开专票,怎么开`,
  en: `
    is the staff discount still available | how many people does this tent sleep | what are your customer service hours | I don't need a human, just tell me the price
    does this robot vacuum have a mop | is there a person limit for the group ticket | human hair wig return policy | can a different person collect my parcel
    the operator manual is missing from the box | do you sell cleaning agents | is this real leather | can I talk to my card from the app? lol how do i pay
    how do I change the contact person on my order | do I have to call someone to cancel | who pays for return shipping | manager approval for refund takes how long?
    the person who delivered it left it outside, is it insured | will a person sign for it | what does a live plant arrive in | support for iPhone 12?
    can someone else use my voucher | my representative at work needs an invoice, how | phone stand for real | one person portion calories
    does the chat history get saved | is your call centre open on sunday | the agent told me 5 days, is that right? | no need to transfer me, thanks
    I already talked to a person yesterday, where's my refund | can i return it without talking to anyone`,
}

/** `act < wordings`, one act a line, for what is neither a wish for a person nor an ordinary question. */
export const heldOutActs = `
  greeting < 您好呀 | hey there | 在吗亲 | good evening! | 哈喽哈喽 | hiya
  thanks < 太感谢了 | thx a lot | 多谢多谢 | Thank you so much for your help! | 好的谢谢你 | 辛苦啦
  goodbye < 先这样,拜拜 | bye for now | 下次再聊 | have a good one | 没别的事了,再见 | that's all, goodbye
  complaint < 等了一个星期了,什么破快递 | Worst shop ever. | 你们这是欺骗消费者 | I'm really disappointed with this | 气死我了 | the zip broke after two days, terrible quality
  confirm < 对的 | yep | 嗯嗯 | sure, go ahead | 可以的 | that's right
  deny < 不是 | nope | 不对,不是这个 | no that didn't help | 还是没解决 | 不用了
  chitchat < 你是真人还是机器人 | what's your name? | 讲个笑话听听 | are you chatgpt | 你几岁啦 | how are you today
  question < 你好,我的包裹到哪了 | ok but how long does it take | 谢谢,再问一下能开发票吗 | no, I mean the blue one | hi do you ship to Canada | 是的,那我要怎么寄回去
  question < 投诉电话多少 | do you have Shell gift cards | 好的,运费多少 | what's the refund policy? thanks | 这个笑话书多少钱 | 你们公司叫什么名字`

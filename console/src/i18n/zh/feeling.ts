export const feeling = {
  heading: '情绪应对',
  lead: '机器人如何回应客户的情绪。它只影响答案前后的话和请人工的时机，不改变对事情本身的回答。',
  acknowledge: '先安抚生气或着急的客户',
  adapt: '对生气或赶时间的客户回答简短、直接',
  falling: '情绪快速变差时主动提供人工',
  hints: {
    acknowledge: '每个会话只安抚一次，答案前说一句话。',
    adapt: '只说回答问题的句子，不说客套话，不论渠道怎样设置。',
    falling: '机器人连续两次不知道答案时，直接转人工。',
  },
  person: '客户生气时多快转人工',
  soon: { sooner: '更快', normal: '正常', later: '更慢', asked: '只在客户要求时' },
}

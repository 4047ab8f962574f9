/** Words that hurry, are polite, mock, say farewell or threaten with the law. Data; `weight` is 0–1, what each alone makes us think. */
type Cue = { weight: number; pattern: RegExp }

export const signCues = {
  urgency: [
    {
      weight: 0.7,
      pattern:
        /十万火急|火烧眉毛|人命关天|加急|紧急|特急|非常急|很急|急死|急用|着急|急急|(?:^|[,.!?])急(?:$|[,.!?])|在线等/,
    },
    {
      weight: 0.5,
      pattern:
        /马上|立刻|立即|赶紧|赶快|尽快|快点|快些|速度(?=$|[,.!?])|速回|抓紧|催一?下|今天(?:之内|内|就|必须|一定)|来不及|赶时间|等不[了及]/,
    },
    {
      weight: 0.35,
      pattern:
        /[明后]天(?:就)?(?:要|得|必须)(?:用|出发|送|走)|(?:生日|婚礼|出差|登机|航班|手术|考试)[^,.!?]{0,8}(?:前|用|要)|还有[^,.!?]{0,4}(?:分钟|小时)/,
    },
    {
      weight: 0.7,
      pattern:
        /\b(?:urgent(?:ly)?|emergency|asap|right away|immediately|time[- ]sensitive|life or death)\b|as soon as possible|right now\b/,
    },
    {
      weight: 0.45,
      pattern:
        /\b(?:hurry|quickly|at once|running out of time|cant wait|need (?:it|this) (?:today|tonight|now|by)|before (?:my|the) (?:flight|wedding|birthday|trip|exam|party))\b|\bby (?:tonight|tomorrow|end of day|eod)\b/,
    },
  ],
  politeness: [
    { weight: 0.5, pattern: /谢谢|感谢|多谢|麻烦(?:您|你|帮|问)|劳驾|辛苦(?:您|你|了)|拜托|不好意思|打扰/ },
    { weight: 0.35, pattern: /请(?!假|客|求|帖)|您|可以(?:帮|麻烦)|能不能帮|亲(?=$|[,.!?~ ])|好吗|可以吗/ },
    {
      weight: 0.5,
      pattern: /\b(?:please|pls|plz|thanks|thank you|thx|cheers|much appreciated|appreciate it|grateful)\b/,
    },
    {
      weight: 0.35,
      pattern:
        /\b(?:could|would|may|might) (?:you|i)\b|\bsorry to\b|\bexcuse me\b|\bif possible\b|\bwould be (?:great|lovely|nice)\b|\bkind(?:ly)?\b/,
    },
  ],
  sarcasm: [
    {
      weight: 0.7,
      pattern:
        /(?:真是|真|可真|太)(?:是)?(?:厉害|牛|棒|行|会做生意|会玩|优秀|贴心|高效|负责|专业)(?:了)?(?:啊|呀|呢|哦|哈)[^?]*(?:[0-9一二三四五六七八九十两半]+[个天周月次小年]|还(?:没|不)|都没|又)|呵呵|谢谢你(?:们)?(?:啊|哈|全家)|我谢谢你/,
    },
    {
      weight: 0.55,
      pattern:
        /(?:好|多)一个[^,.!?]{1,8}(?:啊|呀|服务|客服|品牌)|(?:不愧|果然)是(?:你们|贵|大)|(?:开|长)了?眼(?:界)?了|学到了|活久见|你们(?:可)?真行|真有你们?的|佩服佩服|(?:6{3,}|六六六)/,
    },
    {
      weight: 0.65,
      pattern:
        /\b(?:oh|wow|yeah|well),? (?:great|brilliant|fantastic|wonderful|amazing|perfect|lovely|bravo)\b|\bthanks for nothing\b|\b(?:great|brilliant|fantastic|wonderful|amazing|top|stellar|excellent) (?:job|work|service|company)\b.*\b(?:never|still|broken|wrong|again|weeks?|days?|lost|late)\b|\bslow clap\b/,
    },
    {
      weight: 0.5,
      pattern:
        /\bhow (?:convenient|lovely|surprising)\b|\bjust (?:great|perfect|brilliant|wonderful|what i needed)\b|\bwhat a (?:surprise|joke)\b|\byeah right\b|\bas if\b(?=$|[.!,])|🙃|👏.*(?:broken|late|wrong)/,
    },
  ],
  churn: [
    {
      weight: 0.75,
      pattern:
        /(?:注销|销)(?:掉)?(?:我的)?(?:账[号户]|会员|卡|号)|退(?:订|会)|不(?:再|会再|想再)(?:买|来|用|续)|再也不(?:买|来|用|续|会)|卸载(?:了|你们)|(?:取关|拉黑)(?:你们|了)?|(?:换|转)(?:到|去|成)?(?:别|其他|另外?)(?:的)?(?:家|平台|公司|牌子|品牌)|携号转网/,
    },
    {
      weight: 0.45,
      pattern:
        /最后一次(?:买|用|在)|以后(?:都)?不(?:买|来|用)|(?:去|找)别家|别家(?:更|比你)|不想(?:用|续)了|不续(?:费|约|了)|(?:比|不如)(?:京东|淘宝|天猫|拼多多|抖音|别人|人家)/,
    },
    {
      weight: 0.75,
      pattern:
        /\b(?:cancel(?:l?ing)?|close|delete|terminate) (?:my|our|the) (?:account|subscription|membership|plan|contract)\b|\bnever (?:buy(?:ing)?|shop(?:ping)?|order(?:ing)?|us(?:e|ing))\b[^.!?]{0,20}\b(?:again|from you)\b|\b(?:switch(?:ing)?|mov(?:e|ing)|going) to (?:a |another |your )?(?:competitor|different|another|other)\b|\b(?:last|final) (?:time|order)\b/,
    },
    {
      weight: 0.45,
      pattern:
        /\b(?:unsubscribe|taking my business|take my business|elsewhere|wont be back|not coming back|lost (?:a|me as a) customer|uninstall(?:ing|ed)?|wont renew|not renewing|done with (?:you|this company|your))\b/,
    },
  ],
  legalThreat: [
    {
      weight: 0.8,
      pattern:
        /(?:起诉|告(?=你们?|到|上法)|打官司|法院见|法庭见|律师函|我的?律师|找律师|仲裁|走法律|法律途径|法律责任)/,
    },
    {
      weight: 0.6,
      pattern:
        /(?<!\d)(?:12315|12345)(?!\d)|消协|消费者(?:协会|权益)|工商(?:局|举报)?|市场监管|银保监|工信部|报警|媒体(?:曝光)?|曝光|黑猫|微博(?:上)?(?:见|曝光)|发(?:到)?(?:抖音|小红书|微博|网上)/,
    },
    {
      weight: 0.8,
      pattern:
        /\b(?:su(?:e|ing)|lawsuit|legal action|my (?:lawyer|attorney|solicitor)|see you in court|small claims|take (?:you|this|them) to court|court action)\b/,
    },
    {
      weight: 0.6,
      pattern:
        /\b(?:trading standards|ombudsman|better business bureau|bbb|ftc|consumer (?:protection|rights|affairs)|chargeback|report (?:you|this|them) to|go(?:ing)? (?:to the press|public|viral)|newspaper|attorney general|fraud report)\b/,
    },
  ],
} satisfies Record<string, Cue[]>

export type SignName = keyof typeof signCues

/** The wordings themselves, by language. What is in braces is filled in. */
export const sentences = {
  zh: {
    person: '转人工',
    greet: [
      '您好，我是{botName}。想问什么直接说就行，一句话就够。',
      '您好呀，{botName}在的。请问有什么可以帮您？',
      '您好，我是{botName}，您请说。',
    ],
    acknowledge: {
      thanks: ['不客气，能帮上您就好。', '应该的，还有别的问题随时问我。', '您客气了，祝您顺心。'],
      goodbye: ['再见，祝您一切顺利。', '好的，回头见。有事随时来找我。'],
      chitchat: [
        '这个我不太会聊，不过店里的事可以尽管问我。',
        '我是店里的智能客服，闲聊不太在行；购物上的事您尽管问。',
      ],
      confirm: ['好的。您还想了解什么？', '嗯，收到。接下来想问什么，直接告诉我。'],
      deny: [
        '好的，看来没帮到点子上。您换个说法告诉我，或者我请同事来帮您。',
        '明白，这不是您要的。再说具体一点，或者转给同事都可以。',
      ],
      identity: [
        '我是店里的智能客服机器人，不是真人。购物上的事可以直接问我，需要真人的话，我请同事来帮您。',
        '实话告诉您，我是智能客服机器人。想和真人聊的话，我可以请同事来接待您。',
      ],
      'refused-person': ['好的，不转人工。您想问什么，直接告诉我。', '好的，由我继续为您服务。请问您想了解什么？'],
      'nothing-more': ['好的，那就先这样。有需要随时叫我。', '没问题，什么时候想起来了再找我就行。'],
    },
    unknown: [
      '这个我没有查到可靠的资料，不想随便答您。您可以换个说法，或者请同事来帮您。',
      '抱歉，这个问题我暂时答不上来。需要的话，我请同事接着帮您。',
    ],
    unknownNear: [
      '这个我没有查到确切的答案。您想问的是不是下面这些？',
      '我不敢乱答。资料里比较接近的是这几条，看看有没有您要的：',
      '没有找到完全对得上的内容，下面几条也许有关：',
    ],
    soothe: [
      '真抱歉，让您遇到这样的事。请告诉我订单号和具体情况，我马上帮您看；也可以直接转给同事处理。',
      '换作是我也会着急，实在对不起。您把情况说一下，或者我这就请同事来处理。',
    ],
    sympathise: {
      angry: ['真抱歉给您添麻烦了，这件事我来跟。', '让您遇到这样的事，实在对不起。'],
      anxious: ['您别着急，我这就帮您看。', '我明白您着急，咱们马上弄清楚。'],
    },
    handOver: [
      '好的，马上请同事来接待您，前面聊的内容他都看得到，不用重复。',
      '没问题，正在为您转接同事，聊天记录会一起带过去。',
    ],
    waiting: ['您的话已经记下了，同事来了就能看到。', '收到，还在为您排队，您可以继续补充。'],
    withdrawn: [
      '好的，已经为您取消排队，不用再等了。需要同事时说一声“转人工”就行，别的也可以直接问我。',
      '明白，不再排队了，由我继续为您服务。什么时候想找同事，告诉我“转人工”。',
    ],
    next: '您是下一位。',
    position: '您前面还有 {ahead} 位。',
    handedBack: '{staffName}已经处理完，接下来由我继续为您服务。还有什么想问的吗？',
    solved: '是否解决了您的问题？',
    yes: '解决了',
    no: '没解决',
    offerFlow: '这个我可以为您办理：{flow}。点一下就开始。',
    otherLanguage: '这部分暂时只有英文说明：',
    warm: {
      before: ['好的，帮您查到了：', '这个我来告诉您：', '您问的这一点，资料里是这样写的：'],
      after: ['希望能帮上您，还有不清楚的随时问我。', '如果还想了解别的，尽管告诉我。'],
    },
  },
  en: {
    person: 'Talk to a person',
    greet: [
      'Hello, this is {botName}. Just ask in your own words.',
      'Hi there, {botName} here. What can I do for you?',
      'Hello! {botName} here. How can I help?',
    ],
    acknowledge: {
      thanks: ["You're welcome, glad I could help.", 'My pleasure. Ask me any time.', 'Happy to help!'],
      goodbye: ['Goodbye, and all the best.', 'Take care. I am here whenever you need me.'],
      chitchat: [
        "I'm not much of a talker, but ask me anything about the shop.",
        "I'm the shop's assistant: small talk isn't my strength, orders and products are.",
      ],
      confirm: ['Good. What else would you like to know?', 'All right. What is next?'],
      deny: [
        "I see, that missed the point. Tell me in other words, or I'll bring in a colleague.",
        "Understood, that's not it. A little more detail would help, or a colleague can take over.",
      ],
      identity: [
        "I'm a bot, the shop's automated assistant, not a person. Ask me about the shop, or I can bring in a colleague.",
        "To be plain: I'm a bot. If you'd rather talk to a person, I can bring in a colleague.",
      ],
      'refused-person': [
        "All right, I'll stay with you. What would you like to know?",
        'Sure, no transfer. What is your question?',
      ],
      'nothing-more': [
        "All right, no problem. I'm here whenever you need me.",
        'Sure, we leave it at that. Just write if anything comes up.',
      ],
    },
    unknown: [
      "I couldn't find anything reliable on that, and I'd rather not guess. Try other words, or let a colleague help.",
      "Sorry, I can't answer that one. I can bring in a colleague if you like.",
    ],
    unknownNear: [
      "I couldn't find an exact answer. Is it one of these?",
      "I'd rather not guess. These come closest:",
      'Nothing fits exactly, but these may be related:',
    ],
    soothe: [
      "I'm truly sorry about this. Tell me your order number and what happened and I'll look right away, or I can bring in a colleague.",
      "That's frustrating, and I'm sorry. Tell me what happened, or let me get a colleague to sort it out.",
    ],
    sympathise: {
      angry: ["I'm sorry for the trouble. Let's put it right.", "That shouldn't have happened, and I'm sorry."],
      anxious: ["Don't worry, I'll look at this right now.", "I can see this is pressing. Let's clear it up."],
    },
    handOver: [
      "Of course. I'm bringing in a colleague, who can see what we've written so far.",
      "No problem, a colleague will take over. You won't have to repeat anything.",
    ],
    waiting: [
      "I've noted that; my colleague will see it.",
      "Got it. You're still in line, and you can add anything you like.",
    ],
    withdrawn: [
      "All right, you are out of the line and need not wait. Ask me anything, and say so if you'd like a person after all.",
      "Understood, I've taken you out of the line. I'm with you again, and a colleague is one word away.",
    ],
    next: "You're next.",
    position: 'You are number {position} in line.',
    handedBack: "{staffName} has finished and I'm back with you. Is there anything else?",
    solved: 'Did this solve your problem?',
    yes: 'Yes, solved',
    no: 'No, not solved',
    offerFlow: 'I can do this for you: {flow}. Tap it to begin.',
    otherLanguage: 'This is only available in Chinese so far:',
    warm: {
      before: [
        'Happy to help. Here is what I found:',
        'Good question. This is how it works:',
        'Of course, here it is:',
      ],
      after: ['I hope that helps; just ask if anything is unclear.', 'If there is anything else, I am here.'],
    },
  },
} as const

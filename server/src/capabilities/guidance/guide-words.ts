/** What the bot says around a guide. */
import type { Language } from '@lingxi/contract/message'

export const guideWords = {
  zh: {
    next: '下一步',
    back: '上一步',
    stop: '先不看了',
    person: '转人工',
    resume: '继续刚才的步骤',
    step: (at: number, of: number) => `第 ${at} / ${of} 步`,
    ended: '步骤已完成。还有问题可以接着问我。',
    stopped: '好的，需要时随时再问我。',
    again: '抱歉，我没有听明白。',
    first: '已经是第一步了。',
    yes: '是',
    no: '否',
  },
  en: {
    next: 'Next step',
    back: 'Previous step',
    stop: 'Stop here',
    person: 'Talk to a person',
    resume: 'Continue the steps',
    step: (at: number, of: number) => `Step ${at} of ${of}`,
    ended: 'That was the last step. Ask me if anything is left.',
    stopped: 'All right. Ask me again whenever you need it.',
    again: 'Sorry, I did not get that.',
    first: 'This is the first step.',
    yes: 'Yes',
    no: 'No',
  },
} satisfies Record<Language, unknown>

/** How people ask for these things in their own words. */
export const cues = {
  next: /^(?:下一步|然后呢?|接着呢?|继续|好了|好的|完成了?|做完了|弄好了|下一个|ok|okay|next(?: step)?|done|then\??|and then\??|continue|go on|finished|what next\??)[。.!！~]*$/i,
  back: /^(?:上一步|返回|后退|回去|上一个|退回去|back|go back|previous(?: step)?|last step)[。.!！~]*$/i,
  stop: /^(?:先不看了|不看了|算了|退出|结束|停|取消|不用了|stop(?: here)?|quit|exit|cancel|never ?mind)[。.!！~]*$/i,
  resume: /^(?:继续刚才的步骤|继续刚才的|接着刚才的|continue the steps|resume)[。.!！~]*$/i,
  repeat: /^(?:再说一遍|重复一下|没看清|repeat(?: that)?|again|say that again)[。.!！?？~]*$/i,
} as const

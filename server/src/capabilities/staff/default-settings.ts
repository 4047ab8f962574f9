import { plainStyles } from '@lingxi/contract/answer-style'
import { plainAssist } from '@lingxi/contract/assist'
import { plainFeeling } from '@lingxi/contract/feeling'
import { plainHelpCentre, plainTimeZone, type Settings } from '@lingxi/contract/staff'

/** For a company that has not said anything about itself yet. */
export const defaultSettings: Settings = {
  companyName: '客户服务 · Customer Service',
  botName: '灵犀 Lingxi',
  defaultLanguage: 'zh',
  greeting: {
    zh: '您好，我是智能客服。请直接描述您的问题，我会为您查找答案；需要人工服务时，随时对我说「转人工」。',
    en: 'Hello, I am the virtual assistant. Tell me what you need and I will look for the answer. If you would rather talk to a person, just say so at any time.',
  },
  suggestions: {
    zh: ['你能帮我做什么？', '我想联系人工客服'],
    en: ['What can you help me with?', 'I would like to talk to a person'],
  },
  askSatisfaction: true,
  helpCentre: plainHelpCentre,
  reviewRequired: false,
  answerStyles: plainStyles,
  feeling: plainFeeling,
  assist: plainAssist,
  timeZone: plainTimeZone,
}

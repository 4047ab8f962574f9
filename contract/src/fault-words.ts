/**
 * What schemas say of a text of flows or of tests, in the language of who reads it: zod's own sentences by its locales, those of
 * our schemas by this list.
 */
import { zhCN } from 'zod/locales'
import { mostFlows, stepKinds } from './flow.ts'
import type { Language } from './message.ts'

const kinds = Object.keys(stepKinds).join(', ')
/** What the schemas do not say by themselves. */
export const faultWords = {
  unknownKey: 'is no word of the language here',
  noStep: 'is no step',
  idleStep: `does nothing: a step has one of ${kinds}`,
  noForm: 'has none of the forms that it may have',
  noExpression: (why: string) => `is no regular expression: ${why}`,
}

const inChinese: Record<string, string> = {
  [faultWords.unknownKey]: '这里不能写这个词',
  [faultWords.noStep]: '不是步骤',
  [faultWords.idleStep]: `什么也没做：步骤要有其中一个：${kinds}`,
  [faultWords.noForm]: '不是这里允许的任何一种写法',
  'is a name such as order_number': '要写成 order_number 这样的代号：小写字母、数字和下划线',
  'is a short name such as order-amount': '要写成 order-amount 这样的短名',
  'is said in no language': '中文和英文都没有写',
  'is the id of a step, or end': '要写步骤的 id，或者 end',
  'waits for nothing': '没有写等什么：event 或 within',
  'is between PT10S and P1Y': '要在 PT10S（10 秒）到 P1Y（1 年）之间',
  'names nothing': '没有写由什么触发',
  [`holds more than ${mostFlows} flows`]: `流程超过 ${mostFlows} 个`,
  'is either refused or failed': 'refused 和 failed 只能写一个',
  'tells nothing where it fails': '写了 failed 就不能写 output',
  'is one thing: user, pause, event or approve': '只能写一件事：user、pause、event 或 approve',
  'two cases have the same name': '有两个用例同名',
}

/** What a parse is given so that it speaks that language. English is what zod speaks by itself. */
export const parsingIn = (language: Language) => (language === 'zh' ? { error: zhCN().localeError } : {})

/** A sentence of ours in that language; what is none of ours stays as it is. */
export function inLanguage(message: string, language: Language): string {
  if (language === 'en') return message
  const noExpression = faultWords.noExpression('')
  if (message.startsWith(noExpression)) return `不是正则表达式：${message.slice(noExpression.length)}`
  return inChinese[message] ?? message
}

/** What is wrong with a text as YAML, in both languages. Of what the parser says itself in English there is a translation by its code. */
import type { ErrorCode } from 'yaml'

export type YamlLanguage = 'zh' | 'en'
export type Words = Record<YamlLanguage, string>

export const yamlWords = {
  tooLong: (bytes: number): Words => ({ en: `is longer than ${bytes} bytes`, zh: `超过了 ${bytes} 字节` }),
  tooDeep: { en: 'is nested too deeply', zh: '嵌套太深' },
  tooMuch: { en: 'holds more than can be read at once', zh: '内容太多，一次读不完' },
  byName: {
    en: 'repeats something by a name (& and *): write it out',
    zh: '用名字（& 和 *）重复了别处的内容：请完整写出来',
  },
  ownType: (tag: string): Words => ({ en: `has a type of its own (${tag})`, zh: `用了自定义类型（${tag}）` }),
  noForm: { en: 'is neither a value, a list nor a map', zh: '不是值、列表或键值' },
  noNumber: { en: 'is no number', zh: '不是数字' },
  noValue: { en: 'is no text, number, yes or no', zh: '不是文字、数字、是或否' },
  noWord: { en: 'has a key that is no word', zh: '有一个键不是词' },
  forbidden: (key: string): Words => ({ en: `has a key that is not allowed: ${key}`, zh: `不允许用这个键：${key}` }),
  twice: (key: string): Words => ({ en: `has the same key twice: ${key}`, zh: `同一个键写了两次：${key}` }),
} satisfies Record<string, Words | ((value: never) => Words)>

const syntaxInChinese: Record<ErrorCode, string> = {
  ALIAS_PROPS: '引用（*）不能再带标签或名字',
  BAD_ALIAS: '引用（*）写得不对',
  BAD_DIRECTIVE: '以 % 开头的指令写得不对',
  BAD_DQ_ESCAPE: '双引号里的转义写得不对',
  BAD_INDENT: '缩进不对',
  BAD_PROP_ORDER: '标签或名字的位置不对',
  BAD_SCALAR_START: '值不能以这个字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '多行的内容不能当键',
  BLOCK_IN_FLOW: '方括号或花括号里不能写多行块',
  DUPLICATE_KEY: '同一个键写了两次',
  IMPOSSIBLE: '这里读不懂',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '少了一个字符，例如引号、冒号或括号',
  MULTILINE_IMPLICIT_KEY: '键要写在一行里',
  MULTIPLE_ANCHORS: '一个值只能有一个名字（&）',
  MULTIPLE_DOCS: '一个文件里只能有一份文档',
  MULTIPLE_TAGS: '一个值只能有一个标签',
  NON_STRING_KEY: '键不是文字',
  RESOURCE_EXHAUSTION: '嵌套太深',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '不认识这个标签',
  UNEXPECTED_TOKEN: '这里不该有这个字符',
  BAD_COLLECTION_TYPE: '集合的类型不对',
}

/** The first line of what the parser says. */
export function syntaxWords({ code, message }: { code: ErrorCode; message: string }): Words {
  if (message.startsWith('Maximum call stack')) return yamlWords.tooDeep
  return { en: message.split('\n')[0]!, zh: syntaxInChinese[code] }
}

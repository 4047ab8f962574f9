/**
 * One form for all wordings of a question: folded, without courtesies, marks and endings, asking words by what they ask.
 * The answer to one question of a form is the answer to the other, though it may be found a little more or less surely.
 * What could change an answer stays: numbers, negations, names, the order of words, where one clause ends. Pure.
 */
import type { Language } from '@lingxi/contract/message'
import type { Tokens } from '#platform/search'
import type { ReadConcepts } from '../asked-words.ts'

/** Said around a question, and never part of it. */
const courtesies = new Set(
  `请 请问 问 问下 问一下 想问 想问下 想问问 问问 请教 咨询 咨询一下 一下 麻烦 谢谢 你好 您好 亲 亲亲 哈喽 在吗 呢 啊 呀 吧 哦 嘛 呗 哈 啦 哎 嗯 额 的 了 地 得 我 我们 你 你们 您 咱 咱们
   hi hello hei hey pleas please thank thanks cheer cheers pl plz pls a an the is are am do doe does i we you u my our your just`.split(
    /\s+/,
  ),
)
/** Where a clause ends. Inside a number neither a point nor a comma does. */
const ends = /[?？!！。；;\n，、]+|,(?!\d)|\.(?!\d)/

export function createMeant({ tokens, readConcepts }: { tokens: Tokens; readConcepts: ReadConcepts }) {
  /** 怎么, 如何 and 咋 ask one thing. Only such words are taken by their meaning: 金卡 and 黑卡 are two things of one kind. */
  function asked(word: string): string {
    const [only, ...more] = readConcepts(word)
    const asks = only && more.length === 0 && only.word === word && only.concepts.length > 0
    return asks && only.concepts.every((concept) => concept.startsWith('ask-')) ? `<${only.concepts.join('/')}>` : word
  }

  return function meant(text: string, language: Language): string {
    const clauses = tokens
      .fold(text)
      .split(ends)
      .map((clause) =>
        tokens
          .words(clause)
          .filter((word) => !courtesies.has(word))
          .map(asked)
          .join(' '),
      )
    return `${language}:${clauses.filter((clause) => clause !== '').join('|')}`
  }
}

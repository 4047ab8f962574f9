/** A guide as a text that people read and the search finds: a rule becomes a table, a process numbered steps. */
import type { Condition, Guide, Process, Rule, Slot } from './guide.ts'
import type { Language } from './message.ts'

/** `text` is Markdown; `answers` are the UTF-16 spans in it of each row's answer or each step, in order. */
export type GuideText = { text: string; answers: { start: number; end: number }[] }

const words = {
  zh: { any: '不限', answer: '结果', yes: '是', no: '否', otherwise: '其他情况', from: '≥', below: '<', or: '、' },
  en: { any: 'any', answer: 'Result', yes: 'yes', no: 'no', otherwise: 'Otherwise', from: '≥', below: '<', or: ', ' },
}

/** Ends at the longest body of an article in no real case: its parts are limited. */
export function writeGuide(guide: Guide, language: Language): GuideText {
  return guide.kind === 'rule' ? writeRule(guide, language) : writeProcess(guide)
}

/** A cell of a Markdown table holds no line break and no bar. */
const cell = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

function writeRule({ introduction, slots, rows, otherwise }: Rule, language: Language): GuideText {
  const say = words[language]
  const written = startText(introduction)
  const head = [...slots.map(({ label }) => label), say.answer]
  written.add(`| ${head.map(cell).join(' | ')} |\n|${' --- |'.repeat(head.length)}\n`)
  for (const { when, answer } of rows) {
    const conditions = slots.map((slot) => cell(writeCondition(slot, when[slot.name], language)))
    written.add(`| ${conditions.join(' | ')} | `)
    written.answer(cell(answer))
    written.add(' |\n')
  }
  if (otherwise) {
    written.add(`\n${say.otherwise}${language === 'zh' ? '：' : ': '}`)
    written.answer(otherwise)
  }
  return written.done()
}

export function writeCondition(slot: Slot, condition: Condition | undefined, language: Language): string {
  const say = words[language]
  if (!condition) return say.any
  const { among, from, below } = condition
  const inWords = (value: string) =>
    slot.type === 'yes-no' && (value === 'yes' || value === 'no') ? say[value] : value
  if (among) return among.map(inWords).join(say.or)
  const bounds = [
    ...(from === undefined ? [] : [`${say.from} ${from}${slot.unit}`]),
    ...(below === undefined ? [] : [`${say.below} ${below}${slot.unit}`]),
  ]
  return bounds.join(say.or) || say.any
}

function writeProcess({ introduction, steps, ending }: Process): GuideText {
  const written = startText(introduction)
  steps.forEach(({ title, text }, place) => {
    written.add(`${place === 0 ? '' : '\n\n'}### ${place + 1}. ${title.replaceAll('\n', ' ')}\n\n`)
    written.answer(text)
  })
  if (ending) written.add(`\n\n${ending}`)
  return written.done()
}

function startText(introduction: string) {
  let text = introduction ? `${introduction}\n\n` : ''
  const answers: GuideText['answers'] = []
  return {
    add(more: string) {
      text += more
    },
    answer(more: string) {
      answers.push({ start: text.length, end: text.length + more.length })
      text += more
    },
    done: (): GuideText => ({ text: text.trimEnd(), answers }),
  }
}

import type { Guide, GuideProgress } from '@lingxi/contract/guide'
import { Guide as GuideSchema } from '@lingxi/contract/guide'
import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRule } from './follow-rule.ts'
import { continueGuide, type Guided, startGuide } from './guidance.ts'

const rule = GuideSchema.parse({
  kind: 'rule',
  introduction: '退货运费看原因和金额。',
  slots: [
    {
      name: 'reason',
      label: '退货原因',
      ask: '是什么原因退货？',
      type: 'choice',
      choices: [
        { value: '质量问题', words: ['坏了', '破了', '瑕疵'] },
        { value: '不喜欢', words: ['不想要', '不合适', '尺码不对'] },
      ],
    },
    { name: 'amount', label: '订单金额', ask: '订单一共多少元？', type: 'number', unit: '元' },
    { name: 'insured', label: '有运费险', ask: '买过运费险吗？', type: 'yes-no' },
  ],
  rows: [
    { when: { reason: { among: ['质量问题'] } }, answer: '我们承担运费。' },
    { when: { insured: { among: ['yes'] } }, answer: '保险公司承担运费。' },
    { when: { amount: { from: 500 } }, answer: '金额较大，我们减免运费。' },
  ],
  otherwise: '运费由您承担。',
}) as Guide & { kind: 'rule' }

const process = GuideSchema.parse({
  kind: 'process',
  introduction: '路由器连不上网，按下面做。',
  steps: [
    { title: '重启', text: '拔掉电源等 30 秒再插上。' },
    {
      title: '看指示灯',
      text: '灯是绿色的吗？',
      choices: [
        { label: '是，绿色', to: 2 },
        { label: '不是', words: ['红色', '不亮'], to: 'person' },
      ],
    },
    { title: '重新连接', text: '在手机上重新输入密码。' },
  ],
}) as Guide & { kind: 'process' }

/** Talks on until the bot says something without progress; what was said, in order. */
function talk(guide: Guide, [question, ...replies]: string[]): Guided[] {
  const guiding = { guide, articleId: 'art_1', version: 1, language: 'zh' as const }
  const said = [startGuide(guiding, question!)]
  for (const reply of replies) {
    const last = said.at(-1)!
    if (last.kind !== 'says' || !last.progress) throw new Error(`over before ${reply}`)
    said.push(continueGuide(guiding, last.progress, reply))
  }
  return said
}
const textOf = (guided: Guided | undefined) => (guided?.kind === 'says' ? guided.text : guided?.kind)
const progressOf = (guided: Guided | undefined): GuideProgress | null =>
  guided?.kind === 'says' ? guided.progress : null

describe('a rule', () => {
  it('answers at once when the question says enough, and stands on its row', () => {
    expect(talk(rule, ['衣服破了，退货运费谁出？'])).toEqual([
      { kind: 'says', text: '我们承担运费。', quickReplies: [], answer: 0, progress: null },
    ])
  })

  it('asks for what is missing, and for nothing that no longer matters', () => {
    const said = talk(rule, ['退货运费谁出？', '不喜欢', '没有', '三百五'])
    expect(said.map(textOf)).toEqual([
      '退货运费看原因和金额。\n\n是什么原因退货？',
      '买过运费险吗？',
      '订单一共多少元？',
      '运费由您承担。',
    ])
    expect(said[0]).toMatchObject({ quickReplies: [{ text: '质量问题' }, { text: '不喜欢' }] })
    expect(talk(rule, ['尺码不对，订单 600 元，运费谁出', '是的']).map(textOf).at(-1)).toBe('保险公司承担运费。')
  })

  it('reads what is said for another slot on the way, and lets it be corrected by the table alone', () => {
    const said = talk(rule, ['退货运费谁出？', '不想要了，订单 800 元', '没买'])
    expect(textOf(said.at(-1))).toBe('金额较大，我们减免运费。')
  })

  it('does not take a denied word for a choice', () => {
    expect(textOf(talk(rule, ['不是质量问题，运费谁出？'])[0])).toContain('是什么原因退货？')
  })

  it('asks once more, then gives it to a person; a sentence about something else is another matter', () => {
    const said = talk(rule, ['退货运费谁出？', '哦哦', '啊'])
    expect(said.map(textOf).slice(1)).toEqual(['抱歉，我没有听明白。\n\n是什么原因退货？', 'hands-over'])
    expect(talk(rule, ['退货运费谁出？', '你们几点上班来着我想去店里看看']).map(textOf)[1]).toBe('other')
    expect(talk(rule, ['退货运费谁出？', '算了']).map(progressOf)[1]).toBeNull()
  })

  it('judges as reading the table from the top does, whatever is known', () => {
    const known = record({
      reason: constantFrom('质量问题', '不喜欢'),
      amount: integer({ min: 0, max: 1000 }),
      insured: constantFrom('yes', 'no'),
    })
    assert(
      property(known, (all) => {
        const expected = all.reason === '质量问题' ? 0 : all.insured === 'yes' ? 1 : all.amount >= 500 ? 2 : undefined
        expect(judgeRule(rule, all)).toEqual(expected === undefined ? { kind: 'none' } : { kind: 'row', row: expected })
      }),
    )
  })
})

describe('a process', () => {
  it('shows one step a turn, goes back, and ends', () => {
    const said = talk(process, ['路由器连不上网', '好了', '上一步', '下一步', '是的', '然后呢'])
    expect(said.map(textOf)).toEqual([
      '路由器连不上网，按下面做。\n\n**第 1 / 3 步：重启**\n\n拔掉电源等 30 秒再插上。',
      '**第 2 / 3 步：看指示灯**\n\n灯是绿色的吗？',
      '路由器连不上网，按下面做。\n\n**第 1 / 3 步：重启**\n\n拔掉电源等 30 秒再插上。',
      '**第 2 / 3 步：看指示灯**\n\n灯是绿色的吗？',
      '**第 3 / 3 步：重新连接**\n\n在手机上重新输入密码。\n\n步骤已完成。还有问题可以接着问我。',
      '步骤已完成。还有问题可以接着问我。',
    ])
    expect(said.map((each) => each.kind === 'says' && each.answer)).toEqual([0, 1, 0, 1, 2, null])
  })

  it('follows a choice by its own words to a person', () => {
    expect(talk(process, ['连不上网', '下一步', '灯是红色的']).map(textOf).at(-1)).toBe('hands-over')
  })

  it('lets another question through and finds the way back', () => {
    const said = talk(process, ['连不上网', '下一步'])
    const progress = progressOf(said.at(-1))!
    const guiding = { guide: process, articleId: 'art_1', version: 1, language: 'zh' as const }
    expect(continueGuide(guiding, progress, '对了，你们的保修期是多久呀？').kind).toBe('other')
    expect(textOf(continueGuide(guiding, progress, '继续刚才的步骤'))).toContain('第 2 / 3 步')
  })
})

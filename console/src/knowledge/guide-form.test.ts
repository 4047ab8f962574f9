import { Guide } from '@lingxi/contract/guide'
import { expect, it } from 'vitest'
import { emptyGuide, toGuide, toGuideForm } from './guide-form.ts'

const terms = { yes: '是', no: '否', end: '结束', person: '人工' }
const rule = Guide.parse({
  kind: 'rule',
  slots: [
    {
      name: 'reason',
      label: '原因',
      ask: '什么原因？',
      type: 'choice',
      choices: [{ value: '质量问题', words: ['坏了', '破了'] }, { value: '不喜欢' }],
    },
    { name: 'amount', label: '金额', ask: '多少元？', type: 'number', unit: '元' },
    { name: 'insured', label: '保险', ask: '有保险吗？', type: 'yes-no' },
  ],
  rows: [
    { when: { reason: { among: ['质量问题'] } }, answer: '我们出。' },
    { when: { amount: { from: 100, below: 500 }, insured: { among: ['no'] } }, answer: '各出一半。' },
    { when: { amount: { from: 500 } }, answer: '我们出。' },
    { when: { amount: { below: 100 } }, answer: '您出。' },
  ],
})
const process = Guide.parse({
  kind: 'process',
  steps: [
    {
      title: '看灯',
      text: '灯亮吗？',
      choices: [
        { label: '亮', words: ['绿色'], to: 1 },
        { label: '不亮', to: 'person' },
      ],
    },
    { title: '完成', text: '好了。' },
  ],
})

it('gives back the guide that was opened when nothing was changed', () => {
  for (const guide of [rule, process]) expect(toGuide(toGuideForm(guide, terms), terms)).toEqual({ guide })
})

it('says where something is missing or cannot be read', () => {
  expect(toGuide(emptyGuide('rule'), terms)).toMatchObject({ problem: expect.stringContaining('slots › 0') })
  const form = toGuideForm(rule, terms)
  if (form.kind === 'rule') form.rows[0]!.cells['amount'] = 'much'
  expect(toGuide(form, terms)).toMatchObject({ problem: expect.stringContaining('rows › 0 › when › amount') })
})

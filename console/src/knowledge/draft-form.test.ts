import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { emptyForm, problemsOf, toDraft, toForm } from './draft-form.ts'

const draft = {
  title: '多久发货？',
  body: '48 小时内。',
  language: 'zh' as const,
  tags: ['物流'],
  alternatives: ['什么时候发货', '发货时间'],
  status: 'published' as const,
  validFrom: '2026-11-01T08:30:00.000Z',
  validUntil: null,
}
const terms = { yes: 'yes', no: 'no', end: 'end', person: 'person' }
const at = '2026-11-01T00:00:00.000Z'
const article: Article = {
  ...ArticleDraft.parse(draft),
  id: 'art_1',
  version: 2,
  source: null,
  origin: null,
  proposal: null,
  updatedBy: null,
  createdAt: at,
  updatedAt: at,
}

it('gives back the article that was opened when nothing was changed', () => {
  expect(toDraft(toForm(article, terms), terms)).toEqual({ ...draft, kind: 'fact', guide: null })
})

it('reads one wording a line, each once', () => {
  expect(toDraft({ ...emptyForm('en'), alternatives: ' a \n\nb\na' }, terms).alternatives).toEqual(['a', 'b'])
})

it('says what is missing, too long, or the wrong way round', () => {
  expect(problemsOf(emptyForm('zh'), terms)).toEqual({ title: 'required', body: 'required' })
  const backwards = {
    ...toForm(article, terms),
    title: 'x'.repeat(301),
    validFrom: '2026-11-02T00:00',
    validUntil: '2026-11-01T00:00',
  }
  expect(problemsOf(backwards, terms)).toEqual({ title: 'tooLong', validUntil: 'badPeriod' })
})

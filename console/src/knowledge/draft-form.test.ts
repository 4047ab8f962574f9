import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { emptyForm, problemsOf, toDraft, toForm, translationForm } from './draft-form.ts'

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
const whole = ArticleDraft.parse({
  ...draft,
  audience: { kind: 'tiers', tiers: ['金卡'] },
  category: '物流/发货',
  products: ['LX-1'],
  variants: [{ when: { channels: ['web'], until: '2026-12-01T00:00:00.000Z' }, body: '24 小时内。' }],
  ownerId: 'stf_1',
  dueAt: '2027-01-01T09:00:00.000Z',
  translationOf: 'art_0',
})
const article: Article = {
  ...whole,
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
  expect(toDraft(toForm(article, terms), terms)).toEqual(whole)
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

it('says which variants have no text or end before they begin, and that tiers have no name', () => {
  const form = toForm(article, terms)
  const [known] = form.variants
  const backwards = { ...known!, from: '2026-12-02T00:00', until: '2026-12-01T00:00' }
  const variants = [known!, { ...known!, body: ' ' }, backwards]
  expect(problemsOf({ ...form, variants, audience: { kind: 'tiers', tiers: [] } }, terms)).toEqual({
    variants: [2, 3],
    audience: 'needsTiers',
  })
})

it('begins a translation with what does not depend on the language', () => {
  expect(translationForm({ ...article, translationOf: null }, 'en')).toMatchObject({
    title: '',
    body: '',
    variants: [],
    language: 'en',
    status: 'draft',
    products: ['LX-1'],
    audience: { kind: 'tiers', tiers: ['金卡'] },
    translationOf: 'art_1',
  })
})

import type { Source } from '@lingxi/contract/source'
import { expect, it } from 'vitest'
import { draftOf, emptyForm, toDraft, toForm } from './source-form.ts'

const site: Source = {
  id: 'src_1',
  trusted: false,
  name: 'Help',
  place: {
    kind: 'site',
    start: 'https://shop.example/sitemap.xml',
    by: 'sitemap',
    depth: 2,
    include: ['/help/*'],
    exclude: [],
    mostPages: 40,
    requestsPerSecond: 0.5,
  },
  language: 'en',
  audience: { kind: 'tiers', tiers: ['gold', 'silver'] },
  category: 'Returns',
  tags: ['site'],
  status: 'review',
  ownerId: 'stf_1',
  schedule: 'daily',
  paused: true,
  items: 3,
  refusedItems: 1,
  lastRun: null,
  nextAt: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
}

it('changes nothing of a source that is opened and saved, not even what the form does not show', () => {
  expect(toDraft(toForm(site), site)).toEqual(draftOf(site))
  expect(draftOf(site)).not.toHaveProperty('id')
})

it('makes a catalogue of an upload by its tag, and sends only what its kind has', () => {
  const catalogue = toDraft({
    ...emptyForm,
    kind: 'catalogue',
    name: ' Goods ',
    tags: '新品，product',
    schedule: 'daily',
  })
  expect(catalogue).toMatchObject({
    name: 'Goods',
    place: { kind: 'upload' },
    tags: ['product', '新品'],
    schedule: 'never',
  })
  expect(toForm({ ...site, place: { kind: 'upload' }, tags: ['product', '新品'] })).toMatchObject({
    kind: 'catalogue',
    tags: '新品',
  })
})

it('reads names apart however they are separated', () => {
  const audience = (names: string) => toDraft({ ...emptyForm, audience: 'tiers', audienceNames: names }).audience
  expect(audience('gold, silver、 gold ，')).toEqual({ kind: 'tiers', tiers: ['gold', 'silver'] })
})

/** Another text of an article, for when something holds, as it is edited. */
import type { ArticleVariant } from '@lingxi/contract/knowledge'
import { endsEarly, fromLocal, toLocal } from './local-time.ts'

export type VariantForm = {
  /** Told apart while they are moved about. */
  id: number
  channels: string[]
  tiers: string[]
  regions: string[]
  from: string
  until: string
  body: string
}

let lastId = 0
export const emptyVariant = (): VariantForm => ({
  id: ++lastId,
  channels: [],
  tiers: [],
  regions: [],
  from: '',
  until: '',
  body: '',
})

export const toVariantForm = ({ when: { from, until, ...names }, body }: ArticleVariant): VariantForm => ({
  id: ++lastId,
  ...names,
  from: toLocal(from),
  until: toLocal(until),
  body,
})

export const toVariant = ({ id: _id, from, until, body, ...names }: VariantForm): ArticleVariant => ({
  when: { ...names, from: fromLocal(from), until: fromLocal(until) },
  body,
})

export const isWholeVariant = ({ body, from, until }: VariantForm): boolean =>
  body.trim() !== '' && !endsEarly(from, until)

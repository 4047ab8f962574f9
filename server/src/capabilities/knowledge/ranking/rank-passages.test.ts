import { expect, it } from 'vitest'
import { createMemoryIndex } from '../../../platform/search/memory/memory.ts'
import { aDraft, tokens } from '../knowledge.testing.ts'
import { passagesOf } from '../passages.ts'
import { createRankPassages, type Learnt } from './rank-passages.ts'
import { defaultWeights } from './ranking-weights.ts'

const stamps = { version: 1, source: null, origin: null, proposal: null, updatedBy: null, createdAt: '', updatedAt: '' }
const found = ['退货', '退款', '换货'].map((title, place) => {
  const [passage] = passagesOf({ ...aDraft({ title: `${title}怎么办？`, body: '看订单页。' }), ...stamps, id: title })
  return { passage: passage!, score: 3 - place / 10 }
})
const index = createMemoryIndex({ tokens })
const rank = async (learnt: Learnt) => {
  const ranked = await createRankPassages({ tokens })('换货怎么办？', found, { index, learnt })
  return { first: ranked[0]!.found.passage.articleId, moved: new Set(ranked.map(({ moved }) => moved)) }
}

it('tells how many passages what was learnt has moved, and nothing where nothing was learnt', async () => {
  expect(await rank({ weights: defaultWeights })).toEqual({ first: '退货', moved: new Set([0]) })
  const served = { weights: defaultWeights, success: (id: string) => (id === '退款' ? 1 : 0) }
  expect(await rank(served)).toEqual({ first: '退款', moved: new Set([2]) })
  const exactly = { weights: { ...defaultWeights, exact: 5 } }
  expect(await rank(exactly)).toEqual({ first: '换货', moved: new Set([3]) })
  const idle = { weights: { ...defaultWeights, exact: 0.0001 } }
  expect(await rank(idle)).toEqual({ first: '退货', moved: new Set([0]) })
})

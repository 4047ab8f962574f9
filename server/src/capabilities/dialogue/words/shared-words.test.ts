import { expect, it } from 'vitest'
import { sharedLength } from './shared-words.ts'

it.each([
  ['Cotton T-Shirt, white', 'the t-shirt', 7],
  ['白色帆布鞋 40 码', '帆布鞋那双', 3],
  ['纯棉T恤 白 L', '退t恤', 2],
  ['Straight Jeans, blue', 'the red one', 0],
  ['中筒袜 5 双装', '袜子', 1],
  ['香薰蜡烛', '那个大的', 0],
  ['电水壶', '开电子发票', 0],
  ['香薰蜡烛', `${'很长的话'.repeat(20)}蜡烛`, 0],
])('of %s, %s says so much: %d', (called, said, length) =>
  expect(sharedLength(called.toLowerCase(), said)).toBe(length),
)

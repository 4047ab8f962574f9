import { expect, it } from 'vitest'
import { toTree } from './category-tree.ts'

it('makes a tree of paths, with the steps that no article names itself', () => {
  const tree = toTree(['退换货/运费', '发票', '退换货/运费/偏远地区'])
  expect(tree).toEqual([
    { path: '发票', name: '发票', children: [] },
    {
      path: '退换货',
      name: '退换货',
      children: [
        {
          path: '退换货/运费',
          name: '运费',
          children: [{ path: '退换货/运费/偏远地区', name: '偏远地区', children: [] }],
        },
      ],
    },
  ])
  expect(toTree([])).toEqual([])
})

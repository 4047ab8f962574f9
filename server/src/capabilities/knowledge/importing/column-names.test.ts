import { expect, test } from 'vitest'
import { questionColumn } from './column-names.ts'

test('the columns of other help desks’ exports are known, whatever their case and marks', () => {
  const known = [
    'Subject',
    'Article title',
    'Body',
    'article_body',
    'Section name',
    'folder',
    'Label names',
    '相似问法2',
    '分类*',
  ]
  expect(known.map(questionColumn)).toEqual([
    'question',
    'question',
    'answer',
    'answer',
    'category',
    'category',
    'tags',
    'alternatives',
    'category',
  ])
  expect(questionColumn('author')).toBeUndefined()
})

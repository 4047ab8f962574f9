/** The help centre's own words. */
import type { Language } from '@lingxi/contract/message'

const zh = {
  otherLanguage: 'English',
  skip: '跳到正文',
  home: '首页',
  search: '搜索',
  ask: '搜索问题，例如：怎么退货',
  lead: '先看看大家常问的，也可以直接搜索。',
  topics: '分类',
  other: '其他',
  count: (count: number) => `${count} 篇`,
  all: (count: number) => `查看全部 ${count} 篇`,
  empty: '这里还没有文章。',
  results: (query: string, count: number) => `“${query}”的搜索结果：${count} 篇`,
  nothing: '没有找到相关文章。换个说法试试，或者打开右下角的对话直接提问。',
  updated: (date: string) => `更新于 ${date}`,
  helpful: '这篇文章解决了您的问题吗？',
  yes: '解决了',
  no: '没有',
  comment: '还缺什么？（选填）',
  send: '提交',
  thanks: '谢谢，我们已记下您的反馈。',
  related: '相关文章',
  missing: '没有这个页面',
  missingLead: '它可能已经下线或换了地址。可以搜索一下，或回到首页。',
  previous: '上一页',
  next: '下一页',
  pages: '分页',
}

export type HelpWords = typeof zh

const en: HelpWords = {
  otherLanguage: '中文',
  skip: 'Skip to the content',
  home: 'Home',
  search: 'Search',
  ask: 'Search, for example: how do I return something',
  lead: 'Here is what people ask most. You can also search.',
  topics: 'Topics',
  other: 'Other',
  count: (count) => `${count} ${count === 1 ? 'article' : 'articles'}`,
  all: (count) => `All ${count} articles`,
  empty: 'There are no articles here yet.',
  results: (query, count) => `Results for “${query}”: ${count} ${count === 1 ? 'article' : 'articles'}`,
  nothing: 'Nothing was found. Try other words, or ask in the chat at the bottom of the page.',
  updated: (date) => `Updated ${date}`,
  helpful: 'Did this article answer your question?',
  yes: 'Yes',
  no: 'No',
  comment: 'What is missing? (optional)',
  send: 'Send',
  thanks: 'Thank you, we have noted it.',
  related: 'Related articles',
  missing: 'There is no such page',
  missingLead: 'It may have been withdrawn or moved. Search for it, or go back to the start.',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
}

export const helpWords: Record<Language, HelpWords> = { zh, en }

/** What columns of FAQ tables and catalogues are called, by us and by the exports of other tools. */

export type QuestionColumn = 'question' | 'answer' | 'alternatives' | 'tags' | 'language' | 'category'

const questionNames: Record<QuestionColumn, string[]> = {
  question: [
    ...'question questions title subject 问题 標題 标题 标准问 标准问题 標準問題 標準問 主问题 主问 知识标题 知识点 问法 faq query 提问 用户问题 客户问题'.split(
      ' ',
    ),
    'article title',
    'article name',
  ],
  answer: [
    ...'answer answers body solution reply response content 答案 回答 答复 回复 回覆 标准答案 標準答案 答案内容 回复内容 知识内容 机器人回复 解答 内容'.split(
      ' ',
    ),
    'article body',
    'article content',
  ],
  alternatives: [
    ...'alternatives alternative synonyms utterances variants paraphrases 相似问 相似问法 相似问题 相似問 相似問題 扩展问 扩展问法 同义问 同义问法 其他问法 近似问 别名 等价问'.split(
      ' ',
    ),
    'similar questions',
    'similar question',
    'alternate questions',
    'alternative questions',
    'alternative question',
    'question variants',
    'training phrases',
    'other wordings',
  ],
  tags: ['label names', 'tag names', ...'tags tag labels 标签 標籤 关键词 關鍵詞 关键字 keywords'.split(' ')],
  language: 'language lang locale 语言 語言 语种'.split(' '),
  category: [
    'section name',
    'category name',
    'folder name',
    ...'section collection category categories group folder topic 分类 分類 类目 类别 類別 所属分类 知识分类 目录 分组 一级分类 栏目 主题'.split(
      ' ',
    ),
  ],
}

/** A heading without spaces at its ends, a number at its end (相似问1, Similar question (2)) and marks of being needed (*). */
export const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[*＊]\s*|\s*[*＊]$/g, '')
    .replace(/\s*[(（](必填|选填|可选|required|optional|\d{1,2})[)）]$/g, '')
    .replace(/[\s_-]*\d{1,2}$/, '')
    .replaceAll('_', ' ')
    .trim()

export function questionColumn(name: string): QuestionColumn | undefined {
  const plain = plainName(name)
  const known = Object.entries(questionNames) as [QuestionColumn, string[]][]
  return known.find(([, names]) => names.includes(plain))?.[0]
}

const productNames = {
  sku: 'sku 货号 商品编号 商品编码 产品编号 产品编码 商品货号 物料编码 物料号 编号 编码 型号 款号 item no,article number,part number,model,product code,item number,item code'
    .split(',')
    .flatMap((some, place) => (place === 0 ? some.replace(' item no', '').split(' ') : some))
    .concat('item no'),
  name: 'name 名称 商品名称 商品名 产品名称 产品名 品名 product title 商品标题 标题'
    .split(' ')
    .concat('product name', 'item name'),
  price: 'price 价格 售价 单价 零售价 销售价 原价 现价 建议零售价'.split(' ').concat('unit price', 'list price'),
  category: questionNames.category,
  description: 'description details 描述 商品描述 产品描述 详情 商品详情 简介 介绍 产品介绍 卖点 说明'.split(' '),
}
export type ProductColumn = keyof typeof productNames

export function productColumn(name: string): ProductColumn | undefined {
  const plain = plainName(name)
  const known = Object.entries(productNames) as [ProductColumn, string[]][]
  return known.find(([, names]) => names.includes(plain))?.[0]
}
